package dev.evalkit.stats;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The power of the exact McNemar test to find a drop, without approximation: the number of discordant pairs is binomial, and given it the test
 * rejects from a certain number of worse pairs on. The usual normal formula promises 80 % and gives about 76 %.
 */
public final class McNemarPower {
    private static final McNemarPower DEFAULTS = new McNemarPower(0.05);

    /** Numbers of discordant pairs less likely than this are left out. */
    private static final double NEGLIGIBLE = 1e-14;

    private static final int HALVINGS = 40;

    private final double alpha;

    private McNemarPower(double alpha) {
        this.alpha = alpha;
    }

    /** Where p ≤ 0.05 rejects, p being twice the tail of "worse". */
    public static McNemarPower withDefaults() {
        return DEFAULTS;
    }

    /**
     * Where p ≤ α rejects; α/m for the smallest p-value of m.
     *
     * @param newAlpha in (0, 1)
     */
    public McNemarPower withAlpha(double newAlpha) {
        if (!(newAlpha > 0 && newAlpha < 1)) {
            throw new IllegalArgumentException("alpha must be in (0, 1): " + newAlpha);
        }
        return new McNemarPower(newAlpha);
    }

    /**
     * The probability that the test rejects: Σ_k Bin(k; n, ψ) P(reject | k).
     *
     * @param pairs n, 1 or more
     * @param discordance ψ, the probability that a pair differs, in (0, 1]
     * @param drop by how much the later proportion is smaller, in [−ψ, ψ]: a pair is worse with probability (ψ + drop)/2
     */
    public double power(int pairs, double discordance, double drop) {
        return new Design(pairs, discordance).power(drop);
    }

    /**
     * The smallest drop that the test finds with this power, found by bisection.
     *
     * @param pairs n, 1 or more
     * @param discordance ψ, in (0, 1]
     * @param power the power wanted, in (0, 1)
     * @return a drop in (0, ψ], or empty where even the drop ψ, all discordant pairs being worse, is found less often
     */
    public OptionalDouble minimumDetectableDrop(int pairs, double discordance, double power) {
        if (!(power > 0 && power < 1)) {
            throw new IllegalArgumentException("Power must be in (0, 1): " + power);
        }
        Design design = new Design(pairs, discordance);
        if (design.power(discordance) < power) {
            return OptionalDouble.empty();
        }
        double tooSmall = 0;
        double enough = discordance;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (tooSmall + enough) / 2;
            if (design.power(middle) < power) {
                tooSmall = middle;
            } else {
                enough = middle;
            }
        }
        return OptionalDouble.of(enough);
    }

    /** What does not depend on the drop: how likely each number k of discordant pairs is, and from where the test rejects. */
    private final class Design {
        private final double discordance;
        private final int least;
        private final double[] probability;
        private final int[] critical;

        Design(int pairs, double discordance) {
            if (pairs < 1 || !(discordance > 0 && discordance <= 1)) {
                throw new IllegalArgumentException(
                        "Power needs 1 pair or more and a discordance in (0, 1]: " + pairs + ", " + discordance);
            }
            this.discordance = discordance;
            BinomialDistribution discordant = BinomialDistribution.of(pairs, discordance);
            least = discordant.inverseCumulativeProbability(NEGLIGIBLE);
            int most = discordant.inverseSurvivalProbability(NEGLIGIBLE);
            probability = new double[most - least + 1];
            critical = new int[probability.length];
            for (int i = 0; i < probability.length; i++) {
                probability[i] = discordant.probability(least + i);
                critical[i] = critical(least + i);
            }
        }

        /** The least b with P(Bin(k, 1/2) ≥ b) ≤ α/2. */
        private int critical(int k) {
            return k == 0 ? 1 : BinomialDistribution.of(k, 0.5).inverseSurvivalProbability(alpha / 2) + 1;
        }

        double power(double drop) {
            if (!(Math.abs(drop) <= discordance)) {
                throw new IllegalArgumentException(
                        "The drop must be in [-" + discordance + ", " + discordance + "]: " + drop);
            }
            double worse = (1 + drop / discordance) / 2;
            double power = 0;
            for (int i = 0; i < probability.length; i++) {
                int k = least + i;
                if (critical[i] <= k) {
                    power += probability[i] * BinomialDistribution.of(k, worse).survivalProbability(critical[i] - 1);
                }
            }
            return Math.min(1, power);
        }
    }
}
