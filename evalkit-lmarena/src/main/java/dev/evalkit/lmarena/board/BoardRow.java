package dev.evalkit.lmarena.board;

import dev.evalkit.result.Interval;
import dev.evalkit.stats.CriticalValue;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A model in a category, as a board has it.
 *
 * @param category the board's name of the category
 * @param model the board's name of the model
 * @param modelId the repository's id of the model, where it is known
 * @param organization who made the model
 * @param license the model's licence
 * @param rating in points
 * @param interval the rating's confidence interval at 95 %, in points
 * @param variance of the rating, in squared points, 0 or more
 * @param votes how many votes the model had, 0 or more
 * @param rank as published, from 1 on
 */
public record BoardRow(
        String category,
        String model,
        @Nullable String modelId,
        @Nullable String organization,
        @Nullable String license,
        double rating,
        @Nullable Interval interval,
        @Nullable Double variance,
        @Nullable Long votes,
        @Nullable Long rank) {

    /** The level of the intervals that boards publish. */
    public static final double CI_LEVEL = 0.95;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the field, what was found and what was expected
     */
    public BoardRow {
        if (category.isBlank() || model.isBlank()) {
            throw new IllegalArgumentException("a row must name its category and its model, found a blank name");
        }
        if (!Double.isFinite(rating)) {
            throw new IllegalArgumentException("a rating must be finite, found " + rating);
        }
        if (variance != null && !(variance >= 0 && variance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a variance must be 0 or more, found " + variance);
        }
        if (votes != null && votes < 0) {
            throw new IllegalArgumentException("a number of votes must be 0 or more, found " + votes);
        }
        if (rank != null && rank < 1) {
            throw new IllegalArgumentException("a rank must be 1 or more, found " + rank);
        }
    }

    /** The same row of a model that the repository knows. */
    public BoardRow known(String id) {
        return new BoardRow(category, model, id, organization, license, rating, interval, variance, votes, rank);
    }

    /** The ends of the interval as documents have them, null where an end is unbounded; null where there is no interval. */
    public @Nullable List<@Nullable Double> intervalEnds() {
        return interval == null ? null : Arrays.asList(interval.low(), interval.high());
    }

    /** Whether the board fixes this rating: its interval has no width. */
    public boolean isAnchor() {
        return interval != null && interval.low() != null && interval.low().equals(interval.high());
    }

    /** The rating's standard error in points: from the variance, else from the width of the interval; empty where neither is there. */
    public OptionalDouble standardError() {
        if (variance != null) {
            return OptionalDouble.of(Math.sqrt(variance));
        }
        if (interval == null || interval.low() == null || interval.high() == null) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((interval.high() - interval.low()) / 2 / CriticalValue.normal(CI_LEVEL));
    }

    /** Whether it goes by that name, the board's or the repository's. */
    public boolean isNamed(String name) {
        return model.equals(name) || name.equals(modelId);
    }
}
