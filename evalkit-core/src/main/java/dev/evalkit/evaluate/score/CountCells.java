package dev.evalkit.evaluate.score;

import dev.evalkit.stats.ClassTallies;
import dev.evalkit.stats.ConfusionMatrix;
import dev.evalkit.stats.CountInfluence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** How often each label met each prediction in some rows; classes are sorted by name. A prediction of no class has the index {@code classes}. */
final class CountCells {
    /** Up to so many pairs of codes are counted in an array, more in a map. */
    private static final int MOST_DENSE = 1 << 20;

    private final TextColumn labels;
    private final TextColumn predictions;
    private final List<String> classes;
    private final int[] classOfLabel;
    private final int[] classOfPrediction;
    private final ConfusionMatrix matrix;
    private final ClassTallies tallies;

    private CountCells(
            TextColumn labels,
            TextColumn predictions,
            List<String> classes,
            int[] classOfLabel,
            int[] classOfPrediction,
            ConfusionMatrix matrix) {
        this.labels = labels;
        this.predictions = predictions;
        this.classes = classes;
        this.classOfLabel = classOfLabel;
        this.classOfPrediction = classOfPrediction;
        this.matrix = matrix;
        this.tallies = matrix.tallies();
    }

    static CountCells of(ScoreView rows, String label, String prediction, ClassRule rule) {
        TextColumn labels = rows.table().texts(label);
        TextColumn predictions = rows.table().texts(prediction);
        Map<Long, Long> counts = count(rows, labels, predictions);
        List<String> classes = classes(counts.keySet(), labels, predictions, rule);
        int[] classOfLabel = indices(labels, classes);
        int[] classOfPrediction = indices(predictions, classes);
        Map<Long, Long> cells = new HashMap<>();
        counts.forEach((pair, count) -> {
            long l = classOfLabel[(int) (pair >>> Integer.SIZE) + 1];
            long p = classOfPrediction[pair.intValue() + 1];
            cells.merge((l << Integer.SIZE) | p, count, Long::sum);
        });
        List<ConfusionMatrix.Cell> list = new ArrayList<>();
        cells.forEach((cell, count) ->
                list.add(new ConfusionMatrix.Cell((int) (cell >>> Integer.SIZE), cell.intValue(), count)));
        return new CountCells(
                labels,
                predictions,
                classes,
                classOfLabel,
                classOfPrediction,
                new ConfusionMatrix(classes.size(), list));
    }

    List<String> classes() {
        return classes;
    }

    ConfusionMatrix matrix() {
        return matrix;
    }

    ClassTallies tallies() {
        return tallies;
    }

    /** 1 for each row whose prediction is its label, else 0. */
    double[] hits(ScoreView rows) {
        double[] hits = new double[rows.size()];
        for (int i = 0; i < hits.length; i++) {
            hits[i] = label(rows.row(i)) == prediction(rows.row(i)) ? 1 : 0;
        }
        return hits;
    }

    double[] pseudoValues(ScoreView rows, CountInfluence influence) {
        double[] scores = new double[rows.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = influence.pseudoValue(label(rows.row(i)), prediction(rows.row(i)));
        }
        return scores;
    }

    private int label(int row) {
        return classOfLabel[labels.code(row) + 1];
    }

    private int prediction(int row) {
        return classOfPrediction[predictions.code(row) + 1];
    }

    /** Counts by (label code, prediction code), the latter −1 where missing. */
    private static Map<Long, Long> count(ScoreView rows, TextColumn labels, TextColumn predictions) {
        Map<Long, Long> counts = new HashMap<>();
        int width = predictions.texts().size() + 1;
        long pairs = (long) labels.texts().size() * width;
        if (pairs > MOST_DENSE) {
            for (int i = 0; i < rows.size(); i++) {
                int row = rows.row(i);
                counts.merge(pair(labels.code(row), predictions.code(row)), 1L, Long::sum);
            }
            return counts;
        }
        long[] dense = new long[(int) pairs];
        countDense(rows, labels, predictions, dense, width);
        for (int cell = 0; cell < dense.length; cell++) {
            if (dense[cell] > 0) {
                counts.put(pair(cell / width, cell % width - 1), dense[cell]);
            }
        }
        return counts;
    }

    /** The loop over all rows, alone, so that it is compiled soon and cheaply. */
    private static void countDense(ScoreView rows, TextColumn labels, TextColumn predictions, long[] dense, int width) {
        int size = rows.size();
        for (int i = 0; i < size; i++) {
            int row = rows.row(i);
            dense[labels.code(row) * width + predictions.code(row) + 1]++;
        }
    }

    private static long pair(int label, int prediction) {
        return ((long) label << Integer.SIZE) | (prediction & 0xFFFFFFFFL);
    }

    private static List<String> classes(
            Iterable<Long> pairs, TextColumn labels, TextColumn predictions, ClassRule rule) {
        TreeSet<String> names = new TreeSet<>(rule.names());
        if (rule.kind() != ClassRule.Kind.LISTED) {
            for (long pair : pairs) {
                names.add(labels.texts().get((int) (pair >>> Integer.SIZE)));
                if (rule.kind() == ClassRule.Kind.BOTH && (int) pair != TextColumn.MISSING) {
                    names.add(predictions.texts().get((int) pair));
                }
            }
        }
        return List.copyOf(names);
    }

    /** The class of each code plus 1; code −1, and what is no class, has the index behind the last class. */
    private static int[] indices(TextColumn column, List<String> classes) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < classes.size(); i++) {
            index.put(classes.get(i), i);
        }
        int[] indices = new int[column.texts().size() + 1];
        Arrays.setAll(
                indices,
                i -> i == 0 ? classes.size() : index.getOrDefault(column.texts().get(i - 1), classes.size()));
        return indices;
    }
}
