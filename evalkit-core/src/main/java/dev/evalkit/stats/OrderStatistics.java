package dev.evalkit.stats;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.arrays.Selection;

/**
 * Some order statistics of values in any order, found together. Of many values only those are looked at that share their leading bits with one
 * that is wanted: two passes over the values, and a selection among few, whatever the number of ranks. The values stay as they are.
 */
final class OrderStatistics {
    /** Up to so many values a selection among all of them is as fast. */
    private static final int FEW = 1 << 13;

    /** Sign, exponent and four bits of the mantissa: sixteen buckets between a number and its double. */
    private static final int BUCKET_BITS = 16;

    private static final int SHIFT = Long.SIZE - BUCKET_BITS;
    private static final int NOT_WANTED = -1;

    private final int[] indices;
    private final double[] found;

    private OrderStatistics(int[] indices, double[] found) {
        this.indices = indices;
        this.found = found;
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
        if (values.length <= FEW) {
            return new OrderStatistics(indices, select(values.clone(), indices.clone()));
        }
        int[] counts = new int[1 << BUCKET_BITS];
        for (double value : values) {
            counts[bucket(value)]++;
        }
        // The wanted buckets one behind the other, and where in them the wanted values stand.
        int[] next = new int[counts.length];
        Arrays.fill(next, NOT_WANTED);
        int[] gatheredIndices = new int[indices.length];
        int size = 0;
        int before = 0;
        int done = 0;
        for (int bucket = 0; bucket < counts.length && done < indices.length; bucket++) {
            int after = before + counts[bucket];
            if (indices[done] < after) {
                for (; done < indices.length && indices[done] < after; done++) {
                    gatheredIndices[done] = size + indices[done] - before;
                }
                next[bucket] = size;
                size += counts[bucket];
            }
            before = after;
        }
        double[] gathered = new double[size];
        for (double value : values) {
            int bucket = bucket(value);
            if (next[bucket] != NOT_WANTED) {
                gathered[next[bucket]++] = value;
            }
        }
        return new OrderStatistics(indices, select(gathered, gatheredIndices));
    }

    /** The value at one of the indices. */
    double at(int index) {
        return found[Arrays.binarySearch(indices, index)];
    }

    private static double[] select(double[] values, int[] indices) {
        double[] found = new double[indices.length];
        Selection.select(values, indices.clone());
        for (int i = 0; i < found.length; i++) {
            found[i] = values[indices[i]];
        }
        return found;
    }

    /** Buckets are in the order of the values: the bits of a double, those of negative ones turned round. */
    private static int bucket(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return (int) ((bits ^ ((bits >> (Long.SIZE - 1)) | Long.MIN_VALUE)) >>> SHIFT);
    }
}
