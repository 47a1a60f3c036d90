package dev.evalkit.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The labels of some samples and their predictions in two runs, counted by cells: how many samples have this label, this earlier and this
 * later prediction. Classes are numbers from 0; a prediction that is none of the K classes is K. Immutable.
 */
public final class PredictionPairs {
    private final int classes;
    private final List<Cell> unchanged = new ArrayList<>();
    private final List<Cell> changed = new ArrayList<>();

    /**
     * Samples of one label whose two predictions are these two classes, one way round or the other.
     *
     * @param label the label
     * @param first the smaller of the predictions
     * @param second the larger
     * @param kept how many have {@code first} before and {@code second} now
     * @param reversed how many the other way round
     */
    record Cell(int label, int first, int second, long kept, long reversed) {
        long samples() {
            return kept + reversed;
        }
    }

    private record Key(int label, int first, int second) implements Comparable<Key> {
        @Override
        public int compareTo(Key that) {
            int byLabel = Integer.compare(label, that.label);
            int byFirst = byLabel != 0 ? byLabel : Integer.compare(first, that.first);
            return byFirst != 0 ? byFirst : Integer.compare(second, that.second);
        }
    }

    private PredictionPairs(int classes, Map<Key, long[]> counts) {
        this.classes = classes;
        counts.forEach((key, both) -> {
            Cell cell = new Cell(key.label, key.first, key.second, both[0], both[1]);
            (key.first == key.second ? unchanged : changed).add(cell);
        });
    }

    /**
     * Counts samples.
     *
     * @param labels the true class of each sample
     * @param previous the class predicted before, in the same order
     * @param current the class predicted now
     * @param classes K, how many classes there are; labels are in [0, K), predictions in [0, K]
     * @throws IllegalArgumentException if the lengths differ, there is no sample, or a class is out of range
     */
    public static PredictionPairs of(int[] labels, int[] previous, int[] current, int classes) {
        if (labels.length == 0 || previous.length != labels.length || current.length != labels.length) {
            throw new IllegalArgumentException("Prediction pairs need three lists of one length, 1 or more: "
                    + labels.length + ", " + previous.length + " and " + current.length);
        }
        // Sorted, so that draws do not depend on the order of the samples.
        Map<Key, long[]> counts = new TreeMap<>();
        for (int i = 0; i < labels.length; i++) {
            int label = checkClass(labels[i], classes);
            int before = checkClass(previous[i], classes + 1);
            int after = checkClass(current[i], classes + 1);
            Key key = new Key(label, Math.min(before, after), Math.max(before, after));
            counts.computeIfAbsent(key, k -> new long[2])[before <= after ? 0 : 1]++;
        }
        return new PredictionPairs(classes, counts);
    }

    private static int checkClass(int index, int limit) {
        if (index < 0 || index >= limit) {
            throw new IllegalArgumentException("A class must be in [0, " + limit + "): " + index);
        }
        return index;
    }

    /** How many classes there are. */
    public int classes() {
        return classes;
    }

    /** The totals of the earlier run, fresh and the caller's own. */
    public ClassTallies previous() {
        ClassTallies tallies = unchanged();
        for (Cell cell : changed) {
            tallies.add(cell.label, cell.first, cell.kept);
            tallies.add(cell.label, cell.second, cell.reversed);
        }
        return tallies;
    }

    /** The totals of the later run, fresh and the caller's own. */
    public ClassTallies current() {
        ClassTallies tallies = unchanged();
        for (Cell cell : changed) {
            tallies.add(cell.label, cell.second, cell.kept);
            tallies.add(cell.label, cell.first, cell.reversed);
        }
        return tallies;
    }

    /** The totals of either run without the samples whose prediction changed. */
    ClassTallies unchanged() {
        ClassTallies tallies = new ClassTallies(classes);
        for (Cell cell : unchanged) {
            tallies.add(cell.label, cell.first, cell.kept);
        }
        return tallies;
    }

    /** The samples with two different predictions, by cells. */
    List<Cell> changed() {
        return List.copyOf(changed);
    }

    /** How many outcomes swapping can have: of each cell, how many samples are one way round. */
    double swapOutcomes() {
        return changed.stream().mapToDouble(cell -> cell.samples() + 1.0).reduce(1, (a, b) -> a * b);
    }
}
