package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.evalkit.stats.CountMetric.Averaged;
import dev.evalkit.stats.ProportionInterval.Method;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Every {@code ci_reference.json} of the shared data: closed forms to 1e-9; ends of bootstraps with 2,000 rounds against 100,000 of ours, to
 * a quarter of the standard error for F1 and a tenth for quantiles. Clustered ends there are CR0 with a normal quantile.
 */
class IntervalReferenceTest {
    private static final double Z = 1.959963984540054;

    @TestFactory
    Stream<DynamicTest> intervalsEqualThoseComputedElsewhere() throws IOException {
        if (!ReferenceData.isPresent()) {
            return ReferenceData.skipped();
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : ReferenceData.files("ci_reference.json")) {
            for (JsonNode reference : ReferenceData.json(file)) {
                Path samples = file.resolveSibling(reference.required("file").asString());
                tests.add(DynamicTest.dynamicTest(
                        samples.toString(), () -> check(reference, ReferenceData.samples(samples))));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static void check(JsonNode reference, List<JsonNode> samples) {
        String what = reference.has("field")
                ? "proportion"
                : reference.required("metric").asString();
        switch (what) {
            case "proportion" -> checkProportion(reference, samples);
            case "macro_f1" -> checkMacroF1(reference, samples);
            case "latency_p99_ms" -> checkLatency(reference, samples);
            default -> throw new AssertionError("No check for " + what);
        }
    }

    private static void checkProportion(JsonNode reference, List<JsonNode> samples) {
        List<Moments> clusters = ReferenceData.clusters(
                samples,
                reference.required("field").asString(),
                reference.required("cluster_field").asString());
        ClusteredMean mean = ClusteredMean.of(clusters);
        int n = reference.required("n").asInt();
        int successes = reference.required("successes").asInt();
        assertThat(mean.n()).isEqualTo(n);
        assertThat(mean.clusters()).isEqualTo(reference.required("clusters").asInt());
        assertThat(Math.round(mean.mean() * n)).isEqualTo(successes);
        assertClose(mean.mean(), reference.required("value"));
        ProportionInterval intervals = ProportionInterval.withDefaults();
        assertEnds(intervals.of(successes, n), reference.required("wilson95"), 1e-9);
        assertEnds(
                intervals.with(Method.CLOPPER_PEARSON).of(successes, n), reference.required("clopper_pearson95"), 1e-9);
        assertClose(ProportionInterval.standardError(successes, n), reference.required("se_binomial"));
        assertClose(mean.cr0(), reference.required("se_clustered"));
        assertClose(
                mean.mean() - Z * mean.cr0(),
                reference.required("ci95_clustered").get(0));
        assertClose(
                mean.mean() + Z * mean.cr0(),
                reference.required("ci95_clustered").get(1));
    }

    private static void checkMacroF1(JsonNode reference, List<JsonNode> samples) {
        SortedSet<String> classes = new TreeSet<>();
        for (JsonNode sample : samples) {
            classes.add(sample.required("label").asString());
            classes.add(sample.required("prediction").asString());
        }
        List<String> names = List.copyOf(classes);
        long[][] counts = new long[names.size()][names.size()];
        for (JsonNode sample : samples) {
            int label = names.indexOf(sample.required("label").asString());
            counts[label][names.indexOf(sample.required("prediction").asString())]++;
        }
        BootstrapEstimate estimate = Bootstrap.withDefaults()
                .withResamples(100_000)
                .ofCounts(
                        ConfusionMatrix.of(counts),
                        new Averaged(ClassScore.F1, Averaging.MACRO),
                        RandomStream.of(1, "digits", "macro_f1"));
        double standardError = reference.required("bootstrap_se").asDouble();
        assertClose(estimate.value(), reference.required("value"));
        // A standard error from 2,000 rounds is known to 1.6 %; three of them.
        assertThat(estimate.standardError()).isCloseTo(standardError, within(0.048 * standardError));
        assertEnds(estimate.interval(), reference.required("bootstrap95_percentile"), 0.25 * standardError);
    }

    private static void checkLatency(JsonNode reference, List<JsonNode> samples) {
        double[] values = samples.stream()
                .mapToDouble(sample -> ReferenceData.score(sample, "latency_ms"))
                .toArray();
        assertThat(values).hasSize(reference.required("n").asInt());
        QuantileEstimator quantiles = QuantileEstimator.withDefaults();
        QuantileEstimate p99 = quantiles.estimate(values, 0.99);
        assertClose(p99.value(), reference.required("p99_linear_HF7"));
        assertClose(quantiles.with(QuantileDefinition.HF6).value(values, 0.99), reference.required("p99_HF6"));
        assertClose(
                quantiles.with(QuantileDefinition.NEAREST_RANK).value(values, 0.99),
                reference.required("p99_nearest_rank"));

        JsonNode ends = reference.required("order_stat_ci95");
        OrderStatisticRanks ranks = OrderStatisticRanks.of(values.length, 0.99, 0.95);
        assertThat(ranks.low()).isEqualTo(ends.required("lower_rank").asInt());
        assertThat(ranks.high()).isEqualTo(ends.required("upper_rank").asInt());
        assertThat(p99.interval().low()).isEqualTo(ends.required("lower").asDouble());
        assertThat(ends.required("upper").isNull()).isTrue();
        assertThat(p99.interval().high()).isEqualTo(Double.POSITIVE_INFINITY);

        double[] resampled = new double[values.length];
        BootstrapEstimate bootstrap = Bootstrap.withDefaults()
                .withResamples(100_000)
                .ofRows(
                        values.length,
                        (indices, length) -> {
                            for (int i = 0; i < length; i++) {
                                resampled[i] = values[indices[i]];
                            }
                            return quantiles.value(resampled, 0.99);
                        },
                        RandomStream.of(1, "groq_70b", "p99"));
        assertEnds(bootstrap.interval(), reference.required("bootstrap95_percentile"), 0.1 * bootstrap.standardError());
    }

    private static void assertEnds(ConfidenceInterval interval, JsonNode ends, double tolerance) {
        assertThat(interval.low()).isCloseTo(ends.get(0).asDouble(), within(tolerance));
        assertThat(interval.high()).isCloseTo(ends.get(1).asDouble(), within(tolerance));
    }

    private static void assertClose(double actual, JsonNode expected) {
        assertThat(actual).isCloseTo(expected.asDouble(), within(1e-9));
    }
}
