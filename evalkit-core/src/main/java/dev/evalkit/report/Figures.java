package dev.evalkit.report;

import dev.evalkit.diff.Change;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Observation;
import dev.evalkit.diff.SharedValue;
import dev.evalkit.result.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one row in the decimals that its change and its threshold call for, all the same, so that the delta that is shown is the difference of
 * the values that are shown.
 */
final class Figures {
    private static final int VALUE_DIGITS = 3;
    private static final int CHANGE_DIGITS = 2;
    /** A change far below its threshold is not worth more decimals than these. */
    private static final int EXTRA_DECIMALS = 2;

    private static final int MOST_DECIMALS = 12;
    private static final int LARGE_PERCENT = 1000;
    private static final double LARGE = 1e15;
    private static final double SMALL = 1e-6;

    private final DiffRow row;
    private final int decimals;
    private final boolean scientific;

    Figures(DiffRow row) {
        this.row = row;
        double size = Math.max(size(row.previous()), size(row.current()));
        this.scientific = size >= LARGE || (size > 0 && size < SMALL);
        this.decimals = decimals(row.change(), size, Math.max(spread(row.previous()), spread(row.current())));
    }

    String previous() {
        return value(row.previous());
    }

    String current() {
        return value(row.current());
    }

    /** ± the distance to the farther end of the interval; empty where there is none. */
    String previousSpread() {
        return shownSpread(row.previous());
    }

    String currentSpread() {
        return shownSpread(row.current());
    }

    /** The end of an interval of the change with its sign. */
    String end(@Nullable Double end, String unbounded) {
        return end == null ? unbounded : sign(end) + number(Math.abs(end));
    }

    /** The change with its sign; empty where there is none. */
    String delta() {
        Change change = row.change();
        return change == null ? "" : sign(change.delta()) + number(Math.abs(shownDelta(change)));
    }

    /** The change in percent with its sign; empty where there is none, or none that can be given in percent. */
    String percent() {
        Change change = row.change();
        Double percent = change == null || change.delta() == 0 ? null : change.deltaPercent();
        if (percent == null) {
            return "";
        }
        int places = Math.abs(percent) < LARGE_PERCENT ? 1 : 0;
        BigDecimal shown = BigDecimal.valueOf(Math.abs(percent)).setScale(places, RoundingMode.HALF_EVEN);
        return sign(percent) + shown.toPlainString() + "%";
    }

    String threshold() {
        Change change = row.change();
        return change == null ? "" : number(change.threshold());
    }

    private double shownDelta(Change change) {
        Observation previous = row.previous();
        Observation current = row.current();
        if (scientific || previous == null || current == null) {
            return change.delta();
        }
        return rounded(current.compared())
                .subtract(rounded(previous.compared()))
                .doubleValue();
    }

    private String value(@Nullable Observation observation) {
        return observation == null ? "" : number(observation.compared());
    }

    private String number(double number) {
        return scientific
                ? String.format(Locale.ROOT, "%.3e", number)
                : rounded(number).toPlainString();
    }

    private BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private static String sign(double number) {
        return number == 0 ? "" : number < 0 ? "-" : "+";
    }

    private String shownSpread(@Nullable Observation observation) {
        Interval ci = interval(observation);
        if (ci == null) {
            return "";
        }
        return ci.low() == null || ci.high() == null ? "±∞" : "±" + number(spread(observation));
    }

    private static @Nullable Interval interval(@Nullable Observation observation) {
        if (observation == null) {
            return null;
        }
        SharedValue shared = observation.shared();
        return shared == null ? observation.ci() : shared.ci();
    }

    /** The distance to the farther end, as far as it is bounded. */
    private static double spread(@Nullable Observation observation) {
        Interval ci = interval(observation);
        if (observation == null || ci == null) {
            return 0;
        }
        double value = observation.compared();
        double down = ci.low() == null ? 0 : value - ci.low();
        double up = ci.high() == null ? 0 : ci.high() - value;
        return Math.max(Math.max(down, up), 0);
    }

    private static double size(@Nullable Observation observation) {
        return observation == null ? 0 : Math.abs(observation.compared());
    }

    private static int decimals(@Nullable Change change, double size, double spread) {
        int decimals = decimals(size, VALUE_DIGITS);
        decimals = Math.max(decimals, Math.min(decimals + EXTRA_DECIMALS, decimals(spread, CHANGE_DIGITS)));
        if (change != null) {
            decimals = Math.max(decimals, decimals(change.threshold(), CHANGE_DIGITS));
            decimals = Math.max(
                    decimals, Math.min(decimals + EXTRA_DECIMALS, decimals(Math.abs(change.delta()), CHANGE_DIGITS)));
        }
        return Math.min(decimals, MOST_DECIMALS);
    }

    /** The decimals in which a number has so many digits that count. */
    private static int decimals(double number, int digits) {
        return number == 0 ? 0 : Math.max(0, digits - 1 - (int) Math.floor(Math.log10(number)));
    }
}
