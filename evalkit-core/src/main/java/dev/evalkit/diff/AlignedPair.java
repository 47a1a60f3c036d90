package dev.evalkit.diff;

import dev.evalkit.result.ItemId;
import dev.evalkit.result.ResultItem;
import org.jspecify.annotations.Nullable;

/**
 * An item of each side that stand for the same thing, or an item of one side that has no counterpart.
 *
 * @param id what both are
 * @param previous the item of the previous side, or null where it is new
 * @param current the item of the current side, or null where it is missing
 */
record AlignedPair(
        ItemId id, @Nullable ResultItem previous, @Nullable ResultItem current) {}
