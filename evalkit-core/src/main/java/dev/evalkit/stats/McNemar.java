package dev.evalkit.stats;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Tests whether two paired proportions are equal (McNemar 1947, Psychometrika 12, 153). They test a difference of 0 only; for a margin use
 * {@link Tango}.
 */
public final class McNemar {
    private static final ChiSquaredDistribution ONE_DEGREE = ChiSquaredDistribution.of(1);

    private McNemar() {}

    /**
     * A χ² statistic with one degree of freedom.
     *
     * @param statistic χ², 0 or more
     * @param p the two-sided p-value
     */
    public record ChiSquare(double statistic, double p) {}

    /**
     * The exact test: of the discordant pairs, under the hypothesis, each is as likely to be one as the other.
     *
     * @param worse pairs that were right before and are wrong now, 0 or more
     * @param better pairs that were wrong before and are right now, 0 or more
     */
    public static Tails exact(long worse, long better) {
        if (checkCounts(worse, better) == 0) {
            return Tails.NO_EVIDENCE;
        }
        BinomialDistribution coin = coin(worse, better);
        return new Tails(
                Math.min(1, coin.cumulativeProbability((int) better)),
                Math.min(1, coin.cumulativeProbability((int) worse)));
    }

    /**
     * The mid-p test: the exact one with half the probability of the observed outcome left out (Fagerland, Lydersen and Laake 2013, BMC
     * Medical Research Methodology 13:91). Less conservative; its level is held approximately.
     *
     * @param worse as in {@link #exact}
     * @param better as in {@link #exact}
     */
    public static Tails midP(long worse, long better) {
        if (checkCounts(worse, better) == 0) {
            return new Tails(0.5, 0.5);
        }
        Tails exact = exact(worse, better);
        double half = coin(worse, better).probability((int) worse) / 2;
        return new Tails(exact.worse() - half, exact.better() - half);
    }

    /** The asymptotic test: χ² = (b − c)²/(b + c); 0 where no pair is discordant. */
    public static ChiSquare chiSquare(PairedCounts counts) {
        return chiSquare(counts, 0);
    }

    /** The asymptotic test with Edwards' continuity correction (1948): χ² = (|b − c| − 1)²/(b + c), and 0 where |b − c| ≤ 1. */
    public static ChiSquare chiSquareCorrected(PairedCounts counts) {
        return chiSquare(counts, 1);
    }

    private static ChiSquare chiSquare(PairedCounts counts, double correction) {
        double distance = Math.max(0, Math.abs(counts.worse() - counts.better()) - correction);
        if (distance == 0) {
            return new ChiSquare(0, 1);
        }
        double statistic = distance * distance / (counts.worse() + counts.better());
        return new ChiSquare(statistic, ONE_DEGREE.survivalProbability(statistic));
    }

    private static BinomialDistribution coin(long worse, long better) {
        return BinomialDistribution.of((int) (worse + better), 0.5);
    }

    private static long checkCounts(long worse, long better) {
        if (worse < 0 || better < 0 || worse > Integer.MAX_VALUE - 1 - better) {
            throw new IllegalArgumentException(
                    "Counts of discordant pairs must be 0 or more, below 2^31 - 1 in all: " + worse + ", " + better);
        }
        return worse + better;
    }
}
