package dev.evalkit.rating;

import dev.evalkit.stats.ConfidenceInterval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Ranks from intervals, as leaderboards show them: labels, not tests. */
public final class Ranks {
    private Ranks() {}

    /**
     * The rank upper bound of public boards: 1 + the number of models whose interval lies wholly above this one's, so that
     * models with overlapping intervals share a rank. Two intervals that overlap may still differ for certain; see {@link
     * RatingFit#rankInterval} for ranks that rest on the differences.
     *
     * @param intervals one interval for each model
     * @return one rank for each model, in the same order
     */
    public static List<Integer> upperBounds(List<ConfidenceInterval> intervals) {
        List<Integer> bounds = new ArrayList<>(intervals.size());
        for (ConfidenceInterval mine : intervals) {
            int above = 0;
            for (ConfidenceInterval other : intervals) {
                above += other.low() > mine.high() ? 1 : 0;
            }
            bounds.add(1 + above);
        }
        return Collections.unmodifiableList(bounds);
    }
}
