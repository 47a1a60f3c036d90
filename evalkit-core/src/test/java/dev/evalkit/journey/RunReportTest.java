package dev.evalkit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.Golden;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.report.html.Page;
import dev.evalkit.report.html.RunReport;
import dev.evalkit.repository.Baseline;
import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {
    private static final String TICKET = "The key of my account is: correct horse battery staple";

    @TempDir
    Path root;

    private Journey journey;

    @BeforeEach
    void aModelAndItsSuccessor() {
        journey = new Journey(root)
                .model("m1")
                .model("m2")
                .scenario("support", "accuracy")
                .file("indicators/accuracy.json", """
                        {"id": "accuracy", "name": "Accuracy", "definition": "Answered right.", "category": "quality", "unit": "ratio",
                         "higher_is_better": true, "thresholds": {"absolute": 0.05},
                         "run_script_ref": {"script": "builtin:accuracy", "args": ["--id", "ticket", "--slice", "channel"],
                           "inputs": [{"path": "answers/{model}.jsonl", "role": "output"}]}}""")
                .file("answers/m1.jsonl", answers(10))
                .file("answers/m2.jsonl", answers(3));
    }

    /** Every so manieth answer is wrong. */
    private static String answers(int everyWrong) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            boolean isWrong = i % everyWrong == 1;
            lines.append(String.format(
                    Locale.ROOT,
                    "{\"ticket\": \"t%02d\", \"channel\": \"%s\", \"text\": \"%s\", \"label\": \"billing\", \"prediction\": \"%s\", \"reply\": {\"draft\": \"%s\"}}\n",
                    i,
                    i % 2 == 0 ? "mail" : "phone",
                    i == 4 ? TICKET : "My bill number " + i + " is wrong",
                    isWrong ? "shipping" : "billing",
                    isWrong ? "Your parcel is late." : "Your bill is mended."));
        }
        return lines.toString();
    }

    private Page page(boolean withholdsKeys) {
        StoredRun first = journey.evaluate("m1", "support", Journey.NOON);
        journey.gate().accept(first, "the first", Journey.at(Journey.NOON.plusSeconds(60)));
        StoredRun second = journey.evaluate("m2", "support", Journey.NOON.plusSeconds(120));
        return page(second, withholdsKeys);
    }

    private Page page(StoredRun second, boolean withholdsKeys) {
        Baseline baseline =
                journey.store().baseline(new RunKey("m1", "support")).orElseThrow();
        Outcome outcome = journey.gate().judge(second, baseline);
        return RunReport.of(journey.repository())
                .withAcceptingCommand("mvn evalkit:baseline")
                .withholding(text -> withholdsKeys && text.contains("key"))
                .judged(outcome, second, baseline);
    }

    @Test
    void aPageTellsWhatASummaryDoesAndMore() {
        Document page = Jsoup.parse(page(false).document());
        page.select("style, script, svg, #changes, details.sample ~ details.sample")
                .remove();
        page.select("td.digest, #provenance dd, #evaluated td.number")
                .forEach(cell -> cell.text("…").removeAttr("data-order"));
        page.outputSettings().indentAmount(1).outline(true);

        Golden.assertMatches(getClass(), "report.html", page.html() + "\n");
    }

    @Test
    void headingsAreInOrderAndPlacesAreUnique() {
        Document page = Jsoup.parse(page(false).document());
        int level = 0;
        for (var heading : page.select("h1, h2, h3, h4")) {
            int next = heading.normalName().charAt(1) - '0';
            assertThat(next).describedAs(heading.text()).isLessThanOrEqualTo(level + 1);
            level = next;
        }

        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select("a[href]").eachAttr("href"))
                .allMatch(link -> page.select(link).size() == 1);
        assertThat(page.select("table").stream()
                        .map(table -> table.select("> caption").text()))
                .noneMatch(String::isEmpty);
        assertThat(page.select("thead th:not([scope=col])")).isEmpty();
    }

    @Test
    void aSampleShowsWhatItAskedAndBothAnswers() {
        Document page = Jsoup.parse(page(false).document());
        var sample = page.expectFirst("details.sample");

        assertThat(page.select("#samples > p").eachText())
                .containsExactly("18 samples got worse, 4 better. Shown are the first by id, 10 of each at most.");
        assertThat(sample.select("summary").text()).isEqualTo("t04 · score 1 → 0 worse");
        assertThat(sample.select("dt").eachText()).containsExactly("channel", "label", "text", "prediction", "reply");
        assertThat(sample.select("dd.both").eachText()).containsExactly("mail", "billing", TICKET);
        assertThat(sample.select("dd.before").eachText())
                .containsExactly("before billing", "before {\"draft\": \"Your bill is mended.\"}");
        assertThat(sample.select("dd.now ins").eachText()).containsExactly("shipping", "parcel", "late");
    }

    @Test
    void whatMustNotBeShownIsWithheldFieldByField() {
        Document page = Jsoup.parse(page(true).document());

        assertThat(page.text()).doesNotContain("battery staple");
        assertThat(page.expectFirst("details.sample").select("dd.both").eachText())
                .containsExactly("mail", "billing", "[withheld: a scan takes it for sensitive data]");
    }

    @Test
    void answersThatAreGoneAreReplacedByWhatTheScoresKeep() throws IOException {
        StoredRun first = journey.evaluate("m1", "support", Journey.NOON);
        journey.gate().accept(first, "the first", Journey.at(Journey.NOON.plusSeconds(60)));
        StoredRun second = journey.evaluate("m2", "support", Journey.NOON.plusSeconds(120));
        Files.delete(root.resolve("answers/m1.jsonl"));

        Document page = Jsoup.parse(page(second, false).document());

        assertThat(page.select("#samples > p").eachText())
                .contains(
                        "Of the baseline: the samples cannot be shown, \"answers/m1.jsonl\" does not exist in the repository; shown is what its scores keep.");
        assertThat(page.expectFirst("details.sample").text()).contains("Your parcel is late.");
    }

    @Test
    void answersThatWereReplacedAreNotPassedOffAsThoseThatWereMeasured() {
        StoredRun first = journey.evaluate("m1", "support", Journey.NOON);
        journey.gate().accept(first, "the first", Journey.at(Journey.NOON.plusSeconds(60)));
        StoredRun second = journey.evaluate("m2", "support", Journey.NOON.plusSeconds(120));
        journey.file("answers/m2.jsonl", answers(5));

        Document page = Jsoup.parse(page(second, false).document());

        assertThat(page.select("#samples > p").eachText())
                .contains(
                        "Of this run: the samples cannot be shown, answers/m2.jsonl has changed since; shown is what its scores keep.");
        assertThat(page.expectFirst("details.sample").select("dd.now").text()).doesNotContain("parcel");
    }

    @Test
    void aRunThatNothingCanBeComparedWithHasItsValues() {
        StoredRun first = journey.evaluate("m1", "support", Journey.NOON);

        Document page = Jsoup.parse(RunReport.of(journey.repository())
                .withAcceptingCommand("mvn evalkit:baseline")
                .unjudged(first)
                .document());

        assertThat(page.select("h1").text()).isEqualTo("m1 · support");
        assertThat(page.select(".outcome").text())
                .isEqualTo("Not judged: there is no baseline to compare this run with.");
        assertThat(page.expectFirst("#indicators-values tbody tr").text())
                .isEqualTo("accuracy 0.9000 0.7985 to 0.9534 60 wilson");
        assertThat(page.select("#slices-values tbody th").eachText())
                .containsExactly("accuracy · channel=mail", "accuracy · channel=phone");
    }

    @Test
    void theSameRunGivesTheSamePage() {
        assertThat(page(false).document())
                .isEqualTo(page(journey.store().runs().get(1), false).document());
    }
}
