package dev.evalkit.diff.contest;

import dev.evalkit.result.ResultItem;
import org.jspecify.annotations.Nullable;

/**
 * A model in one indicator.
 *
 * @param model the model
 * @param item its value, or null where it has none
 * @param standing how it stands
 * @param reason the test with its adjusted p-value, or why there is none; may be empty
 */
public record Place(String model, @Nullable ResultItem item, Standing standing, String reason) {}
