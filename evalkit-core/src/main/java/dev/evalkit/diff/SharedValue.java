package dev.evalkit.diff;

import dev.evalkit.result.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A value computed again on the samples that both sides share.
 *
 * @param value the value in the item's unit
 * @param ci its interval, or null
 * @param samples how many samples are shared
 */
public record SharedValue(double value, @Nullable Interval ci, long samples) {}
