package dev.evalkit.benchmarks.calibration;

import dev.evalkit.diff.inference.Evidence;
import dev.evalkit.diff.inference.Finding;
import dev.evalkit.diff.inference.Matching;
import dev.evalkit.diff.inference.PairedInference;
import dev.evalkit.diff.inference.Question;
import dev.evalkit.diff.inference.SharedSamples;
import dev.evalkit.diff.inference.TestChoice;
import dev.evalkit.diff.inference.UnpairedInference;
import dev.evalkit.evaluate.score.ClassRule;
import dev.evalkit.evaluate.score.CountScore;
import dev.evalkit.evaluate.score.Counts;
import dev.evalkit.evaluate.score.Quantile;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.evaluate.score.Statistic;
import dev.evalkit.model.Direction;
import dev.evalkit.stats.QuantileDefinition;
import dev.evalkit.stats.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** How often the intervals of differences of F1 and of quantiles hold the truth. */
final class CoverageStudy implements Study {
    private static final int ROUNDS = 2_000;

    @Override
    public List<Callable<List<Cell>>> designs(int scale) {
        List<Callable<List<Cell>>> designs = new ArrayList<>();
        for (int n : new int[] {2000, 500, 100}) {
            designs.add(() -> f1(n, ROUNDS / scale));
            for (double q : new double[] {0.5, 0.95, 0.99}) {
                for (boolean isPaired : new boolean[] {true, false}) {
                    designs.add(() -> quantile(n, q, isPaired, ROUNDS / scale));
                }
            }
        }
        return designs;
    }

    /** Three classes of shares 0.6, 0.3 and 0.1; the later model is right more often where the earlier one was. */
    private static List<Cell> f1(int n, int rounds) {
        Tally tally = new Tally("macro F1, paired", String.format(Locale.ROOT, "n=%d", n));
        UniformRandomProvider random = RandomStream.of(1, "f1 " + n, "draws");
        ThreeClasses classes = new ThreeClasses();
        double truth = classes.macroF1(ThreeClasses.AFTER) - classes.macroF1(ThreeClasses.BEFORE);
        Counts statistic = Counts.averaged(
                Tables.LABEL,
                Tables.PREDICTION,
                CountScore.F1,
                Counts.Average.MACRO,
                ClassRule.listed(ThreeClasses.NAMES));
        for (int round = 0; round < rounds; round++) {
            ThreeClasses.Draw draw = classes.draw(n, random);
            cover(
                    tally,
                    paired(
                            statistic,
                            Tables.ofPredictions(draw.labels, draw.before),
                            Tables.ofPredictions(draw.labels, draw.after),
                            Direction.HIGHER_IS_BETTER),
                    truth);
        }
        return tally.cells(true);
    }

    /** Lognormal latencies, the later ones a tenth longer; paired ones share half of the variance of their logarithms. */
    private static List<Cell> quantile(int n, double q, boolean isPaired, int rounds) {
        String design = String.format(Locale.ROOT, "n=%d q=%s", n, q);
        Tally tally = new Tally("quantiles, " + (isPaired ? "paired" : "unpaired"), design);
        UniformRandomProvider random = RandomStream.of(1, "quantile " + design + isPaired, "draws");
        ContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
        Quantile statistic = new Quantile(Tables.SCORE, q, QuantileDefinition.HF7);
        double longer = Math.log(1.1);
        double half = Math.sqrt(0.5);
        for (int round = 0; round < rounds; round++) {
            double[] before = new double[n];
            double[] after = new double[n];
            for (int i = 0; i < n; i++) {
                double shared = half * normal.sample();
                before[i] = Math.exp(shared + half * normal.sample());
                double again = isPaired ? shared : half * normal.sample();
                after[i] = Math.exp(again + half * normal.sample() + longer);
            }
            ScoreTable previous = Tables.ofScores(before);
            ScoreTable current = Tables.ofScores(after);
            cover(
                    tally,
                    isPaired
                            ? paired(statistic, previous, current, Direction.LOWER_IS_BETTER)
                            : UnpairedInference.judge(
                                    statistic, previous, current, Map.of(), question(Direction.LOWER_IS_BETTER)),
                    -longer);
        }
        return tally.cells(true);
    }

    private static Optional<Finding> paired(
            Statistic statistic, ScoreTable previous, ScoreTable current, Direction direction) {
        SharedSamples samples = SharedSamples.of(Matching.of(previous, current), statistic, Map.of());
        return PairedInference.judge(statistic, samples, question(direction));
    }

    private static Question question(Direction direction) {
        return new Question(direction, 0.05, "coverage", 0, TestChoice.AUTO, false);
    }

    /** Only intervals with an end say anything that could be wrong. */
    private static void cover(Tally tally, Optional<Finding> finding, double truth) {
        if (finding.isPresent() && finding.get() instanceof Evidence evidence && !evidence.isUnbounded()) {
            tally.add(Measure.COVERED, evidence.low() <= truth && truth <= evidence.high());
        }
    }
}
