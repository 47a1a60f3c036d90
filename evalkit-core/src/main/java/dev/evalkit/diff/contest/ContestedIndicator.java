package dev.evalkit.diff.contest;

import dev.evalkit.model.Direction;
import dev.evalkit.result.ItemId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of several models.
 *
 * @param id what is measured
 * @param unit the unit of the values; empty where nothing names one
 * @param direction which way is better, or null where nothing says so: then there is no best
 * @param places a place for each model, the best value first, those without a value last
 */
public record ContestedIndicator(
        ItemId id, String unit, @Nullable Direction direction, List<Place> places) {
    public ContestedIndicator {
        places = List.copyOf(places);
    }
}
