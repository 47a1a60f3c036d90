package dev.evalkit.evaluate.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.evalkit.io.DurableFile;
import dev.evalkit.json.JsonObject;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every published number that an evaluator can give equals ours, within the tolerance that the set states (half of the last published digit, or
 * rounding). The table of published against ours is written to {@code target/published-numbers.md}.
 */
class PublishedNumbersTest {
    private static final TreeSet<String> TABLE = new TreeSet<>();

    @BeforeAll
    static void needsTheData() {
        SharedData.require();
    }

    @TestFactory
    Stream<DynamicTest> equalsWhatWasPublished() {
        return PublishedNumbers.sets().stream()
                .flatMap(set -> SharedData.equalChecks(set).stream()
                        .filter(check -> !check.string("metric").contains("z p"))
                        .map(check ->
                                DynamicTest.dynamicTest(set + " " + check.string("metric"), () -> check(set, check))));
    }

    private static void check(String set, JsonObject check) {
        String metric = check.string("metric");
        double published = check.object("published").number("value");
        Optional<Double> ours = PublishedNumbers.ours(set, metric);
        assertThat(ours).isPresent();
        TABLE.add(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s |",
                set.replace("/", " | "),
                metric.replace("|", "\\|"),
                check.object("published").asMap().get("value"),
                ours.get()));
        assertThat(ours.get()).isCloseTo(published, within(check.number("tolerance")));
    }

    @AfterAll
    static void writeTheTable() {
        if (!TABLE.isEmpty()) {
            DurableFile.write(
                    Path.of("target", "published-numbers.md"),
                    "| indicator | set | number | published | ours |\n| --- | --- | --- | --- | --- |\n"
                            + String.join("\n", TABLE) + "\n");
        }
    }
}
