package dev.evalkit.report.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.Golden;
import dev.evalkit.report.html.Page;
import dev.evalkit.report.markup.Element;
import dev.evalkit.report.markup.Markup;
import dev.evalkit.repository.RunStore;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.ItemId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendsTest {
    @TempDir
    private Path root;

    @Test
    void aLineHasGapsBaselinesAndBeginsAnewWhereTheEvaluatorChanged() throws IOException {
        Runs runs = new Runs(root);
        runs.add(true, List.of(Runs.item("accuracy", 0.81, 1)));
        runs.add(false, List.of(Runs.item("accuracy", 0.82, 1), Runs.item("accuracy_late", 0.5, 1)));
        runs.add(
                false,
                List.of(Runs.item("accuracy_late", 0.52, 1)),
                new IndicatorRun("accuracy", null, IndicatorRun.Status.FAILED, "exit status 3", Duration.ZERO));
        Path broken = runs.add(false, List.of(Runs.item("accuracy", 0.9, 1)));
        Files.writeString(broken.resolve("current.json"), "[{");
        runs.add(true, List.of(Runs.item("accuracy", 0.85, 2), Runs.item("accuracy_late", 0.55, 1)));

        Trends trends = trends(runs);

        String section = Markup.html(trends.section().orElseThrow());
        Golden.assertMatches(getClass(), "trends.html", section.replace("><", ">\n<") + "\n");
        assertThat(section)
                .contains("<title>2026-10-03 08:30 · abcde03 · failed: exit status 3</title>")
                .contains("not readable: reports/router_support_20261004T083000Z/current.json:")
                .contains("<li>2026-10-05: evaluator.version differs: 1 → 2</li>");
        assertThat(Markup.html(trends.sparkline(id("accuracy")).orElseThrow()))
                .contains("<title>accuracy over 5 runs: from 81.0% to 85.0%, last 85.0%</title>");
        assertThat(trends.sparkline(id("unknown"))).isEmpty();
    }

    @Test
    void oneRunIsNoTrend() {
        Runs runs = new Runs(root);
        runs.add(false, List.of(Runs.item("accuracy", 0.81, 1)));

        assertThat(trends(runs).section()).isEmpty();
        assertThat(trends(runs).sparkline(id("accuracy"))).isEmpty();
    }

    @Test
    void twoHundredRunsOfFiftyIndicatorsFitOnAPage() {
        Runs runs = new Runs(root);
        Path first = runs.add(
                true,
                IntStream.range(0, 50)
                        .mapToObj(i -> Runs.item("indicator_" + i, 0.5, 1))
                        .toList());
        for (int run = 1; run < 200; run++) {
            runs.copy(first, 0.45 + run * 31 % 97 / 1000.0);
        }

        Element section = trends(runs).section().orElseThrow();

        assertThat(new Page("Trends", List.of(section)).document().length()).isLessThan(5_000_000);
    }

    private static Trends trends(Runs runs) {
        return Trends.read(runs.repository(), RunStore.of(runs.repository()), Runs.KEY);
    }

    private static ItemId id(String metric) {
        return new ItemId(metric, null, null, null, new TreeMap<>());
    }
}
