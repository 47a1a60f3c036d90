package dev.evalkit.diff.inference;

import dev.evalkit.evaluate.score.ClassRule;
import dev.evalkit.evaluate.score.Counts;
import dev.evalkit.evaluate.score.ScoreView;
import dev.evalkit.evaluate.score.TextColumn;
import dev.evalkit.model.Direction;
import dev.evalkit.stats.Averaging;
import dev.evalkit.stats.ClassScore;
import dev.evalkit.stats.CountMetric;
import dev.evalkit.stats.PValue;
import dev.evalkit.stats.PredictionPairs;
import dev.evalkit.stats.PredictionPermutation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Tests a count metric by swapping the two predictions of samples. */
final class PredictionSwapTest {
    private final ScoreView previous;
    private final ScoreView current;
    private final Counts counts;
    private final List<String> classes;

    private PredictionSwapTest(Counts counts, SharedSamples samples) {
        this.counts = counts;
        this.previous = samples.previous();
        this.current = samples.current();
        this.classes = classes();
    }

    static PValue of(Counts counts, SharedSamples samples, Question question) {
        PredictionSwapTest test = new PredictionSwapTest(counts, samples);
        int[] labels = test.indices(test.previous, counts.label());
        int[] before = test.indices(test.previous, counts.prediction());
        int[] after = test.indices(test.current, counts.prediction());
        boolean isMoreBetter = question.direction() == Direction.HIGHER_IS_BETTER;
        PredictionPairs pairs = PredictionPairs.of(
                labels, isMoreBetter ? before : after, isMoreBetter ? after : before, test.classes.size());
        return PredictionPermutation.test(pairs, test.metric(), question.random("prediction_swaps"));
    }

    /** All classes that either side knows, by name; which of them a value counts follows from the predictions themselves. */
    private List<String> classes() {
        TreeSet<String> names = new TreeSet<>(counts.classes().names());
        if (counts.classes().kind() != ClassRule.Kind.LISTED) {
            addTexts(names, previous, counts.label());
            if (counts.classes().kind() == ClassRule.Kind.BOTH) {
                addTexts(names, previous, counts.prediction());
                addTexts(names, current, counts.prediction());
            }
        }
        return new ArrayList<>(names);
    }

    private static void addTexts(Set<String> names, ScoreView rows, String column) {
        TextColumn texts = rows.table().texts(column);
        for (int i = 0; i < rows.size(); i++) {
            texts.get(rows.row(i)).ifPresent(names::add);
        }
    }

    /** The class of each row; one more than there are where it has none. */
    private int[] indices(ScoreView rows, String column) {
        Map<String, Integer> index = new HashMap<>();
        classes.forEach(name -> index.put(name, index.size()));
        TextColumn texts = rows.table().texts(column);
        int[] indices = new int[rows.size()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = texts.get(rows.row(i))
                    .map(text -> index.getOrDefault(text, classes.size()))
                    .orElse(classes.size());
        }
        return indices;
    }

    private CountMetric metric() {
        ClassScore score = ClassScore.valueOf(counts.score().name());
        return counts.average() == Counts.Average.NONE
                ? new CountMetric.OfClass(score, classes.indexOf(counts.of()))
                : new CountMetric.Averaged(
                        score, Averaging.valueOf(counts.average().name()));
    }
}
