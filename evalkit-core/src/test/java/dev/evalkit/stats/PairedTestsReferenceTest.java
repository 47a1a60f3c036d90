package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.JsonNode;

/**
 * Two runs over real samples, against statistics that were computed elsewhere (numpy, scipy and statsmodels; the files say how): every pair whose
 * sample files are there, every stored statistic. Closed forms agree to 1e-9.
 */
class PairedTestsReferenceTest {

    @TestFactory
    Stream<DynamicTest> testsOfStoredPairsAreReproduced() throws IOException {
        if (!ReferenceData.isPresent()) {
            return ReferenceData.skipped();
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : ReferenceData.files("reference.json")) {
            JsonNode reference = ReferenceData.json(file);
            if (reference.has("join") && Stream.of("a", "b").allMatch(side -> Files.exists(file(reference, side)))) {
                tests.addAll(tests(new Pair(reference)));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static List<DynamicTest> tests(Pair pair) {
        Map<String, Executable> checks = new LinkedHashMap<>();
        checks.put("mcnemar", pair::mcnemar);
        checks.put("paired", pair::paired);
        checks.put("clustered", pair::clustered);
        checks.put("family", pair::family);
        return checks.entrySet().stream()
                .filter(check -> pair.reference.hasNonNull(check.getKey()))
                .map(check -> dynamicTest(pair.name + ": " + check.getKey(), check.getValue()))
                .toList();
    }

    private static Path file(JsonNode reference, String side) {
        return ReferenceData.file(reference.at("/" + side + "/file").asString());
    }

    private static final class Pair {
        final String name;
        final JsonNode reference;
        final double[] previous;
        final double[] current;
        final List<String> clusters = new ArrayList<>();

        Pair(JsonNode reference) throws IOException {
            this.reference = reference;
            name = reference.get("name").asString();
            String key = reference.at("/join/key").asString();
            String field = reference.get("value_field").asString();
            Map<String, JsonNode> before = new LinkedHashMap<>();
            ReferenceData.samples(file(reference, "a"))
                    .forEach(line -> before.put(line.get(key).asString(), line));
            List<JsonNode> after = ReferenceData.samples(file(reference, "b")).stream()
                    .filter(line -> before.containsKey(line.get(key).asString()))
                    .toList();
            previous = new double[after.size()];
            current = new double[after.size()];
            for (int i = 0; i < current.length; i++) {
                JsonNode a =
                        Objects.requireNonNull(before.get(after.get(i).get(key).asString()));
                previous[i] = ReferenceData.score(a, field);
                current[i] = ReferenceData.score(after.get(i), field);
                clusters.add(
                        reference.hasNonNull("cluster_field")
                                ? a.get(reference.get("cluster_field").asString())
                                        .asString()
                                : "");
            }
        }

        double stored(String pointer) {
            return reference.at(pointer).asDouble();
        }

        void check(double actual, String pointer) {
            double expected = stored(pointer);
            assertThat(actual).as(pointer).isEqualTo(expected, within(1e-9 * Math.max(Math.abs(expected), 1e-300)));
        }

        void mcnemar() {
            assertThat(previous).hasSize(reference.at("/join/n_common").asInt());
            PairedCounts counts = PairedCounts.of(previous, current);
            check(counts.worse(), "/table/a_only");
            check(counts.better(), "/table/b_only");
            check(counts.difference(), "/difference");
            check(McNemar.exact((long) counts.worse(), (long) counts.better()).twoSided(), "/mcnemar/exact_p");
            check(McNemar.midP((long) counts.worse(), (long) counts.better()).twoSided(), "/mcnemar/mid_p");
            check(McNemar.chiSquare(counts).statistic(), "/mcnemar/chi2_no_cc");
            check(McNemar.chiSquare(counts).p(), "/mcnemar/chi2_no_cc_p");
            check(McNemar.chiSquareCorrected(counts).statistic(), "/mcnemar/chi2_cc");
            check(McNemar.chiSquareCorrected(counts).p(), "/mcnemar/chi2_cc_p");
        }

        void paired() {
            PairedScores scores = PairedScores.of(previous, current);
            check(scores.previous().mean(), "/mean_a");
            check(scores.current().mean(), "/mean_b");
            check(scores.t().difference(), "/difference");
            check(scores.t().standardError(), "/paired/se");
            check(scores.t().statistic(0), "/paired/t");
            check(scores.t().degreesOfFreedom(), "/paired/df");
            check(scores.t().tails(0).twoSided(), "/paired/t_p");
            check(scores.t().interval(0.95).low(), "/paired/t_ci95/0");
            check(scores.t().interval(0.95).high(), "/paired/t_ci95/1");
            check(scores.z().statistic(0), "/paired/z");
            check(scores.z().tails(0).twoSided(), "/paired/z_p");
            check(scores.z().interval(0.95).low(), "/paired/z_ci95/0");
            check(scores.z().interval(0.95).high(), "/paired/z_ci95/1");
            check(scores.pearson().orElseThrow(), "/paired/pearson_r");
            check(scores.standardErrorIfUnpaired(), "/paired/se_if_unpaired");
        }

        void clustered() {
            double[] differences = PairedScores.differences(previous, current);
            Map<String, MomentsAccumulator> byCluster = new TreeMap<>();
            for (int i = 0; i < differences.length; i++) {
                byCluster
                        .computeIfAbsent(clusters.get(i), c -> new MomentsAccumulator())
                        .add(differences[i]);
            }
            ClusteredMean mean = ClusteredMean.of(byCluster.values().stream()
                    .map(MomentsAccumulator::toMoments)
                    .toList());
            check(mean.clusters(), "/clustered/difference/clusters");
            check(mean.cr0(), "/clustered/difference/se_clustered");
            check(DifferenceEstimate.clustered(mean).standardError(), "/clustered/difference/se_clustered_CR1");
            check(mean.plain(), "/clustered/difference/se_iid");
            // The stored interval is CR0 with the normal distribution.
            DifferenceEstimate normal =
                    new DifferenceEstimate(mean.mean(), mean.cr0(), Double.POSITIVE_INFINITY, "cr0_z", List.of());
            check(normal.statistic(0), "/clustered/difference/z");
            check(normal.tails(0).twoSided(), "/clustered/difference/p");
            check(normal.interval(0.95).low(), "/clustered/difference/ci95/0");
            check(normal.interval(0.95).high(), "/clustered/difference/ci95/1");
        }

        void family() {
            Map<String, long[]> changed = new TreeMap<>();
            for (int i = 0; i < previous.length; i++) {
                long[] counts = changed.computeIfAbsent(clusters.get(i), c -> new long[2]);
                counts[0] += previous[i] > current[i] ? 1 : 0;
                counts[1] += previous[i] < current[i] ? 1 : 0;
            }
            JsonNode rows = reference.at("/family/rows");
            double[] p = new double[rows.size()];
            for (int i = 0; i < p.length; i++) {
                long[] counts = Objects.requireNonNull(
                        changed.get(rows.get(i).get("group").asString()));
                check((double) counts[0], "/family/rows/" + i + "/a_only");
                check((double) counts[1], "/family/rows/" + i + "/b_only");
                p[i] = McNemar.exact(counts[0], counts[1]).twoSided();
                check(p[i], "/family/rows/" + i + "/p");
            }
            double[] holm = Holm.adjust(p);
            double[] bh = BenjaminiHochberg.adjust(p);
            for (int i = 0; i < p.length; i++) {
                check(holm[i], "/family/rows/" + i + "/p_holm");
                check(bh[i], "/family/rows/" + i + "/p_bh");
            }
            check((double) Arrays.stream(p).filter(v -> v < 0.05).count(), "/family/n_p_lt_05");
            check((double) Arrays.stream(holm).filter(v -> v < 0.05).count(), "/family/n_holm_lt_05");
            check((double) Arrays.stream(bh).filter(v -> v < 0.05).count(), "/family/n_bh_lt_05");
        }
    }
}
