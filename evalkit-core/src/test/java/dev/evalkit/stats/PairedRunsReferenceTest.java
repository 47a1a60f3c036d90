package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * What {@code pairs/*}{@code /reference.json} says of each run, and of the differences as one list of numbers: Wilson, clustered errors, and the row and
 * cluster bootstrap of the mean difference with 10,000 rounds, against 100,000 of ours to a tenth of the standard error.
 */
class PairedRunsReferenceTest {
    @TestFactory
    Stream<DynamicTest> runsAndDifferencesHaveTheStatisticsComputedElsewhere() throws IOException {
        if (!ReferenceData.isPresent()) {
            return ReferenceData.skipped();
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : ReferenceData.files("reference.json")) {
            JsonNode reference = ReferenceData.json(file);
            if (reference.has("join")) {
                tests.add(DynamicTest.dynamicTest(file.toString(), () -> check(reference)));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static void check(JsonNode reference) throws IOException {
        List<JsonNode> runA = samples(reference, "a");
        List<JsonNode> runB = samples(reference, "b");
        String field =
                reference.has("value_field") ? reference.get("value_field").asString() : "correct";
        String cluster = reference.required("cluster_field").asString();
        JsonNode clustered = reference.required("clustered");
        checkRun(runA, field, cluster, reference.required("wilson95_a"), clustered.required("a"));
        checkRun(runB, field, cluster, reference.required("wilson95_b"), clustered.required("b"));

        Map<String, Double> scoresA = new HashMap<>();
        runA.forEach(sample -> scoresA.put(sample.required("id").asString(), ReferenceData.score(sample, field)));
        double[] differences = new double[runB.size()];
        Map<String, MomentsAccumulator> accumulators = new LinkedHashMap<>();
        for (int i = 0; i < differences.length; i++) {
            JsonNode sample = runB.get(i);
            differences[i] = ReferenceData.score(sample, field)
                    - Objects.requireNonNull(scoresA.get(sample.required("id").asString()));
            accumulators
                    .computeIfAbsent(sample.required(cluster).asString(), name -> new MomentsAccumulator())
                    .add(differences[i]);
        }
        List<Moments> clusters = accumulators.values().stream()
                .map(MomentsAccumulator::toMoments)
                .toList();
        checkErrors(ClusteredMean.of(clusters), clustered.required("difference"));
        Bootstrap bootstrap = Bootstrap.withDefaults().withResamples(100_000);
        checkBootstrap(
                bootstrap.ofMean(differences, RandomStream.of(1, "pair", "rows")),
                reference.required("bootstrap_paired_iid"));
        checkBootstrap(
                bootstrap.ofClusteredMean(clusters, RandomStream.of(1, "pair", "clusters")),
                reference.required("bootstrap_cluster"));
    }

    private static List<JsonNode> samples(JsonNode reference, String side) throws IOException {
        return ReferenceData.samples(
                ReferenceData.file(reference.required(side).required("file").asString()));
    }

    private static void checkRun(List<JsonNode> run, String field, String cluster, JsonNode wilson, JsonNode errors) {
        ClusteredMean mean = ClusteredMean.of(ReferenceData.clusters(run, field, cluster));
        double n = (double) mean.n();
        double successes = Math.rint(mean.mean() * n);
        ConfidenceInterval interval = ProportionInterval.withDefaults().of(successes, n);
        assertThat(interval.low()).isCloseTo(wilson.get(0).asDouble(), within(1e-9));
        assertThat(interval.high()).isCloseTo(wilson.get(1).asDouble(), within(1e-9));
        assertThat(ProportionInterval.standardError(successes, n))
                .isCloseTo(errors.required("se_iid_ddof0").asDouble(), within(1e-9));
        checkErrors(mean, errors);
    }

    private static void checkErrors(ClusteredMean mean, JsonNode errors) {
        assertThat(mean.clusters()).isEqualTo(errors.required("clusters").asInt());
        assertThat(mean.cr0()).isCloseTo(errors.required("se_clustered").asDouble(), within(1e-9));
        assertThat(mean.cr1()).isCloseTo(errors.required("se_clustered_CR1").asDouble(), within(1e-9));
        assertThat(mean.plain()).isCloseTo(errors.required("se_iid").asDouble(), within(1e-9));
    }

    private static void checkBootstrap(BootstrapEstimate estimate, JsonNode expected) {
        double standardError = expected.required("se").asDouble();
        JsonNode ends = expected.required("ci95_percentile");
        assertThat(estimate.standardError()).isCloseTo(standardError, within(0.02 * standardError));
        assertThat(estimate.interval().low()).isCloseTo(ends.get(0).asDouble(), within(0.1 * standardError));
        assertThat(estimate.interval().high()).isCloseTo(ends.get(1).asDouble(), within(0.1 * standardError));
    }
}
