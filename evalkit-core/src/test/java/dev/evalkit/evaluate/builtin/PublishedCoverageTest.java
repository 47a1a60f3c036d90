package dev.evalkit.evaluate.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing that was published is left out without a word: what the tests of published numbers and intervals do not cover stands here, with the reason. */
class PublishedCoverageTest {

    @BeforeAll
    static void needsTheData() {
        SharedData.require();
    }

    /** The reproducible checks of each set that no evaluator gives. */
    private static final Map<String, Long> LEFT_OUT = Map.of(
            // Ratings are no evaluator of the core.
            "elo_rating/evalica_food", 5L,
            // p-values of two runs, which stats' UnpairedTestsReferenceTest has.
            "toxicity/pplm_human", 11L);

    @Test
    void everyReproducibleCheckOfEverySetIsATest() throws IOException {
        Map<String, Long> leftOut = new TreeMap<>();
        long tested = 0;
        for (String set : sets("expected.json")) {
            List<JsonObject> checks = SharedData.equalChecks(set);
            long ours = PublishedNumbers.sets().contains(set)
                    ? checks.stream()
                            .filter(check -> PublishedNumbers.ours(set, check.string("metric"))
                                    .isPresent())
                            .count()
                    : 0;
            tested += ours;
            if (ours < checks.size()) {
                leftOut.put(set, checks.size() - ours);
            }
        }
        assertThat(leftOut).isEqualTo(LEFT_OUT);
        assertThat(tested).as("checks that are equal").isEqualTo(382);
    }

    @Test
    void everyReferenceIntervalIsATest() throws IOException {
        assertThat(sets("ci_reference.json"))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                PublishedIntervalsTest.PROPORTIONS.stream(),
                                Stream.of("accuracy_f1/sklearn_digits", "latency_p99/llmperf_leaderboard"))
                        .toList());
        Map<String, Long> entries = sets("ci_reference.json").stream().collect(Collectors.toMap(set -> set, set ->
                (long) SharedData.intervals(set).size()));
        // The proportions take every entry of a set, the other two the first of theirs.
        assertThat(entries)
                .containsEntry("accuracy_f1/sklearn_digits", 1L)
                .containsEntry("latency_p99/llmperf_leaderboard", 1L);
    }

    @Test
    void whatCouldNotBeReproducedByAnybodyIsKnown() throws IOException {
        Map<String, Long> unequal = new TreeMap<>();
        for (String set : sets("expected.json")) {
            long count = JsonDocument.read(SharedData.file(set, "expected.json")).object().objects("checks").stream()
                    .filter(check -> !check.bool("equal"))
                    .count();
            if (count > 0) {
                unequal.put(set, count);
            }
        }
        assertThat(unequal)
                .isEqualTo(
                        Map.of("multimodal_understanding_score/mmmu_val", 11L, "robustness_adv/advglue_chatgpt", 3L));
    }

    private static List<String> sets(String file) throws IOException {
        Path root = SharedData.file(".", ".").normalize();
        try (Stream<Path> files = Files.walk(root, 3)) {
            return files.filter(path -> path.getFileName().toString().equals(file))
                    .map(path -> root.relativize(path.getParent()).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
