package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Two runs whose samples do not pair, against statistics that were computed elsewhere (scipy, numpy) or published. */
class UnpairedTestsReferenceTest {

    @TestFactory
    Stream<DynamicTest> storedLatenciesAreReproduced() throws IOException {
        if (!ReferenceData.isPresent()) {
            return ReferenceData.skipped();
        }
        Path folder = ReferenceData.file("latency_p99/llmperf_leaderboard");
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode reference : ReferenceData.json(ReferenceData.file("pairs/latency_unpaired/reference.json"))) {
            String a = reference.get("a").asString();
            String b = reference.get("b").asString();
            Path before = folder.resolve("samples_" + a + ".jsonl");
            Path after = folder.resolve("samples_" + b + ".jsonl");
            if (Files.exists(before) && Files.exists(after)) {
                tests.add(dynamicTest(
                        a + " and " + b, () -> checkLatencies(reference, latencies(before), latencies(after))));
            }
        }
        return tests.stream();
    }

    private static Offset<Double> closedForm(double expected) {
        return within(1e-9 * Math.abs(expected));
    }

    private static double[] latencies(Path file) throws IOException {
        return ReferenceData.samples(file).stream()
                .filter(line -> line.get("success").asBoolean())
                .mapToDouble(line -> line.get("latency_ms").asDouble())
                .toArray();
    }

    private static void checkLatencies(JsonNode reference, double[] previous, double[] current) {
        assertThat(previous).hasSize(reference.get("n_a").asInt());
        assertThat(current).hasSize(reference.get("n_b").asInt());

        DifferenceEstimate welch = Welch.difference(Moments.of(previous), Moments.of(current));
        double t = reference.at("/welch/t").asDouble();
        double p = reference.at("/welch/p").asDouble();
        assertThat(welch.statistic(0)).isEqualTo(t, closedForm(t));
        assertThat(welch.tails(0).twoSided()).isEqualTo(p, closedForm(p));

        MannWhitney ranks = MannWhitney.of(previous, current);
        double rankP = reference.at("/mann_whitney/p").asDouble();
        assertThat(ranks.u()).isEqualTo(reference.at("/mann_whitney/U_b").asDouble());
        assertThat(ranks.tails().twoSided()).isEqualTo(rankP, closedForm(rankP));

        checkBootstrap(reference, "diff_mean_ci95", previous, current, UnpairedTestsReferenceTest::mean);
        checkBootstrap(reference, "diff_p50_ci95", previous, current, sorted -> quantile(sorted, 0.5));
        checkBootstrap(reference, "diff_p99_ci95", previous, current, sorted -> quantile(sorted, 0.99));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Definition 7 of Hyndman and Fan, of values in order. */
    private static double quantile(double[] sorted, double q) {
        double position = (sorted.length - 1) * q;
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** The stored ends come from 10,000 rounds; with 100,000 of ours they are within a tenth of our standard error. */
    private static void checkBootstrap(
            JsonNode reference, String key, double[] previous, double[] current, ToDoubleFunction<double[]> statistic) {
        BootstrapEstimate estimate = TwoSampleBootstrap.withDefaults()
                .withResamples(100_000)
                .difference(previous, current, statistic, RandomStream.of(1, key, "bootstrap"));
        Offset<Double> tolerance = within(0.1 * estimate.standardError());
        JsonNode ends = reference.at("/bootstrap/" + key);
        assertThat(estimate.interval().low()).as(key).isEqualTo(ends.get(0).asDouble(), tolerance);
        assertThat(estimate.interval().high()).as(key).isEqualTo(ends.get(1).asDouble(), tolerance);
    }

    /** The pooled z tests that PPLM's authors published (human judgements of toxicity before and after detoxifying), to 1e-9 of p. */
    @TestFactory
    Stream<DynamicTest> publishedZTestsAreReproduced() throws IOException {
        if (!ReferenceData.isPresent()) {
            return ReferenceData.skipped();
        }
        Path folder = ReferenceData.file("toxicity/pplm_human");
        List<JsonNode> samples = ReferenceData.samples(folder.resolve("samples.jsonl"));
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode check :
                ReferenceData.json(folder.resolve("expected.json")).get("checks")) {
            String metric = check.get("metric").asString();
            if (metric.endsWith(": one-sided two-proportion z p")
                    && check.get("equal").asBoolean()) {
                String group = metric.substring(0, metric.indexOf(':'));
                tests.add(dynamicTest(metric, () -> {
                    double p = PooledZ.tails(toxic(samples, group)).worse();
                    assertThat(p)
                            .isEqualTo(
                                    check.at("/published/value").asDouble(),
                                    within(check.get("tolerance").asDouble()));
                }));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static UnpairedCounts toxic(List<JsonNode> samples, String group) {
        double[] toxic = new double[2];
        double[] all = new double[2];
        for (JsonNode sample : samples) {
            if (group.equals("All together") || sample.get("group").asString().equals(group)) {
                int side = sample.get("model").asString().equals("baseline") ? 0 : 1;
                all[side]++;
                toxic[side] += sample.get("toxic").asBoolean() ? 1 : 0;
            }
        }
        return new UnpairedCounts(toxic[0], all[0], toxic[1], all[1]);
    }
}
