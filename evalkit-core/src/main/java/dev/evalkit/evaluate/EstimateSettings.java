package dev.evalkit.evaluate;

/**
 * How a statistic is estimated.
 *
 * @param level the confidence level, in (0, 1)
 * @param method how intervals are found where the statistic allows it
 * @param resamples how many bootstrap samples are drawn, 100 or more
 * @param seed the seed of whatever is random
 * @param identity what is computed; with the seed it fixes the random stream
 */
public record EstimateSettings(double level, CiMethod method, int resamples, long seed, String identity) {
    /** So many bootstrap samples unless asked otherwise. */
    public static final int DEFAULT_RESAMPLES = 10_000;

    /** 95 %, by the statistic's own method, 10,000 bootstrap samples, seed 0. */
    public static EstimateSettings withDefaults(String identity) {
        return new EstimateSettings(0.95, CiMethod.AUTO, DEFAULT_RESAMPLES, 0, identity);
    }
}
