package dev.evalkit.diff;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a diff, unmodifiable: what is kept, and what is made each time that it is asked for, equal every time. */
final class Rows extends AbstractList<DiffRow> implements RandomAccess {
    private final @Nullable DiffRow[] kept;
    private final int[] pairs;
    private final BitSet unmoved;
    private final IntFunction<DiffRow> again;

    /**
     * @param kept the rows, null where they are made again
     * @param pairs from which pairs
     * @param unmoved which of them are known to have the verdict that the item is no worse
     * @param again makes the row of a pair
     */
    Rows(@Nullable DiffRow[] kept, int[] pairs, BitSet unmoved, IntFunction<DiffRow> again) {
        this.kept = kept;
        this.pairs = pairs;
        this.unmoved = unmoved;
        this.again = again;
    }

    /** An unmodifiable list of these rows. */
    static List<DiffRow> copyOf(List<DiffRow> rows) {
        return rows instanceof Rows ? rows : List.copyOf(rows);
    }

    /** Those of them with another verdict than that the item is no worse. */
    static Stream<DiffRow> moved(List<DiffRow> rows) {
        IntStream numbers = IntStream.range(0, rows.size());
        return (rows instanceof Rows some ? numbers.filter(number -> !some.unmoved.get(number)) : numbers)
                .mapToObj(rows::get)
                .filter(row -> row.verdict() != Verdict.NO_WORSE);
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
