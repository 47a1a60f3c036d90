package dev.evalkit.evaluate.score;

import dev.evalkit.stats.Averaging;
import dev.evalkit.stats.ClassScore;
import dev.evalkit.stats.CountMetric;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A score that follows from how often each label met each prediction. A score of a class that is 0/0 counts as 0, as in scikit-learn.
 *
 * @param label the column with the label, never missing
 * @param prediction the column with the prediction; a missing one is wrong and counts for no class
 * @param score which score
 * @param average how classes become one number
 * @param of the class where the score is that of one class, else empty
 * @param classes what is a class
 */
public record Counts(String label, String prediction, CountScore score, Average average, String of, ClassRule classes)
        implements SmoothStatistic {

    /** How scores of classes become one number; accuracy is the same by any. */
    public enum Average {
        /** The mean over classes. */
        MACRO,
        /** From the summed counts, which with one label and one prediction for each sample is accuracy. */
        MICRO,
        /** The mean over samples of the score of each sample's label. */
        WEIGHTED,
        /** That of one class. */
        NONE
    }

    /** Accuracy. */
    public static Counts accuracy(String label, String prediction, ClassRule classes) {
        return new Counts(label, prediction, CountScore.ACCURACY, Average.MICRO, "", classes);
    }

    /** A score averaged over classes. */
    public static Counts averaged(
            String label, String prediction, CountScore score, Average average, ClassRule classes) {
        return new Counts(label, prediction, score, average, "", classes);
    }

    /** A score of one class. */
    public static Counts ofClass(String label, String prediction, CountScore score, String of, ClassRule classes) {
        return new Counts(label, prediction, score, Average.NONE, of, classes);
    }

    @Override
    public List<String> columns() {
        return List.of(label, prediction);
    }

    @Override
    public OptionalDouble value(ScoreView rows) {
        if (rows.size() == 0) {
            return OptionalDouble.empty();
        }
        CountCells cells = cells(rows);
        Optional<CountMetric> metric = metric(cells);
        return metric.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(metric.get().value(cells.tallies()));
    }

    @Override
    public double[] scores(ScoreView rows) {
        CountCells cells = cells(rows);
        CountMetric metric =
                metric(cells).orElseThrow(() -> new IllegalArgumentException("No row has the class '" + of + "'"));
        return score == CountScore.ACCURACY
                ? cells.hits(rows)
                : cells.pseudoValues(rows, metric.influence(cells.tallies()));
    }

    @Override
    public String need() {
        return average == Average.NONE ? "a label or a prediction that is '" + of + "'" : "a sample";
    }

    @Override
    public Optional<Estimate> estimate(ScoreView rows, EstimateSettings settings) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        CountCells cells = cells(rows);
        return metric(cells).map(metric -> new CountEstimate(this, metric, cells, rows, settings).estimate());
    }

    @Override
    public Map<String, Object> describe() {
        return Descriptor.of(
                "counts",
                "label",
                label,
                "prediction",
                prediction,
                "score",
                Descriptor.name(score),
                "average",
                Descriptor.name(average),
                "class",
                of,
                "classes",
                classes.kind() == ClassRule.Kind.LISTED ? classes.names() : Descriptor.name(classes.kind()));
    }

    /** The cells of these rows, shared by all statistics over the same columns. */
    CountCells cells(ScoreView rows) {
        return rows.remember(
                new CellsKey(label, prediction, classes), () -> CountCells.of(rows, label, prediction, classes));
    }

    boolean sharesCellsWith(Counts that) {
        return label.equals(that.label) && prediction.equals(that.prediction) && classes.equals(that.classes);
    }

    /** The metric over the classes of these cells; empty where it is that of a class that is none of them. */
    Optional<CountMetric> metric(CountCells cells) {
        if (score == CountScore.ACCURACY) {
            return Optional.of(new CountMetric.Accuracy());
        }
        ClassScore classScore = ClassScore.valueOf(score.name());
        if (average != Average.NONE) {
            return Optional.of(new CountMetric.Averaged(classScore, Averaging.valueOf(average.name())));
        }
        int index = cells.classes().indexOf(of);
        return index < 0 ? Optional.empty() : Optional.of(new CountMetric.OfClass(classScore, index));
    }

    private record CellsKey(String label, String prediction, ClassRule classes) {}
}
