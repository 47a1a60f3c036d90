package dev.evalkit.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some order statistics of values in any order, found together. Of many values only those are looked at again that share their leading bits with
 * one that is wanted, sixteen bits at a time: two passes over the values and a few over little, whatever the number of ranks and whatever the
 * values. The array that is given stays as it is.
 */
final class OrderStatistics {
    /** Up to so many values are sorted. */
    private static final int FEW = 1 << 11;

    /** First sign, exponent and four bits of the mantissa, that is sixteen buckets between a number and its double. */
    private static final int DIGIT_BITS = 16;

    private static final int NOT_WANTED = -1;

    private final int[] indices;
    private final double[] found;

    private OrderStatistics(int[] indices) {
        this.indices = indices;
        this.found = new double[indices.length];
    }

    /**
     * Finds the values that would stand at these indices if all were sorted.
     *
     * @param values finite values
     * @param wanted indices from 0, in any order, also several times
     */
    static OrderStatistics of(double[] values, List<Integer> wanted) {
        int[] indices =
                wanted.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
        OrderStatistics statistics = new OrderStatistics(indices);
        statistics.find(values, 0, Long.SIZE - DIGIT_BITS, 0, indices.length);
        return statistics;
    }

    /** The value at one of the indices. */
    double at(int index) {
        return found[Arrays.binarySearch(indices, index)];
    }

    /**
     * Finds those from..to of the wanted ones.
     *
     * @param values all that may be them, of which the smallest has the index {@code first}
     * @param shift where the bits stand that tell these values apart; negative where no bit does
     */
    private void find(double[] values, int first, int shift, int from, int to) {
        if (values.length <= FEW || shift < 0) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            for (int i = from; i < to; i++) {
                found[i] = sorted[indices[i] - first];
            }
            return;
        }
        int[] counts = counts(values, shift);
        List<Bucket> wanted = wanted(counts, first, from, to);
        if (wanted.size() == 1 && counts[wanted.get(0).bucket()] == values.length) {
            find(values, first, shift - DIGIT_BITS, from, to);
            return;
        }
        double[] gathered = gathered(values, shift, counts, wanted);
        int start = 0;
        for (Bucket bucket : wanted) {
            int end = start + counts[bucket.bucket()];
            double[] inside = Arrays.copyOfRange(gathered, start, end);
            find(inside, bucket.first(), shift - DIGIT_BITS, bucket.from(), bucket.to());
            start = end;
        }
    }

    /** A bucket that holds those from..to of the wanted ones; its smallest value has the index {@code first}. */
    private record Bucket(int bucket, int first, int from, int to) {}

    private static int[] counts(double[] values, int shift) {
        int[] counts = new int[1 << DIGIT_BITS];
        for (double value : values) {
            counts[bucket(value, shift)]++;
        }
        return counts;
    }

    private List<Bucket> wanted(int[] counts, int first, int from, int to) {
        List<Bucket> wanted = new ArrayList<>();
        int begin = first;
        int next = from;
        for (int bucket = 0; next < to; bucket++) {
            int end = begin + counts[bucket];
            int start = next;
            while (next < to && indices[next] < end) {
                next++;
            }
            if (next > start) {
                wanted.add(new Bucket(bucket, begin, start, next));
            }
            begin = end;
        }
        return wanted;
    }

    /** The values of the wanted buckets, one bucket behind the other. */
    private static double[] gathered(double[] values, int shift, int[] counts, List<Bucket> wanted) {
        int[] next = new int[counts.length];
        Arrays.fill(next, NOT_WANTED);
        int size = 0;
        for (Bucket bucket : wanted) {
            next[bucket.bucket()] = size;
            size += counts[bucket.bucket()];
        }
        double[] gathered = new double[size];
        for (double value : values) {
            int bucket = bucket(value, shift);
            if (next[bucket] != NOT_WANTED) {
                gathered[next[bucket]++] = value;
            }
        }
        return gathered;
    }

    /** Buckets are in the order of the values: the bits of a double, those of negative ones turned round. */
    private static int bucket(double value, int shift) {
        long bits = Double.doubleToRawLongBits(value);
        long ordered = bits ^ ((bits >> (Long.SIZE - 1)) | Long.MIN_VALUE);
        return (int) (ordered >>> shift) & ((1 << DIGIT_BITS) - 1);
    }
}
