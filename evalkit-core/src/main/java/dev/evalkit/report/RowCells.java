package dev.evalkit.report;

import dev.evalkit.diff.Change;
import dev.evalkit.diff.DiffResult;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Observation;
import dev.evalkit.diff.Reason;
import dev.evalkit.diff.TestResult;
import dev.evalkit.diff.Verdict;
import dev.evalkit.model.Direction;
import dev.evalkit.result.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in the cells of one row, unescaped: {@code 0.841 ±0.012 → 0.792 ±0.013 -0.049 worse (p=0.0004 n=1200)}. */
public final class RowCells {
    /** Nothing can be said of the change. */
    static final String UNKNOWN = "~";

    private static final double LEAST_P = 1e-4;
    private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

    private final DiffRow row;
    private final Figures figures;

    public RowCells(DiffRow row) {
        this.row = row;
        this.figures = new Figures(row);
    }

    public String label(DiffResult diff) {
        return DiffWords.label(row, diff);
    }

    public String previous() {
        return figures.previous();
    }

    /** ± the farther end of the interval. */
    public String previousSpread() {
        return figures.previousSpread();
    }

    /** Between the values of both sides, where both have one. */
    String arrow() {
        return row.previous() == null || row.current() == null ? "" : "→";
    }

    public String current() {
        return figures.current();
    }

    public String currentSpread() {
        return figures.currentSpread();
    }

    /** The change with its sign, or {@code ~} where nothing can be said of it. */
    public String delta() {
        return row.change() != null && RowGroup.of(row).saysNothing() ? UNKNOWN : figures.delta();
    }

    /** Which way the change goes: {@code better}, {@code worse}, or {@code same}. */
    public String way() {
        Change change = row.change();
        Direction direction = row.direction();
        if (change == null || direction == null || RowGroup.of(row).saysNothing()) {
            return "";
        }
        if (row.says(Reason.Code.IDENTICAL)) {
            return "same";
        }
        double d = direction.orient(change.delta());
        return d == 0 ? "" : d > 0 ? "better" : "worse";
    }

    /** What backs the change, in brackets: p where it decides, and n; without a test the change in percent. */
    String evidence() {
        TestResult test = row.test();
        List<String> parts = new ArrayList<>();
        if (test != null) {
            add(parts, "p", p());
            add(parts, "q", discovery());
            parts.add("n=" + samples());
        } else if (!RowGroup.of(row).saysNothing() && !figures.percent().isEmpty()) {
            parts.add(figures.percent());
        }
        return parts.isEmpty() ? "" : "(" + String.join(" ", parts) + ")";
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + (value.startsWith("<") ? "" : "=") + value);
        }
    }

    /** The p-value of "not worse than tolerated", where it decides: adjusted, if the row gates. */
    public String p() {
        TestResult test = row.test();
        return test == null || !isDecidedByP()
                ? ""
                : number(test.pMarginAdjusted() == null ? test.pMargin() : test.pMarginAdjusted());
    }

    private boolean isDecidedByP() {
        return row.verdict() != Verdict.IMPROVED && row.verdict() != Verdict.NO_WORSE;
    }

    /** The same by Benjamini and Hochberg, where that was asked for. */
    public String discovery() {
        TestResult test = row.test();
        return test == null || test.qMargin() == null || !isDecidedByP() ? "" : number(test.qMargin());
    }

    private static String number(double p) {
        return p < LEAST_P
                ? "<0.0001"
                : BigDecimal.valueOf(p).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    /** How many samples: the pairs, or those of both sides. */
    public String samples() {
        TestResult test = row.test();
        Long paired = test == null ? null : test.paired();
        String samples = paired == null ? sides() : String.valueOf(paired);
        return test == null || test.clusters() == null ? samples : samples + " in " + test.clusters() + " clusters";
    }

    private String sides() {
        String previous = samples(row.previous());
        String current = samples(row.current());
        return previous.equals(current) ? current : previous + "+" + current;
    }

    private static String samples(@Nullable Observation side) {
        return side == null || side.samples() == null ? "?" : String.valueOf(side.samples());
    }

    /** The change in percent, or nothing. */
    public String percent() {
        return RowGroup.of(row).saysNothing() ? "" : figures.percent();
    }

    /** The interval of the change, its ends with signs; empty where there is none. */
    public String interval() {
        Interval ci = row.test() == null ? null : row.test().ci();
        return ci == null ? "" : figures.end(ci.low(), "-∞") + " to " + figures.end(ci.high(), "+∞");
    }

    /** The threshold, flagged where the change reaches it. */
    public String threshold() {
        return figures.threshold();
    }

    public String flag() {
        return DiffWords.flag(row);
    }
}
