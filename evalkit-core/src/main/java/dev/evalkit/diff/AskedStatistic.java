package dev.evalkit.diff;

import dev.evalkit.evaluate.score.Counts;
import dev.evalkit.evaluate.score.ScoreFile;
import dev.evalkit.evaluate.score.Statistic;
import dev.evalkit.evaluate.score.Throughput;
import dev.evalkit.evaluate.score.Total;
import dev.evalkit.result.ResultItem;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an item asks of its score file.
 *
 * @param statistic what is computed
 * @param slice the part of the samples that it is computed of, by slice columns
 */
record AskedStatistic(Statistic statistic, Map<String, String> slice) {
    /** Scores of one class are slices by this name, without a column of it. */
    private static final String CLASS = "class";

    /** What the item asks; empty where the file does not say, or its slice is not in it. */
    static Optional<AskedStatistic> of(ResultItem item, ScoreFile file) {
        SortedMap<String, String> slice = new TreeMap<>(item.meta().slice());
        Statistic statistic = file.header().statistics().get(item.metricId());
        String name = file.table().sliceColumns().contains(CLASS) ? null : slice.remove(CLASS);
        if (name != null) {
            statistic = ofClass(item.metricId(), name, file);
        }
        return statistic == null || !file.table().sliceColumns().containsAll(slice.keySet())
                ? Optional.empty()
                : Optional.of(new AskedStatistic(statistic, slice));
    }

    /** The score of a class, e.g. {@code <id>.recall}: by the columns of the averages, which have entries of their own. */
    private static @Nullable Statistic ofClass(String metricId, String name, ScoreFile file) {
        String score = metricId.substring(metricId.lastIndexOf('.') + 1);
        return file.header().statistics().values().stream()
                .filter(Counts.class::isInstance)
                .map(Counts.class::cast)
                .filter(counts -> counts.score().name().equalsIgnoreCase(score))
                .map(counts ->
                        Counts.ofClass(counts.label(), counts.prediction(), counts.score(), name, counts.classes()))
                .findFirst()
                .orElse(null);
    }

    /** Whether samples say nothing of how sure the value is. */
    boolean isWithoutInference() {
        return statistic instanceof Total || statistic instanceof Throughput;
    }
}
