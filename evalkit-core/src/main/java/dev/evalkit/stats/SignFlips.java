package dev.evalkit.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * The sign-flip permutation test of paired differences (Fisher 1935, The Design of Experiments, section 21): if nothing changed, each
 * difference was as likely to have the other sign. With clusters the sign of a whole cluster flips, which keeps what its samples have in
 * common.
 *
 * <p>The distribution of the sum under all 2^k signs of the k differences that are not 0 is
 * <ol>
 *   <li>binomial where all have one size (the exact McNemar test);</li>
 *   <li>counted out where all are small multiples of one unit (0/1 scores in clusters, points, stars);</li>
 *   <li>enumerated for k ≤ {@value #ENUMERATED};</li>
 *   <li>simulated otherwise.</li>
 * </ol>
 * Sums that agree up to rounding are ties and count on both sides. The order of the differences changes nothing; swapping the sides swaps
 * the tails. With fewer than 6 differences that are not 0 no p-value reaches 0.05: 2 · 2⁻⁵ = 0.0625.
 */
public final class SignFlips {
    private static final int ENUMERATED = 20;

    /** Sizes below this share of the largest are 0 but for rounding. */
    private static final double NOTHING = 1e-12;

    private SignFlips() {}

    /**
     * Tests whether differences lean to one side.
     *
     * @param differences current − previous (larger is better) of each sample, or their sum in each cluster; finite, 1 or more
     * @param random where draws come from, should they be needed
     */
    public static PValue test(double[] differences, RandomBatches random) {
        double[] bySize = withoutZeros(differences);
        if (bySize.length == 0) {
            return PValue.of(Tails.NO_EVIDENCE);
        }
        Optional<Tails> counted = LatticeSignFlips.tails(bySize);
        if (counted.isPresent()) {
            return PValue.of(counted.get());
        }
        SignFlipSums sums = new SignFlipSums(bySize);
        return bySize.length <= ENUMERATED ? PValue.of(sums.enumerated()) : MonteCarloP.start(sums, random);
    }

    /** The differences that are not 0, from the smallest size to the largest. */
    private static double[] withoutZeros(double[] differences) {
        if (differences.length == 0) {
            throw new IllegalArgumentException("Sign flips need differences; there are none");
        }
        double largest = 0;
        for (double difference : differences) {
            if (!Double.isFinite(difference)) {
                throw new IllegalArgumentException("Sign flips need finite differences: " + difference);
            }
            largest = Math.max(largest, Math.abs(difference));
        }
        double nothing = NOTHING * largest;
        return Arrays.stream(differences)
                .filter(difference -> Math.abs(difference) > nothing)
                .boxed()
                .sorted(Comparator.<Double>comparingDouble(Math::abs).thenComparing(Comparator.naturalOrder()))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
