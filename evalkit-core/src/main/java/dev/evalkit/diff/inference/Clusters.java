package dev.evalkit.diff.inference;

import dev.evalkit.evaluate.score.ScoreView;
import dev.evalkit.evaluate.score.TextColumn;
import dev.evalkit.stats.ClusteredMean;
import dev.evalkit.stats.Moments;
import dev.evalkit.stats.MomentsAccumulator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** Scores in their clusters, sorted by name. */
final class Clusters {
    private final List<Moments> moments;

    private Clusters(List<Moments> moments) {
        this.moments = moments;
    }

    static Clusters of(double[] scores, String[] names) {
        TreeMap<String, MomentsAccumulator> sums = new TreeMap<>();
        for (int i = 0; i < scores.length; i++) {
            sums.computeIfAbsent(names[i], name -> new MomentsAccumulator()).add(scores[i]);
        }
        return new Clusters(
                sums.values().stream().map(MomentsAccumulator::toMoments).toList());
    }

    /** The cluster of each row; where rows are not clustered each is one by itself. */
    static String[] names(ScoreView rows) {
        TextColumn column = rows.table().clusters().orElse(null);
        String[] names = new String[rows.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = column == null ? Integer.toString(i) : column.texts().get(column.code(rows.row(i)));
        }
        return names;
    }

    int size() {
        return moments.size();
    }

    ClusteredMean mean() {
        return ClusteredMean.of(moments);
    }

    /** The sum of the scores of each cluster. */
    double[] sums() {
        return moments.stream().mapToDouble(Moments::sum).toArray();
    }

    /** Why there can be no verdict, if there cannot. */
    Optional<NoInference> tooFew() {
        return size() >= Levels.LEAST_CLUSTERS
                ? Optional.empty()
                : Optional.of(new NoInference(String.format(
                        Locale.ROOT,
                        "%d clusters or more are needed for a verdict; there %s %d",
                        Levels.LEAST_CLUSTERS,
                        size() == 1 ? "is" : "are",
                        size())));
    }
}
