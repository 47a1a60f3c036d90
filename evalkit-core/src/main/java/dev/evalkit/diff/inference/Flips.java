package dev.evalkit.diff.inference;

import dev.evalkit.evaluate.score.Counts;
import dev.evalkit.evaluate.score.MacroMean;
import dev.evalkit.evaluate.score.Mean;
import dev.evalkit.evaluate.score.NumberColumn;
import dev.evalkit.evaluate.score.PassK;
import dev.evalkit.evaluate.score.Ratio;
import dev.evalkit.evaluate.score.ScoreView;
import dev.evalkit.evaluate.score.Statistic;
import dev.evalkit.model.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Which shared samples changed their score: for 0/1 scores those that turned from right to wrong and back.
 *
 * @param better how many got better
 * @param worse how many got worse
 * @param examples the first of them by their ids, those that got worse before those that got better
 */
public record Flips(long better, long worse, List<Flip> examples) {
    /** How many examples there are at most of either kind. */
    public static final int MOST_EXAMPLES = 10;

    /** Keeps its own copy of the examples. */
    public Flips {
        examples = List.copyOf(examples);
    }

    /**
     * A sample that changed.
     *
     * @param id its id
     * @param previous its score before
     * @param current its score now
     * @param isBetter whether that is better
     */
    public record Flip(String id, double previous, double current, boolean isBetter) {}

    /** The flips between two runs; empty where the statistic has no scores that a sample has by itself. */
    public static Optional<Flips> of(Statistic statistic, SharedSamples samples, Direction direction) {
        ScoreView before = samples.previous();
        Optional<double[]> previous = scores(statistic, before);
        Optional<double[]> current = scores(statistic, samples.current());
        if (previous.isEmpty() || current.isEmpty()) {
            return Optional.empty();
        }
        Side worse = new Side();
        Side better = new Side();
        for (int i = 0; i < samples.size(); i++) {
            double was = previous.get()[i];
            double is = current.get()[i];
            double change = direction.orient(is - was);
            if (change != 0) {
                (change > 0 ? better : worse).add(new Flip(samples.id(i), was, is, change > 0));
            }
        }
        List<Flip> examples = new ArrayList<>(worse.examples());
        examples.addAll(better.examples());
        return Optional.of(new Flips(better.count, worse.count, examples));
    }

    /** The score of each sample by itself; a sample without one has 0, like the sum that it adds nothing to. */
    private static Optional<double[]> scores(Statistic statistic, ScoreView rows) {
        if (statistic instanceof Mean mean) {
            return Optional.of(column(mean.column(), rows));
        }
        if (statistic instanceof MacroMean mean) {
            return Optional.of(column(mean.column(), rows));
        }
        if (statistic instanceof Ratio ratio) {
            return Optional.of(column(ratio.numerator(), rows));
        }
        if (statistic instanceof PassK passK) {
            return Optional.of(passK.scores(rows));
        }
        return statistic instanceof Counts counts
                ? Optional.of(Counts.accuracy(counts.label(), counts.prediction(), counts.classes())
                        .scores(rows))
                : Optional.empty();
    }

    private static double[] column(String name, ScoreView rows) {
        NumberColumn column = rows.table().numbers(name);
        double[] scores = new double[rows.size()];
        for (int i = 0; i < scores.length; i++) {
            double score = column.get(rows.row(i));
            scores[i] = Double.isNaN(score) ? 0 : score;
        }
        return scores;
    }

    /** Those that changed to one side. */
    private static final class Side {
        private final PriorityQueue<Flip> first =
                new PriorityQueue<>(Comparator.comparing(Flip::id).reversed());
        private long count;

        void add(Flip flip) {
            count++;
            first.add(flip);
            if (first.size() > MOST_EXAMPLES) {
                first.remove();
            }
        }

        List<Flip> examples() {
            return first.stream().sorted(Comparator.comparing(Flip::id)).toList();
        }
    }
}
