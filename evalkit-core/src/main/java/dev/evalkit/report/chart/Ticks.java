package dev.evalkit.report.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Round numbers along an axis.
 *
 * @param low where the axis begins, at or below the first of them
 * @param high where it ends
 * @param values the numbers, ascending, at least two
 */
record Ticks(double low, double high, List<Double> values) {
    /** Below this share of the numbers themselves a range is rounding, not data. */
    private static final double NARROWEST = 1e-9;

    private static final int DECADE = 10;

    Ticks {
        values = List.copyOf(values);
    }

    /**
     * Multiples of 1, 2 or 5 times a power of ten that enclose a range: the "loose labels" of Heckbert, Nice numbers for graph labels, Graphics Gems (1990).
     *
     * @param low the smallest value
     * @param high the largest value
     * @param wanted how many ticks there should be, about; 2 or more
     */
    static Ticks linear(double low, double high, int wanted) {
        double least = Math.max(Math.max(Math.abs(low), Math.abs(high)) * NARROWEST, Double.MIN_NORMAL * DECADE);
        double widen = high - low >= least ? 0 : Math.max(Math.abs(low) / DECADE, least);
        widen = widen > 0 && low == 0 ? 1 : widen;
        BigDecimal step = nice((high - low + 2 * widen) / (wanted - 1));
        BigDecimal first = new BigDecimal(Math.floor((low - widen) / step.doubleValue()));
        BigDecimal last = new BigDecimal(Math.ceil((high + widen) / step.doubleValue()));
        List<Double> values = new ArrayList<>();
        for (BigDecimal each = first; each.compareTo(last) <= 0; each = each.add(BigDecimal.ONE)) {
            values.add(each.multiply(step).doubleValue());
        }
        return new Ticks(values.get(0), values.get(values.size() - 1), values);
    }

    /** The number of 1, 2 and 5 times a power of ten that is nearest, by the bounds of Heckbert. */
    private static BigDecimal nice(double size) {
        int exponent = (int) Math.floor(Math.log10(size));
        double fraction = size / Math.pow(DECADE, exponent);
        int digit = fraction < 1.5 ? 1 : fraction < 3 ? 2 : fraction < 7 ? 5 : DECADE;
        return BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
    }

    /**
     * Powers of ten, and 2 and 5 times those where there is room for them.
     *
     * @param low the smallest value, above 0
     * @param high the largest value
     * @param most how many there may be
     */
    static Ticks logarithmic(double low, double high, int most) {
        int first = (int) Math.floor(Math.log10(low));
        int last = Math.max(first + 1, (int) Math.ceil(Math.log10(high)));
        for (int[] digits : new int[][] {{1, 2, 5}, {1, 5}, {1}}) {
            List<Double> values = decades(first, last, 1, digits);
            while (values.size() > 2 && values.get(1) <= low) {
                values.remove(0);
            }
            while (values.size() > 2 && values.get(values.size() - 2) >= high) {
                values.remove(values.size() - 1);
            }
            if (values.size() <= most) {
                return new Ticks(values.get(0), values.get(values.size() - 1), values);
            }
        }
        int stride = (last - first + most - 2) / (most - 1);
        List<Double> values = decades(first, first + stride * (most - 1), stride, 1);
        return new Ticks(values.get(0), values.get(values.size() - 1), values);
    }

    private static List<Double> decades(int first, int last, int stride, int... digits) {
        List<Double> values = new ArrayList<>();
        for (int exponent = first; exponent < last; exponent += stride) {
            for (int digit : digits) {
                values.add(BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent).doubleValue());
            }
        }
        values.add(BigDecimal.ONE.scaleByPowerOfTen(last).doubleValue());
        return values;
    }
}
