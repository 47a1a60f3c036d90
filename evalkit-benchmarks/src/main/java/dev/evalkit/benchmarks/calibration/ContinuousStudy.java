package dev.evalkit.benchmarks.calibration;

import dev.evalkit.diff.inference.Finding;
import dev.evalkit.diff.inference.Matching;
import dev.evalkit.diff.inference.NoInference;
import dev.evalkit.diff.inference.PairedInference;
import dev.evalkit.diff.inference.Question;
import dev.evalkit.diff.inference.SharedSamples;
import dev.evalkit.diff.inference.TestChoice;
import dev.evalkit.evaluate.score.Mean;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.model.Direction;
import dev.evalkit.stats.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Means of paired continuous scores: a part that both sides share, and noise that is normal or lognormal, of standard deviation 1 a side. */
final class ContinuousStudy implements Study {
    private static final String NAME = "paired means";
    private static final int ROUNDS = 5_000;
    private static final int[] SAMPLES = {200, 50, 20};
    private static final double MARGIN = 0.2;
    /** The mean and the standard deviation of exp(N(0, 1)). */
    private static final double LOG_MEAN = Math.exp(0.5);

    private static final double LOG_DEVIATION = Math.sqrt((Math.E - 1) * Math.E);

    private static final Mean STATISTIC = new Mean(Tables.SCORE);

    @Override
    public List<Callable<List<Cell>>> designs(int scale) {
        List<Callable<List<Cell>>> designs = new ArrayList<>();
        for (int n : SAMPLES) {
            for (boolean isLognormal : new boolean[] {false, true}) {
                for (int indicators : new int[] {1, 5}) {
                    designs.add(() -> new Design(n, isLognormal, indicators, ROUNDS / scale).simulate());
                }
            }
        }
        return designs;
    }

    private static final class Design {
        private final int n;
        private final boolean isLognormal;
        private final int indicators;
        private final int rounds;
        private final UniformRandomProvider random;
        private final ContinuousSampler normal;

        Design(int n, boolean isLognormal, int indicators, int rounds) {
            this.n = n;
            this.isLognormal = isLognormal;
            this.indicators = indicators;
            this.rounds = rounds;
            this.random = RandomStream.of(1, name(0), "draws");
            this.normal = ZigguratSampler.NormalizedGaussian.of(random);
        }

        List<Cell> simulate() {
            Tally unchanged = new Tally(NAME, name(0));
            Tally dropped = new Tally(NAME, name(-MARGIN));
            for (int round = 0; round < rounds; round++) {
                Row[] rows = rows(0, round);
                unchanged.add(Measure.BALANCED_FALSE_ALARM, Verdicts.of(rows).isBalancedFailing());
                rows = rows(MARGIN, round);
                dropped.add(Measure.LENIENT_FALSE_ALARM, Verdicts.of(rows).isLenientFailing());
                if (indicators == 1) {
                    dropped.add(Measure.STRICT_MISS, Verdicts.of(rows).isStrictPassing());
                    dropped.add(Measure.COVERED, rows[0].covers(-MARGIN));
                }
            }
            List<Cell> cells = new ArrayList<>(unchanged.cells(true));
            cells.addAll(dropped.cells(true));
            return cells;
        }

        private Row[] rows(double drop, int round) {
            Row[] rows = new Row[indicators];
            for (int i = 0; i < indicators; i++) {
                rows[i] = row(drop, round);
            }
            return rows;
        }

        private Row row(double drop, int seed) {
            double[] before = new double[n];
            double[] after = new double[n];
            for (int i = 0; i < n; i++) {
                double shared = 2 * normal.sample();
                before[i] = shared + noise();
                after[i] = shared + noise() - drop;
            }
            ScoreTable previous = Tables.ofScores(before);
            ScoreTable current = Tables.ofScores(after);
            SharedSamples samples = SharedSamples.of(Matching.of(previous, current), STATISTIC, Map.of());
            Question question = new Question(Direction.HIGHER_IS_BETTER, MARGIN, NAME, seed, TestChoice.AUTO, true);
            Finding finding =
                    PairedInference.judge(STATISTIC, samples, question).orElse(new NoInference("no inference"));
            return Row.of(finding, false);
        }

        private double noise() {
            double z = normal.sample();
            return isLognormal ? (Math.exp(z) - LOG_MEAN) / LOG_DEVIATION : z;
        }

        private String name(double difference) {
            return String.format(
                    Locale.ROOT,
                    "n=%d %s m=%d M=%s d=%.4f",
                    n,
                    isLognormal ? "lognormal" : "normal",
                    indicators,
                    MARGIN,
                    difference + 0.0);
        }
    }
}
