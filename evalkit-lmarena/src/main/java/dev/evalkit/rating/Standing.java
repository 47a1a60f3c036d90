package dev.evalkit.rating;

import dev.evalkit.stats.ConfidenceInterval;

/**
 * One row of a rating table.
 *
 * @param model the model
 * @param rating its rating in points
 * @param standardError the rating's standard error in points
 * @param interval the rating's confidence interval in points
 * @param battles how many battles it had
 * @param rank 1 + the number of models with a higher rating
 * @param rankUpperBound 1 + the number of models whose interval lies wholly above; see {@link Ranks#upperBounds}
 * @param rankInterval the ranks that the differences leave open; see {@link RatingFit#rankInterval}
 */
public record Standing(
        String model,
        double rating,
        double standardError,
        ConfidenceInterval interval,
        long battles,
        int rank,
        int rankUpperBound,
        RankInterval rankInterval) {}
