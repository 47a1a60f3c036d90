package dev.evalkit.lmarena.board;

import java.util.List;
import java.util.Locale;

/** What kind of intervals a board has, told by their symmetry. Intervals of different kinds are not comparable. */
public enum CiKind {
    /** Symmetric ones, as a covariance gives them. */
    CLOSED_FORM,
    /** Asymmetric ones, as the percentiles of a bootstrap are. */
    BOOTSTRAP_PERCENTILE,
    /** Some of each. */
    MIXED,
    /** None at all. */
    NONE;

    /** Half-widths that differ by less than this share of the width are equal but for rounding. */
    private static final double ROUNDING = 0.002;

    private static final double LEAST_ROUNDING = 1e-6;
    private static final double NEARLY_ALL = 0.9;
    private static final double FEW = 0.5;

    /** The kind of the intervals of these rows; those without width tell nothing. */
    public static CiKind of(List<BoardRow> rows) {
        long intervals = 0;
        long symmetric = 0;
        for (BoardRow row : rows) {
            if (row.interval() == null || row.isAnchor()) {
                continue;
            }
            Double low = row.interval().low();
            Double high = row.interval().high();
            if (low != null && high != null) {
                intervals++;
                double skew = Math.abs((high - row.rating()) - (row.rating() - low));
                symmetric += skew <= Math.max(LEAST_ROUNDING, ROUNDING * (high - low)) ? 1 : 0;
            }
        }
        if (intervals == 0) {
            return NONE;
        }
        double share = (double) symmetric / intervals;
        return share >= NEARLY_ALL ? CLOSED_FORM : share <= FEW ? BOOTSTRAP_PERCENTILE : MIXED;
    }

    /** As it stands in documents. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
