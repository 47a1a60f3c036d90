package dev.evalkit.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.scan.rule.Rule;
import dev.evalkit.scan.rule.RuleSet;
import dev.evalkit.scan.rule.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** What a scan finds is taken out of texts; the secrets are made here. */
class RedactorTest {
    private static final int ROUNDS = 5;
    private static final Redactor REDACTOR = Redactor.bundled();
    private static final String TOKEN = Template.expand("ghp<+>_<A-Za-z0-9:36>", new Random(7));

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> theExamplesOfEachRuleAreRedacted() throws IOException {
        TomlArray rules;
        try (InputStream in = RuleSet.class.getResourceAsStream("secrets.toml")) {
            rules = Toml.parse(in).getArrayOrEmpty("rules");
        }
        return rules.toList().stream()
                .map(TomlTable.class::cast)
                .filter(rule -> rule.contains("regex"))
                .map(rule -> DynamicTest.dynamicTest(String.valueOf(rule.getString("id")), () -> {
                    assertThat(texts(rule)).allSatisfy(text -> {
                        assertThat(REDACTOR.suspects(text))
                                .as("suspects " + text)
                                .isTrue();
                        assertThat(REDACTOR.redact(text)).contains(Redactor.REDACTED);
                    });
                }));
    }

    private static List<String> texts(TomlTable rule) {
        Random random = new Random(20261123);
        List<String> texts = new ArrayList<>();
        for (Object template : rule.getArrayOrEmpty("examples").toList()) {
            for (int round = 0; round < ROUNDS; round++) {
                texts.add(Template.expand((String) template, random));
            }
        }
        return texts;
    }

    /** Whoever adds a rule says here how it is suspected. */
    @Test
    void theQuickLookKnowsTheKeywordsOfAllRules() {
        List<String> keywords = RuleSet.bundled().rules().stream()
                .filter(rule -> rule.regex() != null)
                .flatMap(rule -> rule.keywords().stream())
                .map(keyword -> keyword.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();

        assertThat(Stream.of(Suspicion.NAMES, Suspicion.PREFIXES, Suspicion.SIGNS)
                        .flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(keywords);
        assertThat(RuleSet.bundled().rules())
                .filteredOn(rule -> rule.regex() != null)
                .extracting(Rule::keywords)
                .noneMatch(List::isEmpty);
    }

    @Test
    void ordinaryNamesAreNotSuspected() {
        assertThat(Stream.of(
                        "accuracy_f1",
                        "throughput_tokens_per_second",
                        "latency_p99 ms",
                        "qwen3-8b_voice_qa_20261101T101500Z",
                        "reports/ticket-router-2_support_20261123T192830Z/current.json",
                        "worse by 0.049 (95 %: 0.0313 to 0.0667 worse), beyond the tolerated 0.02 (p=0.00263 among 2)",
                        "the current run has it skipped: its judge is not reachable",
                        "key",
                        "survey_1",
                        "subject=monkey"))
                .noneMatch(REDACTOR::suspects);
    }

    @Test
    void onlyTheSecretGoes() {
        assertThat(REDACTOR.redact("model " + TOKEN + ", twice " + TOKEN))
                .isEqualTo("model [redacted], twice [redacted]");
        assertThat(REDACTOR.redact("/home/petra/runs/x.json")).isEqualTo("/home/[redacted]/runs/x.json");
        assertThat(REDACTOR.redact("nothing here")).isSameAs("nothing here");
    }

    @Test
    void aRepositorysOwnRulesCountAndCommentsDoNot() throws IOException {
        Files.writeString(folder.resolve("gitleaks.toml"), "[[rules]]\nid = \"badge\"\nregex = '''badge-(\\d{4})'''\n");
        Redactor own = Redactor.forRepository(folder);

        assertThat(own.redact("badge-1234 evalkit:allow")).isEqualTo("badge-[redacted] evalkit:allow");
        assertThat(own.redact(TOKEN)).isEqualTo(TOKEN);
    }
}
