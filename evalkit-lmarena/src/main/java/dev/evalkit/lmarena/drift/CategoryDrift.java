package dev.evalkit.lmarena.drift;

import org.jspecify.annotations.Nullable;

/**
 * What happened to a category as a whole.
 *
 * @param category the category
 * @param common how many models both boards have
 * @param added how many only the current one has
 * @param gone how many only the previous one has
 * @param shift the median change of the common models that are no anchor, in points; null where there are none
 * @param ranksMoved how many common models have another rank by the overlap of intervals: for display, it never counts
 */
public record CategoryDrift(
        String category,
        int common,
        int added,
        int gone,
        @Nullable Double shift,
        int ranksMoved) {}
