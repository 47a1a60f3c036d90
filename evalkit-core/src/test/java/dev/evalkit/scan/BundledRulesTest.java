package dev.evalkit.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.scan.rule.RuleSet;
import dev.evalkit.scan.rule.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** Each rule that evalkit brings finds its examples, which are made here, and nothing in its counterexamples. */
class BundledRulesTest {
    private static final int ROUNDS = 5;
    private static final Scanner SCANNER = Scanner.of(RuleSet.bundled());

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> eachRuleFindsItsExamplesAndNotItsCounterexamples() throws IOException {
        TomlArray rules;
        try (InputStream in = RuleSet.class.getResourceAsStream("secrets.toml")) {
            rules = Toml.parse(in).getArrayOrEmpty("rules");
        }
        return rules.toList().stream()
                .map(TomlTable.class::cast)
                .map(rule -> DynamicTest.dynamicTest(String.valueOf(rule.getString("id")), () -> check(rule)));
    }

    private void check(TomlTable rule) throws IOException {
        String id = rule.getString("id");
        boolean byName = !rule.contains("regex");
        List<String> examples = texts(rule, "examples");
        List<String> counterexamples = texts(rule, "counterexamples");
        assertThat(examples).isNotEmpty();
        assertThat(counterexamples).isNotEmpty();
        for (String each : examples) {
            assertThat(found(each, byName)).as("in " + each).contains(id);
        }
        for (String each : counterexamples) {
            assertThat(found(each, byName)).as("in " + each).doesNotContain(id);
        }
    }

    private static List<String> texts(TomlTable rule, String key) {
        Random random = new Random(20261123);
        List<String> texts = new ArrayList<>();
        for (Object template : rule.getArrayOrEmpty(key).toList()) {
            for (int round = 0; round < ROUNDS; round++) {
                texts.add(Template.expand((String) template, random));
            }
        }
        return texts.stream().distinct().toList();
    }

    private List<String> found(String text, boolean byName) throws IOException {
        Path root = Files.createTempDirectory(folder, "case");
        Path file = root.resolve(byName ? text : "notes.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, byName ? "nothing" : "first line\n  " + text + "\nlast line\n");
        ScanResult result = SCANNER.scan(FileList.of(root, List.of(root)), ScanBaseline.of(root));
        return result.findings().stream().map(ScanFinding::rule).toList();
    }

    @Test
    void theRuleFileItselfHoldsNothingThatLooksLikeASecret() throws IOException {
        try (InputStream in = RuleSet.class.getResourceAsStream("secrets.toml")) {
            Files.write(folder.resolve("secrets.txt"), in.readAllBytes());
        }
        ScanResult result = SCANNER.scan(FileList.of(folder, List.of(folder)), ScanBaseline.of(folder));
        assertThat(result.findings()).isEmpty();
    }
}
