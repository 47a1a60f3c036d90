package dev.evalkit.stats;

/**
 * The score method for the difference d of two paired proportions (Tango 1998, Statistics in Medicine 17, 891). It judges any hypothesised
 * difference, where McNemar's test knows 0 only. Its normal tail is approximate where few pairs are discordant: {@link TangoExact} is not.
 */
public final class Tango {
    /** More halvings than the doubles between 0 and 1 allow for any end above 1e-40. */
    private static final int HALVINGS = 200;

    private Tango() {}

    /**
     * The score statistic z(δ) = (c − b − nδ) / √(n(2q + δ − δ²)) of H0: d = δ: standard normal under the
     * hypothesis, negative where the data are worse than it says.
     *
     * @param counts the pairs, effective counts allowed
     * @param hypothesis δ in [−1, 1]
     * @return z, infinite where the data cannot be under the hypothesis, 0 where they are exactly it
     */
    public static double score(PairedCounts counts, double hypothesis) {
        if (!(hypothesis >= -1 && hypothesis <= 1)) {
            throw new IllegalArgumentException("A difference of proportions must be in [-1, 1]: " + hypothesis);
        }
        // With δ ≥ 0 nothing cancels below; and swapping the sides negates the score to the last bit.
        return hypothesis >= 0 ? scoreAbove(counts, hypothesis) : -scoreAbove(counts.swapped(), -hypothesis);
    }

    private static double scoreAbove(PairedCounts counts, double delta) {
        double n = counts.pairs();
        double distance = counts.better() - counts.worse() - n * delta;
        if (distance == 0) {
            return 0;
        }
        return distance / Math.sqrt(n * (2 * worseAbove(counts, delta) + delta * (1 - delta)));
    }

    /** The probability of "worse" that is likeliest under H0: d = δ: the q of {@link #score}. */
    static double probabilityOfWorse(PairedCounts counts, double hypothesis) {
        return hypothesis >= 0
                ? worseAbove(counts, hypothesis)
                : worseAbove(counts.swapped(), -hypothesis) - hypothesis;
    }

    /** The larger root q of 2n·q² + B·q + C = 0, for δ ≥ 0. */
    private static double worseAbove(PairedCounts counts, double delta) {
        double b = counts.worse();
        double c = counts.better();
        double n = counts.pairs();
        double linear = -(b + c + (c - b) * delta - 2 * n * delta);
        double constant = -b * delta * (1 - delta);
        double root = Math.sqrt(linear * linear - 8 * n * constant);
        return linear <= 0 ? (root - linear) / (4 * n) : -2 * constant / (linear + root);
    }

    /**
     * The tails of H0: d = δ; at δ = −M the tail of "worse" judges a margin M.
     *
     * @param hypothesis δ; from −1 downwards nothing can be worse than it, from 1 upwards nothing better
     */
    public static Tails tails(PairedCounts counts, double hypothesis) {
        if (Double.isNaN(hypothesis)) {
            throw new IllegalArgumentException("A hypothesised difference must be a number");
        }
        if (Math.abs(hypothesis) > 1) {
            return hypothesis < 0 ? new Tails(1, 0) : new Tails(0, 1);
        }
        return Tails.ofNormal(score(counts, hypothesis));
    }

    /**
     * The interval of all δ that the score test does not reject, found by bisection.
     *
     * @param level the confidence level, in (0, 1)
     */
    public static ConfidenceInterval interval(PairedCounts counts, double level) {
        double z = CriticalValue.normal(CriticalValue.checkLevel(level));
        double low = -upperEnd(counts.swapped(), z);
        return ConfidenceInterval.of(low, upperEnd(counts, z), level, "tango");
    }

    /** The largest δ with z(δ) ≥ −z: the score falls from 0 at the observed difference towards δ = 1. */
    private static double upperEnd(PairedCounts counts, double z) {
        if (score(counts, 1) >= -z) {
            return 1;
        }
        double inside = Math.min(1, Math.max(-1, counts.difference()));
        double outside = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = inside + (outside - inside) / 2;
            if (middle <= inside || middle >= outside) {
                break;
            }
            if (score(counts, middle) >= -z) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }
}
