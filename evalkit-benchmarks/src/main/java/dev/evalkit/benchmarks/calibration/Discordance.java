package dev.evalkit.benchmarks.calibration;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.rng.sampling.distribution.GuideTableDiscreteSampler;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.jspecify.annotations.Nullable;

/** Draws how many of n pairs got worse and better; used by one thread. */
final class Discordance {
    /** Counts less likely than this are not drawn. */
    private static final double NEGLIGIBLE = 1e-12;

    private final int n;
    private final double shareOfOthers;
    private final UniformRandomProvider random;
    private final DiscreteSampler worseSampler;
    private final @Nullable DiscreteSampler[] betterSamplers;
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
        this.worseSampler = binomial(n, probabilityOfWorse);
        this.betterSamplers = new DiscreteSampler[n + 1];
    }

    void draw() {
        worse = worseSampler.sample();
        DiscreteSampler sampler = betterSamplers[worse];
        if (sampler == null) {
            sampler = binomial(n - worse, shareOfOthers);
            betterSamplers[worse] = sampler;
        }
        better = sampler.sample();
    }

    private DiscreteSampler binomial(int trials, double probability) {
        BinomialDistribution distribution = BinomialDistribution.of(trials, probability);
        int least = distribution.inverseCumulativeProbability(NEGLIGIBLE);
        int most = distribution.inverseSurvivalProbability(NEGLIGIBLE);
        double[] probabilities = new double[most - least + 1];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = distribution.probability(least + i);
        }
        DiscreteSampler offset = GuideTableDiscreteSampler.of(random, probabilities, 1);
        return () -> least + offset.sample();
    }

    int worse() {
        return worse;
    }

    int better() {
        return better;
    }
}
