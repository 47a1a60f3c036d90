package dev.evalkit.report.html;

import dev.evalkit.diff.DiffRow;
import dev.evalkit.report.RowGroup;

/** The classes of what is said of rows; the words that go with them are those of the verdict. */
final class RowStyle {
    private RowStyle() {}

    static String of(DiffRow row) {
        return of(RowGroup.of(row));
    }

    static String of(RowGroup group) {
        return switch (group) {
            case REGRESSED, PROVEN_DROP -> "worse";
            case INCONCLUSIVE, INCOMPARABLE, MISSING -> "open";
            case IMPROVED -> "better";
            case NO_WORSE, NEW -> "same";
        };
    }
}
