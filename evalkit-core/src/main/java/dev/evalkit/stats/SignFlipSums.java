package dev.evalkit.stats;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * The sum of differences under sign flips, drawn or enumerated. The sums of every four differences under their 16 signs are worked out once, so
 * that a draw looks up one number for four signs.
 */
final class SignFlipSums implements NullSimulation {
    private static final int BLOCK = 4;
    private static final int PATTERNS = 1 << BLOCK;

    /** Sums that agree to this share of the sum of all sizes are ties. */
    private static final double TIE = 1e-10;

    private final double[] sums;
    private final int count;
    private final double observed;
    private final double tolerance;

    /**
     * Prepares the sums.
     *
     * @param bySize differences that are not 0, from the smallest size to the largest
     */
    SignFlipSums(double[] bySize) {
        count = bySize.length;
        sums = new double[(count + BLOCK - 1) / BLOCK * PATTERNS];
        double total = 0;
        double all = 0;
        for (int i = 0; i < count; i++) {
            double size = Math.abs(bySize[i]);
            total += bySize[i];
            all += size;
            int block = i / BLOCK * PATTERNS;
            for (int pattern = 0; pattern < PATTERNS; pattern++) {
                boolean plus = (pattern >> (i % BLOCK) & 1) == 1;
                sums[block + pattern] += plus ? size : -size;
            }
        }
        observed = total;
        tolerance = TIE * all;
    }

    @Override
    public TailCounts draw(UniformRandomProvider random, int resamples) {
        long far = 0;
        long near = 0;
        for (int i = 0; i < resamples; i++) {
            double sum = drawnSum(random);
            far += isFar(sum) ? 1 : 0;
            near += isNear(sum) ? 1 : 0;
        }
        return oriented(far, near, resamples);
    }

    /** Both tails over all 2^k signs; k at most 30. */
    Tails enumerated() {
        int patterns = 1 << count;
        long far = 0;
        long near = 0;
        for (int signs = 0; signs < patterns; signs++) {
            double sum = 0;
            int bits = signs;
            for (int block = 0; block < sums.length; block += PATTERNS) {
                sum += sums[block + (bits & (PATTERNS - 1))];
                bits >>>= BLOCK;
            }
            far += isFar(sum) ? 1 : 0;
            near += isNear(sum) ? 1 : 0;
        }
        TailCounts counts = oriented(far, near, patterns);
        return new Tails((double) counts.worse() / patterns, (double) counts.better() / patterns);
    }

    private double drawnSum(UniformRandomProvider random) {
        double sum = 0;
        long bits = 0;
        int left = 0;
        for (int block = 0; block < sums.length; block += PATTERNS) {
            if (left == 0) {
                bits = random.nextLong();
                left = Long.SIZE;
            }
            sum += sums[block + ((int) bits & (PATTERNS - 1))];
            bits >>>= BLOCK;
            left -= BLOCK;
        }
        return sum;
    }

    // The distribution is symmetric: counting on the side where the observed sum is, whichever that is, lets both
    // directions of a
    // comparison count the same draws.
    private boolean isFar(double sum) {
        return sum <= tolerance - Math.abs(observed);
    }

    private boolean isNear(double sum) {
        return sum >= -tolerance - Math.abs(observed);
    }

    private TailCounts oriented(long far, long near, int resamples) {
        TailCounts counts = new TailCounts(far, near, resamples);
        return observed <= 0 ? counts : counts.swapped();
    }
}
