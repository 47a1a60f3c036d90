package dev.evalkit.rating;

import dev.evalkit.stats.ConfidenceInterval;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the rounds of a {@link RatingBootstrap} say. A round in which some model won or lost everything has no finite
 * ratings; it is counted and left out. Immutable and thread-safe; models are addressed as in {@link RatingFit}.
 */
public final class BootstrapRatings {
    private final RatingFit fit;
    private final int rounds;
    private final List<double[]> ratings;

    BootstrapRatings(RatingFit fit, int rounds, List<double[]> ratings) {
        this.fit = fit;
        this.rounds = rounds;
        this.ratings = ratings;
    }

    /** How many rounds were drawn. */
    public int rounds() {
        return rounds;
    }

    /** How many of them were separated and are in no interval. */
    public int separatedRounds() {
        return rounds - ratings.size();
    }

    /** The standard deviation in points of a model's rating over the rounds. */
    public double standardError(String model) {
        int i = fit.index(model);
        double mean = ratings.stream().mapToDouble(round -> round[i]).average().orElseThrow();
        double squares = ratings.stream()
                .mapToDouble(round -> (round[i] - mean) * (round[i] - mean))
                .sum();
        return Math.sqrt(squares / (ratings.size() - 1));
    }

    /** The percentile interval of a model's rating in points. */
    public ConfidenceInterval interval(String model, double level) {
        int i = fit.index(model);
        return percentiles(round -> round[i], level);
    }

    /** The percentile interval of how many points one model is above another. */
    public ConfidenceInterval difference(String model, String other, double level) {
        int i = fit.index(model);
        int j = fit.index(other);
        return percentiles(round -> round[i] - round[j], level);
    }

    private ConfidenceInterval percentiles(ToDoubleFunction<double[]> statistic, double level) {
        double[] sorted = ratings.stream().mapToDouble(statistic).sorted().toArray();
        double tail = (1 - level) / 2;
        return new ConfidenceInterval(
                quantile(sorted, tail), quantile(sorted, 1 - tail), level, "bootstrap_percentile", warnings());
    }

    private List<String> warnings() {
        if (separatedRounds() == 0) {
            return List.of();
        }
        return List.of(
                separatedRounds() + " of " + rounds
                        + " bootstrap rounds had no finite ratings and are left out, which makes the interval too narrow. Prefer the sandwich.");
    }

    /** Linear between order statistics (Hyndman and Fan 1996, definition 7). */
    private static double quantile(double[] sorted, double p) {
        double place = (sorted.length - 1) * p;
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
