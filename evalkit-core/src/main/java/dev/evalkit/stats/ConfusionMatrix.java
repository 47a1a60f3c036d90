package dev.evalkit.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How often each label met each prediction: the non-zero cells of a K × K table. A class is anything that occurs as a label or as a
 * prediction; one that occurs only as the one or the other is a class like any other. Number the classes by their sorted names, and what is
 * drawn from the table does not depend on the order of the samples.
 *
 * <p>The prediction K, one behind the last class, stands for none: such a sample is wrong, and counts as a prediction of no class.
 *
 * @param classes K, the number of classes; classes are 0 … K − 1
 * @param cells the cells with a count above 0, each once, in the order of (label, prediction)
 */
public record ConfusionMatrix(int classes, List<Cell> cells) {
    /**
     * One cell of the table.
     *
     * @param label the true class
     * @param prediction the predicted class, or K for none
     * @param count how many samples have both, 1 or more
     */
    public record Cell(int label, int prediction, long count) {}

    /**
     * Sorts the cells and checks them.
     *
     * @throws IllegalArgumentException if there are no cells, one is given twice, a label is not in 0 … K − 1, a
     *     prediction not in 0 … K, or a count is below 1
     */
    public ConfusionMatrix {
        cells = cells.stream()
                .sorted(Comparator.comparingInt(Cell::label).thenComparingInt(Cell::prediction))
                .toList();
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("A confusion matrix needs samples; there are none");
        }
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            if (cell.count < 1 || !isClass(cell.label, classes) || !isClass(cell.prediction, classes + 1)) {
                throw new IllegalArgumentException(
                        "A cell needs a count above 0 and classes below " + classes + ": " + cell);
            }
            if (i > 0 && cells.get(i - 1).label == cell.label && cells.get(i - 1).prediction == cell.prediction) {
                throw new IllegalArgumentException("A cell may stand in a confusion matrix once: " + cell);
            }
        }
    }

    /**
     * From the whole table.
     *
     * @param counts {@code counts[label][prediction]}, square, 0 or more
     * @throws IllegalArgumentException if the table is not square, a count is negative or all are 0
     */
    public static ConfusionMatrix of(long[][] counts) {
        List<Cell> cells = new ArrayList<>();
        for (int label = 0; label < counts.length; label++) {
            if (counts[label].length != counts.length) {
                throw new IllegalArgumentException("A confusion matrix is square: row " + label + " (from 0) of "
                        + counts.length + " has " + counts[label].length + " columns");
            }
            for (int prediction = 0; prediction < counts.length; prediction++) {
                if (counts[label][prediction] != 0) {
                    cells.add(new Cell(label, prediction, counts[label][prediction]));
                }
            }
        }
        return new ConfusionMatrix(counts.length, cells);
    }

    /** The number of samples. */
    public long samples() {
        return cells.stream().mapToLong(Cell::count).sum();
    }

    /** The totals per class, fresh and the caller's own. */
    public ClassTallies tallies() {
        ClassTallies tallies = new ClassTallies(classes);
        for (Cell cell : cells) {
            tallies.add(cell.label, cell.prediction, cell.count);
        }
        return tallies;
    }

    private static boolean isClass(int index, int classes) {
        return index >= 0 && index < classes;
    }
}
