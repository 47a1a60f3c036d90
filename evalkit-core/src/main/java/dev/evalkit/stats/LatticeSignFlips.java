package dev.evalkit.stats;

import java.util.Optional;

/**
 * The exact distribution of a sum under sign flips, where all differences are whole multiples of one unit: the differences that come out
 * negative add up to W, whose distribution grows by one difference at a time.
 */
final class LatticeSignFlips {
    /** Additions that are done rather than simulating: about 50 ms. */
    private static final double MOST_ADDITIONS = 5e7;

    /** Remainders below this share of the largest difference are rounding. */
    private static final double ROUNDING = 1e-9;

    /** How far from a whole number a multiple may be. */
    private static final double WHOLE = 1e-6;

    private LatticeSignFlips() {}

    /**
     * Both tails, or empty where there is no such unit, or it is too small.
     *
     * @param bySize differences that are not 0, from the smallest size to the largest
     */
    static Optional<Tails> tails(double[] bySize) {
        return multiples(bySize).map(sizes -> {
            int negative = 0;
            int total = 0;
            int negatives = 0;
            for (int i = 0; i < sizes.length; i++) {
                total += sizes[i];
                negative += bySize[i] < 0 ? sizes[i] : 0;
                negatives += bySize[i] < 0 ? 1 : 0;
            }
            return sizes[0] == sizes[sizes.length - 1]
                    ? McNemar.exact(negatives, sizes.length - negatives)
                    : convolved(sizes, total, negative);
        });
    }

    private static Tails convolved(int[] sizes, int total, int negative) {
        double[] probability = new double[total + 1];
        probability[0] = 1;
        int reached = 0;
        for (int size : sizes) {
            for (int w = reached + size; w >= 0; w--) {
                double flipped = w >= size ? probability[w - size] : 0;
                probability[w] = (probability[w] + flipped) / 2;
            }
            reached += size;
        }
        // Both sums run inwards from their end of a symmetric distribution: swapping the sides swaps them to the last
        // bit.
        double worse = 0;
        for (int w = total; w >= negative; w--) {
            worse += probability[w];
        }
        double better = 0;
        for (int w = 0; w <= negative; w++) {
            better += probability[w];
        }
        return new Tails(Math.min(1, worse), Math.min(1, better));
    }

    /** Each size in units, where they are whole and few enough. */
    private static Optional<int[]> multiples(double[] bySize) {
        double largest = Math.abs(bySize[bySize.length - 1]);
        double unit = unit(bySize, ROUNDING * largest);
        // Counting from the largest difference keeps the rounding of the unit out of its multiples.
        double exactUnit = largest / Math.rint(largest / unit);
        int[] multiples = new int[bySize.length];
        double total = 0;
        for (int i = 0; i < multiples.length; i++) {
            double multiple = Math.abs(bySize[i]) / exactUnit;
            total += multiple;
            if (Math.abs(multiple - Math.rint(multiple)) > WHOLE || total > Integer.MAX_VALUE - 8.0) {
                return Optional.empty();
            }
            multiples[i] = (int) Math.rint(multiple);
        }
        boolean cheap = multiples[0] == multiples[multiples.length - 1] || total * multiples.length <= MOST_ADDITIONS;
        return cheap ? Optional.of(multiples) : Optional.empty();
    }

    /** The greatest common divisor of all sizes by Euclid's algorithm, remainders up to {@code rounding} taken for 0. */
    private static double unit(double[] bySize, double rounding) {
        double unit = Math.abs(bySize[0]);
        for (double size : bySize) {
            double divisor = unit;
            double rest = remainder(Math.abs(size), divisor, rounding);
            while (rest > 0) {
                double next = remainder(divisor, rest, rounding);
                divisor = rest;
                rest = next;
            }
            unit = divisor;
        }
        return unit;
    }

    /** The remainder of a division, 0 where it or what it lacks of the divisor is rounding. */
    private static double remainder(double dividend, double divisor, double rounding) {
        double rest = dividend % divisor;
        return rest <= rounding || divisor - rest <= rounding ? 0 : rest;
    }
}
