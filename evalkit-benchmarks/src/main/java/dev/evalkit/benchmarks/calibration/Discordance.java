package dev.evalkit.benchmarks.calibration;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.MarsagliaTsangWangDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.jspecify.annotations.Nullable;

/** Draws how many of n pairs got worse and better; used by one thread. */
final class Discordance {
    private final int n;
    private final double shareOfOthers;
    private final UniformRandomProvider random;
    private final SharedStateDiscreteSampler worseSampler;
    private final @Nullable SharedStateDiscreteSampler[] betterSamplers;
    private int worse;
    private int better;

    /**
     * A design.
     *
     * @param discordance ψ, the probability that a pair differs
     * @param drop by how much the later share is smaller, at most ψ
     */
    Discordance(int n, double discordance, double drop, UniformRandomProvider random) {
        double probabilityOfWorse = (discordance + drop) / 2;
        this.n = n;
        this.shareOfOthers = Math.max(0, (discordance - drop) / 2) / (1 - probabilityOfWorse);
        this.random = random;
        this.worseSampler = MarsagliaTsangWangDiscreteSampler.Binomial.of(random, n, probabilityOfWorse);
        this.betterSamplers = new SharedStateDiscreteSampler[n + 1];
    }

    void draw() {
        worse = worseSampler.sample();
        SharedStateDiscreteSampler sampler = betterSamplers[worse];
        if (sampler == null) {
            sampler = MarsagliaTsangWangDiscreteSampler.Binomial.of(random, n - worse, shareOfOthers);
            betterSamplers[worse] = sampler;
        }
        better = sampler.sample();
    }

    int worse() {
        return worse;
    }

    int better() {
        return better;
    }
}
