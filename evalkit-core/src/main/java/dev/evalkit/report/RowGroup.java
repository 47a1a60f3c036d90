package dev.evalkit.report;

import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Reason;
import java.util.Locale;

/** What rows are shown together, in the order in which they are shown. */
public enum RowGroup {
    REGRESSED("regressed"),
    PROVEN_DROP("inconclusive, but a drop is proven"),
    INCONCLUSIVE("inconclusive"),
    INCOMPARABLE("incomparable"),
    IMPROVED("improved"),
    NO_WORSE("no worse"),
    NEW("new"),
    MISSING("missing");

    private final String title;

    RowGroup(String title) {
        this.title = title;
    }

    public static RowGroup of(DiffRow row) {
        return switch (row.verdict()) {
            case REGRESSED -> REGRESSED;
            case INCONCLUSIVE -> row.says(Reason.Code.PROVEN_DROP) ? PROVEN_DROP : INCONCLUSIVE;
            case INCOMPARABLE -> INCOMPARABLE;
            case IMPROVED -> IMPROVED;
            case NO_WORSE -> NO_WORSE;
            case NEW -> NEW;
            case MISSING -> MISSING;
        };
    }

    /** What stands above the rows; in capitals where they fail the build. */
    String title(boolean fails) {
        return fails ? title.toUpperCase(Locale.ROOT) : title;
    }

    /** The same for a heading. */
    public String heading() {
        return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }

    /** Whether anything can be said of how rows of this group changed. */
    public boolean saysNothing() {
        return this == INCONCLUSIVE || this == INCOMPARABLE;
    }
}
