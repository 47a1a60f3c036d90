package dev.evalkit.report.chart;

import dev.evalkit.result.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of one unit as readers take them: proportions in percent, many milliseconds in seconds, millions as such.
 *
 * @param factor what values are multiplied by to be shown
 * @param unit what stands behind the shown number; empty for nothing
 */
public record Quantity(double factor, String unit) {
    private static final Set<String> PROPORTIONS = Set.of("ratio", "proportion", "fraction");
    private static final String PERCENT = "%";
    private static final int DIGITS = 3;
    private static final int MOST_EXTRA = 2;
    private static final int MOST_DECIMALS = 12;
    private static final double TINY = 1e-6;
    private static final double HUGE = 1e15;

    /**
     * How a unit is shown.
     *
     * @param unit as results name it, e.g. {@code ratio} or {@code ms}; empty where nothing names it
     * @param largest the largest magnitude that is shown with it
     */
    public static Quantity of(String unit, double largest) {
        if (PROPORTIONS.contains(unit)) {
            return new Quantity(100, PERCENT);
        }
        if (unit.equals("ms") && largest >= 10_000) {
            return new Quantity(1e-3, "s");
        }
        if (unit.equals("s") && largest > 0 && largest < 0.1) {
            return new Quantity(1e3, "ms");
        }
        if (largest >= 1e6 && largest < HUGE) {
            return largest >= 1e9 ? new Quantity(1e-9, prefixed("G", unit)) : new Quantity(1e-6, prefixed("M", unit));
        }
        return new Quantity(1, unit);
    }

    private static String prefixed(String prefix, String unit) {
        return unit.isEmpty() ? prefix : prefix + " " + unit;
    }

    /** The number alone, with that many decimals. */
    String number(double value, int decimals) {
        double shown = value * factor;
        if (Math.abs(shown) >= HUGE || (shown != 0 && Math.abs(shown) < TINY)) {
            return withMinus(
                    String.format(Locale.ROOT, "%.2e", BigDecimal.valueOf(value).multiply(BigDecimal.valueOf(factor))));
        }
        return withMinus(BigDecimal.valueOf(shown)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString());
    }

    /** With a sign of the width of a plus; of what is rounded to 0 with none. */
    private static String withMinus(String number) {
        boolean isNegative = number.startsWith("-");
        String size = isNegative ? number.substring(1) : number;
        return isNegative && size.matches(".*[1-9].*") ? "−" + size : size;
    }

    /** The number and its unit, with three digits that count or those of a whole number. */
    public String text(double value) {
        return text(value, null);
    }

    /** The number, its unit, and behind it both ends of its interval where there is one: all in the decimals that the interval's width calls for. */
    public String text(double value, @Nullable Interval interval) {
        int decimals = decimals(value, interval);
        String number = withUnit(number(value, decimals));
        return interval == null
                ? number
                : number + " [" + end(interval.low(), "−∞", decimals) + ", " + end(interval.high(), "∞", decimals)
                        + "]";
    }

    /** The same with the sign of the number, also where that is a plus. */
    public String signed(double value, @Nullable Interval interval) {
        return (value > 0 ? "+" : "") + text(value, interval);
    }

    private String end(@Nullable Double end, String unbounded, int decimals) {
        return end == null ? unbounded : number(end, decimals);
    }

    private int decimals(double value, @Nullable Interval interval) {
        int least = decimals(Math.abs(value * factor), DIGITS);
        if (interval == null) {
            return least;
        }
        double width =
                Mark.ends(interval).map(end -> Math.abs(end - value)).max().orElse(0);
        return Math.max(least, Math.min(least + MOST_EXTRA, decimals(width * factor, 2)));
    }

    /** How differences of such numbers are shown: those of percentages in points. */
    public Quantity ofDifferences() {
        return unit.equals(PERCENT) ? new Quantity(factor, "points") : this;
    }

    private String withUnit(String number) {
        return unit.isEmpty() ? number : unit.equals(PERCENT) ? number + unit : number + " " + unit;
    }

    /** The fewest decimals in which round numbers are exact. */
    int decimalsFor(Collection<Double> values) {
        return values.stream()
                .mapToInt(value -> Math.max(
                        0,
                        BigDecimal.valueOf(value * factor)
                                .round(new MathContext(MOST_DECIMALS))
                                .stripTrailingZeros()
                                .scale()))
                .map(decimals -> Math.min(decimals, MOST_DECIMALS))
                .max()
                .orElse(0);
    }

    /** A tick's label: the unit stands with it where it is short. */
    String tick(double value, int decimals) {
        return unit.equals(PERCENT) ? number(value, decimals) + unit : number(value, decimals);
    }

    private static int decimals(double number, int digits) {
        return number == 0 || !(number < HUGE)
                ? 0
                : Math.min(MOST_DECIMALS, Math.max(0, digits - 1 - (int) Math.floor(Math.log10(number))));
    }
}
