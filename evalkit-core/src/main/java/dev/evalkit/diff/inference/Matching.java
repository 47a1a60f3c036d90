package dev.evalkit.diff.inference;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.evaluate.score.ScoreTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The rows of two score tables by their ids. */
public final class Matching {
    private static final int NONE = -1;

    private final ScoreTable previous;
    private final ScoreTable current;

    /** For each previous row the current row with its id. */
    private final int[] counterparts;

    private Matching(ScoreTable previous, ScoreTable current, int[] counterparts) {
        this.previous = previous;
        this.current = current;
        this.counterparts = counterparts;
    }

    /**
     * Matches two tables.
     *
     * @param previous the previous rows, with ids
     * @param current the current rows, with ids
     * @throws EvalkitException if an id occurs twice on one side
     */
    public static Matching of(ScoreTable previous, ScoreTable current) {
        int[] counterparts = new int[previous.size()];
        if (isSameOrder(previous, current)) {
            Arrays.setAll(counterparts, row -> row);
        } else {
            Map<String, Integer> rows = rows(current);
            rows(previous);
            Arrays.setAll(counterparts, row -> rows.getOrDefault(previous.id(row), NONE));
        }
        return new Matching(previous, current, counterparts);
    }

    private static boolean isSameOrder(ScoreTable previous, ScoreTable current) {
        if (previous.size() != current.size()) {
            return false;
        }
        for (int row = 0; row < previous.size(); row++) {
            if (!previous.id(row).equals(current.id(row))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Integer> rows(ScoreTable table) {
        Map<String, Integer> rows = new HashMap<>(table.size() * 2);
        for (int row = 0; row < table.size(); row++) {
            if (rows.put(table.id(row), row) != null) {
                throw new EvalkitException("Two rows of a score file have the id " + Shown.quoted(table.id(row))
                        + "; samples pair by id, so that each must have its own");
            }
        }
        return rows;
    }

    /** The previous table. */
    public ScoreTable previous() {
        return previous;
    }

    /** The current table. */
    public ScoreTable current() {
        return current;
    }

    /** The current row with the id of a previous one, or a negative number. */
    int counterpart(int previousRow) {
        return counterparts[previousRow];
    }
}
