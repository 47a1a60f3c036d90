package dev.evalkit.diff;

import dev.evalkit.result.ItemId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The items of one side by what they may stand for on the other: an alias stands for its indicator, and an item that leaves its model, scenario or
 * data set open may be any item that agrees in what both say.
 *
 * <p>Every possible counterpart counts, those that already have a better match too: guessing among what is left over would compare things that only
 * happen to be alone.
 */
final class PartialMatches {
    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    private static final int MODEL = 1;
    private static final int SCENARIO = 2;
    private static final int DATASET = 4;
    private static final int ALL = MODEL | SCENARIO | DATASET;

    /** The position of the only item of a shape that says just that, or {@link #SEVERAL}. */
    private final Map<Projection, Integer> candidates = new HashMap<>();

    private final Set<Integer> shapes = new HashSet<>();

    private PartialMatches() {}

    /** The items of one side that belong to some metrics, which are given by their indicators' ids. */
    static PartialMatches of(Keys keys, Set<String> metrics) {
        PartialMatches matches = new PartialMatches();
        for (int position = 0; position < keys.size(); position++) {
            if (metrics.contains(keys.metric(position))) {
                matches.add(keys.canonicalKey(position), position);
            }
        }
        return matches;
    }

    private void add(ItemId key, int position) {
        int shape = shape(key);
        shapes.add(shape);
        for (int said = 0; said <= ALL; said++) {
            if ((said & ~shape) == 0) {
                candidates.merge(new Projection(shape, reduced(key, said)), position, (one, other) -> SEVERAL);
            }
        }
    }

    /** The position of the one item that this can stand for, or -1 if there is none or more than one. */
    int only(ItemId key) {
        int only = NONE;
        for (int shape : shapes) {
            int found = candidates.getOrDefault(new Projection(shape, reduced(key, shape & shape(key))), NONE);
            if (found == SEVERAL || (found != NONE && only != NONE)) {
                return NONE;
            }
            only = found == NONE ? only : found;
        }
        return only;
    }

    /** Which of its parts a key says. */
    private static int shape(ItemId key) {
        return (key.model() == null ? 0 : MODEL)
                | (key.scenario() == null ? 0 : SCENARIO)
                | (key.dataset() == null ? 0 : DATASET);
    }

    private static ItemId reduced(ItemId key, int said) {
        return new ItemId(
                key.metricId(),
                (said & MODEL) == 0 ? null : key.model(),
                (said & SCENARIO) == 0 ? null : key.scenario(),
                (said & DATASET) == 0 ? null : key.dataset(),
                key.slice());
    }

    /** What items of one shape say of the parts that another shape says too. */
    private record Projection(int shape, ItemId common) {}
}
