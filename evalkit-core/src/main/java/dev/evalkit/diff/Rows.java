package dev.evalkit.diff;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows of a diff, unmodifiable: what is kept, and what is made each time that it is asked for, equal every time. */
final class Rows extends AbstractList<DiffRow> implements RandomAccess {
    /** The row is like no other. */
    static final byte OWN = 0;

    /** The row gates, and is no worse by its value alone. */
    static final byte NO_WORSE = 1;

    /** The row gates, and cannot be compared since nothing says which way is better. */
    static final byte NO_DIRECTION = 2;

    private static final int KINDS = 3;

    private final @Nullable DiffRow[] kept;
    private final int[] pairs;
    private final byte[] kinds;
    private final IntFunction<DiffRow> again;

    /**
     * @param kept the rows, null where they are made again
     * @param pairs from which pairs
     * @param kinds which of them are alike in whether they gate and in their verdict
     * @param again makes the row of a pair
     */
    Rows(@Nullable DiffRow[] kept, int[] pairs, byte[] kinds, IntFunction<DiffRow> again) {
        this.kept = kept;
        this.pairs = pairs;
        this.kinds = kinds;
        this.again = again;
    }

    /** An unmodifiable list of these rows. */
    static List<DiffRow> copyOf(List<DiffRow> rows) {
        return rows instanceof Rows ? rows : List.copyOf(rows);
    }

    /** Those for which the predicate holds; of rows that are alike it is asked about one. */
    static List<DiffRow> select(List<DiffRow> rows, Predicate<DiffRow> which) {
        return rows instanceof Rows some
                ? some.select(which)
                : rows.stream().filter(which).toList();
    }

    private Rows select(Predicate<DiffRow> which) {
        @Nullable Boolean[] byKind = new @Nullable Boolean[KINDS];
        BitSet selected = new BitSet(kept.length);
        for (int i = 0; i < kept.length; i++) {
            Boolean known = byKind[kinds[i]];
            if (known == null) {
                known = which.test(get(i));
                byKind[kinds[i]] = kinds[i] == OWN ? null : known;
            }
            selected.set(i, known);
        }
        int[] numbers = selected.stream().toArray();
        @Nullable DiffRow[] rows = new @Nullable DiffRow[numbers.length];
        int[] theirs = new int[numbers.length];
        byte[] alike = new byte[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            rows[i] = kept[numbers[i]];
            theirs[i] = pairs[numbers[i]];
            alike[i] = kinds[numbers[i]];
        }
        return new Rows(rows, theirs, alike, again);
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
