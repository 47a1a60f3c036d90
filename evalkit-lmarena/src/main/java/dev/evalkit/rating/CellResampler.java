package dev.evalkit.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.rng.sampling.distribution.MarsagliaTsangWangDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Draws as many battles as there were with replacement, where battles are counted in cells: a multinomial draw, by way of
 * Poisson draws.
 *
 * <p>Independent Poisson counts are multinomial given their sum. With means a little below the counts the sum stays below
 * the number of battles, and what is missing is drawn one by one. A Poisson draw from a table costs a tenth of the binomial
 * draw that a cell would take otherwise, and equal counts share a table: most of a hundred rounds over 60,000 cells would go
 * into it.
 *
 * <p>Tables hold probabilities to 2⁻³⁰. Thread-safe.
 */
final class CellResampler {
    /**
     * So many standard deviations does the sum of the Poisson draws stay below the number of battles: passed once in 10⁹
     * rounds.
     */
    private static final double MARGIN = 6;

    /** Tables of larger means take more time to make than they save. */
    private static final int TABLE_UP_TO_MEAN = 128;

    /** That many sums in a row that pass it need a broken generator; then all battles are drawn one by one, so that it ends. */
    private static final int MAX_ATTEMPTS = 100;

    private static final int NONE = -1;

    private final long battles;
    /** For each cell the index of its Poisson sampler, or {@link #NONE}. */
    private final int[] kinds;

    private final List<SharedStateDiscreteSampler> poissons = new ArrayList<>();
    private final SharedStateDiscreteSampler anyBattle;

    /**
     * A sampler.
     *
     * @param cells whole numbers, as the arithmetic over them wants them
     */
    CellResampler(double[] cells) {
        battles = (long) Arrays.stream(cells).sum();
        double share = Math.max(0, 1 - MARGIN / Math.sqrt((double) battles));
        // Only to make the tables: every round brings its own generator.
        UniformRandomProvider unused = RandomSource.SPLIT_MIX_64.create(0L);
        Map<Double, Integer> known = new HashMap<>();
        kinds = new int[cells.length];
        for (int i = 0; i < cells.length; i++) {
            double mean = cells[i] * share;
            kinds[i] = mean == 0
                    ? NONE
                    : known.computeIfAbsent(cells[i], count -> {
                        poissons.add(poisson(unused, mean));
                        return poissons.size() - 1;
                    });
        }
        anyBattle = AliasMethodDiscreteSampler.of(unused, cells);
    }

    /** The counts of one resample. */
    double[] sample(UniformRandomProvider random) {
        DiscreteSampler[] draws = poissons.stream()
                .map(sampler -> sampler.withUniformRandomProvider(random))
                .toArray(DiscreteSampler[]::new);
        double[] drawn = new double[kinds.length];
        long missing = -1;
        for (int attempt = 0; missing < 0 && attempt < MAX_ATTEMPTS; attempt++) {
            missing = battles;
            for (int i = 0; i < kinds.length; i++) {
                if (kinds[i] != NONE) {
                    int count = draws[kinds[i]].sample();
                    drawn[i] = count;
                    missing -= count;
                }
            }
        }
        if (missing < 0) {
            Arrays.fill(drawn, 0);
            missing = battles;
        }
        DiscreteSampler battle = anyBattle.withUniformRandomProvider(random);
        for (; missing > 0; missing--) {
            drawn[battle.sample()]++;
        }
        return drawn;
    }

    private static SharedStateDiscreteSampler poisson(UniformRandomProvider random, double mean) {
        return mean <= TABLE_UP_TO_MEAN
                ? MarsagliaTsangWangDiscreteSampler.Poisson.of(random, mean)
                : PoissonSampler.of(random, mean);
    }
}
