package dev.evalkit.diff;

import dev.evalkit.diff.inference.Evidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a diff in their order, those among them that wait for the p-values of the others, and at last their verdicts. Of a row that can be made again only the
 * pair is remembered: a million of them take more room than their items.
 */
final class RowList {
    private static final int NO_PAIR = -1;

    private @Nullable RowDraft[] drafts = new @Nullable RowDraft[16];
    private int[] pairs = new int[16];
    private byte[] kinds = new byte[16];
    private int size;

    /** Adds the row of the pair of that number. */
    void add(RowDraft draft, int pair) {
        boolean isCheap = draft instanceof RowDraft.Decided decided && decided.isCheap();
        append(isCheap ? null : draft, pair);
    }

    /**
     * Adds the row of the pair of that number, which is decided and cheap.
     *
     * @param kind which others it is like, as {@link Rows} says
     */
    void addPlain(int pair, byte kind) {
        append(null, pair);
        kinds[size - 1] = kind;
    }

    /** Adds a row that is of no pair. */
    void add(RowDraft draft) {
        append(draft, NO_PAIR);
    }

    private void append(@Nullable RowDraft draft, int pair) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * size);
            kinds = Arrays.copyOf(kinds, 2 * size);
            drafts = Arrays.copyOf(drafts, 2 * size);
        }
        pairs[size] = pair;
        drafts[size] = draft;
        kinds[size] = Rows.OWN;
        size++;
    }

    /**
     * All rows. The list is empty afterwards, so that what they waited with is not kept beside them.
     *
     * @param again makes the row of the pair of a number once more
     */
    List<DiffRow> judged(IntFunction<DiffRow> again) {
        List<Evidence> gating = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (drafts[i] instanceof RowDraft.Waiting waiting && waiting.row().gating()) {
                gating.add(waiting.row().evidence());
            }
        }
        List<Adjusted> adjusted = Family.adjust(gating);
        gating.clear();
        @Nullable DiffRow[] rows = new @Nullable DiffRow[size];
        int next = 0;
        for (int i = 0; i < rows.length; i++) {
            if (drafts[i] instanceof RowDraft.Waiting waiting) {
                UnjudgedRow row = waiting.row();
                rows[i] = row.judged(row.gating() ? adjusted.get(next++) : Family.alone(row.evidence()));
            } else if (drafts[i] instanceof RowDraft.Decided decided) {
                rows[i] = decided.row();
            }
            drafts[i] = null;
        }
        size = 0;
        return new Rows(rows, pairs, kinds, again);
    }
}
