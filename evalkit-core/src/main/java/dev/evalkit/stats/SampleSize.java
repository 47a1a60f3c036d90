package dev.evalkit.stats;

import java.util.OptionalLong;

/**
 * How many samples it takes to show, most of the time, that a model which did not change is no worse than tolerated: that the lower end of
 * the two-sided interval lies above −M. All formulas assume no true change, never the observed one: power computed at the observed difference says
 * nothing that its p-value does not (Hoenig and Heisey 2001). With M = 0 no number of samples is enough, and the result is empty.
 */
public final class SampleSize {
    private static final SampleSize DEFAULTS = new SampleSize(0.95, 0.8);

    private final double level;
    private final double power;

    private SampleSize(double level, double power) {
        this.level = level;
        this.power = power;
    }

    /** With intervals at 95 % and a power of 80 %. */
    public static SampleSize withDefaults() {
        return DEFAULTS;
    }

    /** With intervals at another level, in (0, 1). */
    public SampleSize withLevel(double newLevel) {
        return new SampleSize(CriticalValue.checkLevel(newLevel), power);
    }

    /** With another power: how often the samples shall be enough, in (0.5, 1). */
    public SampleSize withPower(double newPower) {
        if (!(newPower > 0.5 && newPower < 1)) {
            throw new IllegalArgumentException("Power must be in (0.5, 1): " + newPower);
        }
        return new SampleSize(level, newPower);
    }

    /**
     * Pairs of 0/1 scores, judged by {@link Tango}: N = (z_α √v₀ + z_β √ψ)²/M² with the variance under the hypothesis
     * v₀ = 2q − M − M², q = (ψ + 2M + √((ψ + 2M)² − 4Mψ(1 + M)))/4 (Tango 1998; Liu et al. 2002, Statistics in Medicine 21, 231).
     *
     * @param discordance ψ, the share of pairs that differ, in [0, 1]; see {@link PairedCounts#discordance} and {@link #discordanceOf}
     * @param margin M, 0 or more
     */
    public OptionalLong pairedProportions(double discordance, double margin) {
        if (!(discordance >= 0 && discordance <= 1)) {
            throw new IllegalArgumentException("The discordance must be in [0, 1]: " + discordance);
        }
        if (checkMargin(margin) == 0) {
            return OptionalLong.empty();
        }
        if (margin >= 1) {
            return OptionalLong.of(1);
        }
        // (ψ + 2M)² − 4Mψ(1 + M) = ψ² + 4M²(1 − ψ)
        double root = Math.sqrt(discordance * discordance + 4 * margin * margin * (1 - discordance));
        double nullVariance = (discordance + root) / 2 - margin * margin;
        double need = (zLevel() * Math.sqrt(nullVariance) + zPower() * Math.sqrt(discordance)) / margin;
        return rounded(need * need);
    }

    /**
     * Pairs of scores: N = ((z_α + z_β) s/M)².
     *
     * @param standardDeviation s of the paired differences, 0 or more
     * @param margin M, 0 or more
     */
    public OptionalLong pairedScores(double standardDeviation, double margin) {
        return byVariance(standardDeviation * standardDeviation, margin);
    }

    /**
     * Samples on each side where they do not pair: N = (z_α + z_β)² · 2p(1 − p)/M².
     *
     * @param rate p, the rate on both sides, in [0, 1]
     * @param margin M, 0 or more
     */
    public OptionalLong unpairedRates(double rate, double margin) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("A rate must be in [0, 1]: " + rate);
        }
        return byVariance(2 * rate * (1 - rate), margin);
    }

    /**
     * Samples on each side where they do not pair: N = (z_α + z_β)² (s_p² + s_c²)/M².
     *
     * @param previousDeviation s_p, the standard deviation of the earlier values, 0 or more
     * @param currentDeviation s_c, that of the later values, 0 or more
     * @param margin M, 0 or more
     */
    public OptionalLong unpairedScores(double previousDeviation, double currentDeviation, double margin) {
        return byVariance(previousDeviation * previousDeviation + currentDeviation * currentDeviation, margin);
    }

    private OptionalLong byVariance(double variance, double margin) {
        if (!(variance >= 0 && variance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A variance must be 0 or more, and finite: " + variance);
        }
        if (checkMargin(margin) == 0) {
            return OptionalLong.empty();
        }
        double need = (zLevel() + zPower()) / margin;
        return rounded(need * need * variance);
    }

    /**
     * Samples in clusters, as clusters: more samples of the same clusters would not do.
     *
     * @param samples what independent samples it took, as the other methods give it
     * @param designEffect by how much clustering shrinks a sample, 1 or more
     * @param samplesPerCluster the mean size of a cluster, 1 or more
     */
    public static OptionalLong clusters(OptionalLong samples, double designEffect, double samplesPerCluster) {
        if (!(designEffect >= 1 && samplesPerCluster >= 1)) {
            throw new IllegalArgumentException(
                    "A design effect and a cluster size must be 1 or more: " + designEffect + ", " + samplesPerCluster);
        }
        return samples.isEmpty() || Double.isInfinite(designEffect)
                ? OptionalLong.empty()
                : rounded(samples.getAsLong() * designEffect / samplesPerCluster);
    }

    /**
     * The discordance that is assumed before there is a pair: ψ = 2p̃(1 − p̃) with p̃ = (x + 2)/(n + 4), as if two runs answered
     * independently. Say that it is an assumption.
     *
     * @param successes x, in [0, n]
     * @param samples n, 0 or more
     */
    public static double discordanceOf(double successes, double samples) {
        if (!(successes >= 0 && successes <= samples && samples < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A proportion needs 0 <= x <= n: " + successes + " of " + samples);
        }
        double p = (successes + 2) / (samples + 4);
        return 2 * p * (1 - p);
    }

    private double zLevel() {
        return CriticalValue.normal(level);
    }

    private double zPower() {
        // P(|Z| ≤ z) = 2β' − 1 is P(Z ≤ z) = β'.
        return CriticalValue.normal(2 * power - 1);
    }

    private static double checkMargin(double margin) {
        if (!(margin >= 0 && margin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A margin must be 0 or more, and finite: " + margin);
        }
        return margin;
    }

    private static OptionalLong rounded(double samples) {
        return OptionalLong.of(Math.max(1, (long) Math.ceil(samples)));
    }
}
