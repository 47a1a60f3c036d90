package dev.evalkit.evaluate.score;

/**
 * How a statistic is estimated.
 *
 * @param level the confidence level, in (0, 1)
 * @param method how intervals are found where the statistic allows it
 * @param resamples how many bootstrap samples are drawn, 2 or more
 * @param draws how many random numbers a bootstrap may cost; where it would cost more, influence scores take its place
 * @param seed the seed of whatever is random
 * @param identity what is computed; with the seed it fixes the random stream
 */
public record EstimateSettings(double level, CiMethod method, int resamples, long draws, long seed, String identity) {
    /** So many bootstrap samples unless asked otherwise. */
    public static final int DEFAULT_RESAMPLES = 10_000;

    /** About a second. */
    public static final long DEFAULT_DRAWS = 20_000_000;

    /** 95 %, by the statistic's own method, 10,000 bootstrap samples, seed 0. */
    public static EstimateSettings withDefaults(String identity) {
        return new EstimateSettings(0.95, CiMethod.AUTO, DEFAULT_RESAMPLES, DEFAULT_DRAWS, 0, identity);
    }

    /** The same for something else. */
    public EstimateSettings withIdentity(String newIdentity) {
        return new EstimateSettings(level, method, resamples, draws, seed, newIdentity);
    }

    /** The same with another limit of random numbers. */
    public EstimateSettings withDraws(long newDraws) {
        return new EstimateSettings(level, method, resamples, newDraws, seed, identity);
    }
}
