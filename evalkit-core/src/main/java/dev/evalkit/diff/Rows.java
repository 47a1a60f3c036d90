package dev.evalkit.diff;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The rows of a diff, unmodifiable: what is kept, and what is made each time that it is asked for, equal every time. */
final class Rows extends AbstractList<DiffRow> implements RandomAccess {
    private final @Nullable DiffRow[] kept;
    private final int[] pairs;
    private final IntFunction<DiffRow> again;

    /**
     * @param kept the rows, null where they are made again
     * @param pairs from which pairs
     */
    Rows(@Nullable DiffRow[] kept, int[] pairs, IntFunction<DiffRow> again) {
        this.kept = kept;
        this.pairs = pairs;
        this.again = again;
    }

    /** An unmodifiable list of these rows. */
    static List<DiffRow> copyOf(List<DiffRow> rows) {
        return rows instanceof Rows ? rows : List.copyOf(rows);
    }

    @Override
    public int size() {
        return kept.length;
    }

    @Override
    public DiffRow get(int index) {
        DiffRow row = kept[index];
        return row == null ? again.apply(pairs[index]) : row;
    }
}
