package dev.evalkit.diff.inference;

import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.evaluate.score.ScoreView;
import dev.evalkit.evaluate.score.Statistic;
import dev.evalkit.evaluate.score.TextColumn;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The samples that two runs share, as far as one item is about them: paired rows of two score tables, and what only one of them has.
 */
public final class SharedSamples {
    private static final long SHARE = 20;

    private final ScoreTable previous;
    private final ScoreTable current;
    private final int[] previousRows;
    private final int[] currentRows;
    private final int lost;
    private final int added;

    private SharedSamples(
            ScoreTable previous, ScoreTable current, int[] previousRows, int[] currentRows, int lost, int added) {
        this.previous = previous;
        this.current = current;
        this.previousRows = previousRows;
        this.currentRows = currentRows;
        this.lost = lost;
        this.added = added;
    }

    /**
     * The samples of an item.
     *
     * @param statistic what is computed from them
     * @param slice the item's slice, by slice columns that both tables have
     */
    public static SharedSamples of(Matching matching, Statistic statistic, Map<String, String> slice) {
        RowFilter before = new RowFilter(matching.previous(), statistic, slice);
        RowFilter after = new RowFilter(matching.current(), statistic, slice);
        int[] candidates = before.rows();
        int[] previousRows = new int[candidates.length];
        int[] currentRows = new int[candidates.length];
        int shared = 0;
        for (int row : candidates) {
            int counterpart = matching.counterpart(row);
            if (counterpart >= 0 && after.passes(counterpart)) {
                previousRows[shared] = row;
                currentRows[shared++] = counterpart;
            }
        }
        return new SharedSamples(
                matching.previous(),
                matching.current(),
                Arrays.copyOf(previousRows, shared),
                Arrays.copyOf(currentRows, shared),
                candidates.length - shared,
                after.count() - shared);
    }

    /** How many samples both sides have. */
    public int size() {
        return previousRows.length;
    }

    /** How many only the previous side has. */
    public int lost() {
        return lost;
    }

    /** How many only the current side has. */
    public int added() {
        return added;
    }

    /** Whether both sides have the same samples. */
    public boolean isFull() {
        return lost == 0 && added == 0;
    }

    /** Whether 95 % or more of either side's samples are shared. */
    public boolean isEnough() {
        return lost * SHARE <= (long) size() + lost && added * SHARE <= (long) size() + added;
    }

    /** How many shared samples have another reference, i.e. are another question under the same id. */
    public int changedReferences() {
        return (int) changed().count();
    }

    /** One of them: the first by its id. */
    public Optional<String> changedReference() {
        return changed().mapToObj(this::id).min(Comparator.naturalOrder());
    }

    private IntStream changed() {
        return IntStream.range(0, size()).filter(i -> {
            Optional<String> before = previous.ref(previousRows[i]);
            Optional<String> after = current.ref(currentRows[i]);
            return before.isPresent() && after.isPresent() && !before.equals(after);
        });
    }

    /** The previous rows. */
    public ScoreView previous() {
        return previous.rows(previousRows);
    }

    /** The current rows, in the same order. */
    public ScoreView current() {
        return current.rows(currentRows);
    }

    /** The id of a pair. */
    public String id(int pair) {
        return previous.id(previousRows[pair]);
    }

    /** The clusters that the samples are in as the previous side says, else the current one; null where neither does. */
    String @Nullable [] clusters() {
        boolean byPrevious = previous.clusters().isPresent();
        TextColumn column = previous.clusters().or(current::clusters).orElse(null);
        if (column == null) {
            return null;
        }
        String[] clusters = new String[size()];
        for (int i = 0; i < clusters.length; i++) {
            clusters[i] = column.texts().get(column.code(byPrevious ? previousRows[i] : currentRows[i]));
        }
        return clusters;
    }

    /** Whether samples are clustered. */
    boolean isClustered() {
        return previous.clusters().isPresent() || current.clusters().isPresent();
    }

    /** The same samples sorted by id, so that nothing depends on the order in which they were evaluated. */
    SharedSamples sorted() {
        String[] ids = new String[size()];
        boolean isSorted = true;
        for (int i = 0; i < ids.length; i++) {
            ids[i] = id(i);
            isSorted &= i == 0 || ids[i - 1].compareTo(ids[i]) < 0;
        }
        if (isSorted) {
            return this;
        }
        int[] order = IntStream.range(0, ids.length)
                .boxed()
                .sorted(Comparator.comparing(i -> ids[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new SharedSamples(
                previous, current, picked(previousRows, order), picked(currentRows, order), lost, added);
    }

    private static int[] picked(int[] rows, int[] order) {
        return Arrays.stream(order).map(i -> rows[i]).toArray();
    }
}
