package dev.evalkit.stats;

/**
 * A quantile and its order-statistic interval.
 *
 * @param value the quantile by the definition that was asked for
 * @param interval two order statistics; an end is infinite where there are too few values for it
 */
public record QuantileEstimate(double value, ConfidenceInterval interval) {}
