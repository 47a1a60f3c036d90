package dev.evalkit.rating;

import dev.evalkit.EvalkitException;
import dev.evalkit.stats.ConfidenceInterval;
import dev.evalkit.stats.CriticalValue;
import dev.evalkit.stats.ProportionInterval;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The share of battles that a model wins. Immutable.
 *
 * <p>The interval is Wilson's (1927) where every outcome is a win or a loss and counts once; else Student's t on the
 * outcomes, clipped to [0, 1], since ties and soft preferences vary less than wins and losses do.
 *
 * @param ties what to do with ties
 * @param level the confidence level of intervals, in (0, 1)
 */
public record WinRate(TieRule ties, double level) {

    /** The battles with one opponent that count; binary where all are wins and losses that count once. */
    private record Met(OutcomeSums outcomes, boolean binary) {}

    /**
     * Checks the level.
     *
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public WinRate {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("Confidence level must be in (0, 1): " + level);
        }
    }

    /** Ties as half, intervals at 95 %. */
    public static WinRate withDefaults() {
        return new WinRate(TieRule.HALF, 0.95);
    }

    /** With another rule for ties. */
    public WinRate with(TieRule newTies) {
        return new WinRate(newTies, level);
    }

    /** With another confidence level. */
    public WinRate withLevel(double newLevel) {
        return new WinRate(ties, newLevel);
    }

    /**
     * The rate against one opponent.
     *
     * @throws EvalkitException if the two had no battle that counts
     */
    public WinRateEstimate against(PairCounts counts, String model, String opponent) {
        return pooled(met(counts, model, opponent));
    }

    /**
     * The rate over all battles, whoever the opponent is.
     *
     * @throws EvalkitException if the model had no battle that counts
     */
    public WinRateEstimate againstAll(PairCounts counts, String model) {
        return pooled(met(counts, model, null));
    }

    /**
     * The rates against each opponent, averaged, so that one that is met often counts no more than another. The opponents
     * are taken as given, not as a sample of opponents: the interval rests on the variances of the rates (Welch 1947) and
     * needs two battles with each.
     *
     * @throws EvalkitException if the model had no battle that counts
     */
    public WinRateEstimate averagedOverOpponents(PairCounts counts, String model) {
        List<Met> met = met(counts, model, null);
        int opponents = met.size();
        double value = met.stream().mapToDouble(one -> one.outcomes().mean()).sum() / opponents;
        long metOnce = met.stream().filter(one -> one.outcomes().battles() < 2).count();
        if (metOnce > 0) {
            return unknown(
                    met, value, metOnce + " of " + opponents + " opponents were met once, which tells no spread");
        }
        double variance = 0;
        double squares = 0;
        for (Met one : met) {
            double part = one.outcomes().varianceOfMean() / opponents / opponents;
            variance += part;
            squares += part * part / (one.outcomes().battles() - 1);
        }
        return student(met, value, variance, variance * variance / squares);
    }

    private WinRateEstimate pooled(List<Met> met) {
        OutcomeSums sums = met.stream().map(Met::outcomes).reduce(OutcomeSums.NONE, OutcomeSums::plus);
        boolean binary = met.stream().allMatch(Met::binary);
        if (binary) {
            ConfidenceInterval wilson =
                    ProportionInterval.withDefaults().withLevel(level).of(sums.score(), sums.weight());
            double standardError = ProportionInterval.standardError(sums.score(), sums.weight());
            return new WinRateEstimate(sums.mean(), sums.battles(), met.size(), standardError, wilson);
        }
        if (sums.battles() < 2) {
            return unknown(met, sums.mean(), "There is one battle, which tells no spread");
        }
        return student(met, sums.mean(), sums.varianceOfMean(), sums.battles() - 1.0);
    }

    private WinRateEstimate student(List<Met> met, double value, double variance, double degreesOfFreedom) {
        boolean equal = variance == 0;
        double standardError = Math.sqrt(variance);
        double width = equal ? 0 : CriticalValue.student(level, degreesOfFreedom) * standardError;
        List<String> warnings =
                equal ? List.of("All outcomes are equal, so that the interval has no width") : List.of();
        ConfidenceInterval interval =
                new ConfidenceInterval(value - width, value + width, level, "student_t", warnings).clippedTo(0, 1);
        return new WinRateEstimate(value, battles(met), met.size(), standardError, interval);
    }

    private WinRateEstimate unknown(List<Met> met, double value, String warning) {
        ConfidenceInterval all = new ConfidenceInterval(0, 1, level, "student_t", List.of(warning));
        return new WinRateEstimate(value, battles(met), met.size(), null, all);
    }

    private static long battles(List<Met> met) {
        return met.stream().mapToLong(one -> one.outcomes().battles()).sum();
    }

    /** All opponents, or the only one, with which the model had a battle that counts. */
    private List<Met> met(PairCounts counts, String model, @Nullable String only) {
        List<Met> met = new ArrayList<>();
        for (PairTally pair : counts.pairs()) {
            String first = counts.models().get(pair.first());
            String second = counts.models().get(pair.second());
            if (first.equals(model) && (only == null || second.equals(only))) {
                met.add(new Met(pair.outcomes(ties), isBinary(pair)));
            } else if (second.equals(model) && (only == null || first.equals(only))) {
                met.add(new Met(pair.outcomes(ties).flipped(), isBinary(pair)));
            }
        }
        met.removeIf(one -> one.outcomes().battles() == 0);
        if (met.isEmpty()) {
            throw new EvalkitException("No battle of '" + model + "'" + (only == null ? "" : " with '" + only + "'")
                    + " counts, out of " + counts.battles() + " among "
                    + counts.models().size() + " models"
                    + (ties == TieRule.LEFT_OUT ? " (ties are left out)" : "") + ". Check the names.");
        }
        return met;
    }

    private boolean isBinary(PairTally pair) {
        return pair.isPlain() && (ties == TieRule.LEFT_OUT || pair.ties().battles() == 0);
    }
}
