package dev.evalkit.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Percentile bootstrap intervals (Efron 1979) of one run. Immutable; the defaults are 10,000 resamples at 95 %. Draws come from the
 * generator that is given, one after the other, so the same {@link RandomStream} gives the same estimate for the same samples in the same
 * order (sort them by id).
 */
public final class Bootstrap {
    private static final Bootstrap DEFAULTS = new Bootstrap(10_000, 0.95);

    private final int resamples;
    private final double level;

    private Bootstrap(int resamples, double level) {
        this.resamples = resamples;
        this.level = level;
    }

    /** 10,000 resamples at 95 %. */
    public static Bootstrap withDefaults() {
        return DEFAULTS;
    }

    /**
     * With another number of resamples.
     *
     * @throws IllegalArgumentException if there are fewer than 2
     */
    public Bootstrap withResamples(int newResamples) {
        if (newResamples < 2) {
            throw new IllegalArgumentException("A bootstrap needs 2 resamples or more: " + newResamples);
        }
        return new Bootstrap(newResamples, level);
    }

    /**
     * At another level.
     *
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public Bootstrap withLevel(double newLevel) {
        return new Bootstrap(resamples, CriticalValue.checkLevel(newLevel));
    }

    /**
     * Count metrics, by resampling the cells of their confusion matrix: the same distribution as resampling rows, at a cost that does not
     * depend on their number. With clusters it would be wrong; use {@link CountInfluence#clustered} or {@link #ofClusters}.
     *
     * @return one estimate per metric, in their order, all from the same resamples
     */
    public List<BootstrapEstimate> ofCounts(
            ConfusionMatrix matrix, List<CountMetric> metrics, UniformRandomProvider rng) {
        CellResampler resampler = new CellResampler(matrix);
        double[][] replicates = new double[metrics.size()][resamples];
        for (int b = 0; b < resamples; b++) {
            ClassTallies tallies = resampler.draw(rng);
            for (int m = 0; m < replicates.length; m++) {
                replicates[m][b] = metrics.get(m).value(tallies);
            }
        }
        List<BootstrapEstimate> estimates = new ArrayList<>();
        for (int m = 0; m < replicates.length; m++) {
            estimates.add(BootstrapEstimate.ofReplicates(
                    metrics.get(m).value(matrix), replicates[m], level, "multinomial_bootstrap_percentile", List.of()));
        }
        return List.copyOf(estimates);
    }

    /** One count metric, as {@link #ofCounts(ConfusionMatrix, List, UniformRandomProvider)}. */
    public BootstrapEstimate ofCounts(ConfusionMatrix matrix, CountMetric metric, UniformRandomProvider rng) {
        return ofCounts(matrix, List.of(metric), rng).get(0);
    }

    /**
     * Any statistic of independent samples 0 … n − 1.
     *
     * @throws IllegalArgumentException if n is below 1 or the statistic of a resample is not finite
     */
    public BootstrapEstimate ofRows(int n, ResampledStatistic statistic, UniformRandomProvider rng) {
        int[] indices = new int[requireSome(n, "samples")];
        for (int i = 0; i < n; i++) {
            indices[i] = i;
        }
        double value = statistic.of(indices, n);
        return estimate(value, "bootstrap_percentile", List.of(), () -> {
            for (int i = 0; i < n; i++) {
                indices[i] = rng.nextInt(n);
            }
            return statistic.of(indices, n);
        });
    }

    /** The mean of independent values, as {@link #ofRows}. */
    public BootstrapEstimate ofMean(double[] values, UniformRandomProvider rng) {
        int n = requireSome(values.length, "values");
        return estimate(Moments.of(values).mean(), "bootstrap_percentile", List.of(), () -> {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += values[rng.nextInt(n)];
            }
            return sum / n;
        });
    }

    /**
     * Any statistic of clustered samples: whole clusters are drawn, as many as there are.
     *
     * @param clusters the indices of the samples of each cluster, none empty
     * @throws IllegalArgumentException if there is no cluster, one is empty or the statistic of a resample is not finite
     */
    public BootstrapEstimate ofClusters(List<int[]> clusters, ResampledStatistic statistic, UniformRandomProvider rng) {
        int count = requireSome(clusters.size(), "clusters");
        IndexBuffer indices = new IndexBuffer();
        for (int[] cluster : clusters) {
            requireSome(cluster.length, "samples in each cluster");
            indices.append(cluster);
        }
        double value = indices.evaluate(statistic);
        return estimate(value, "cluster_bootstrap_percentile", ClusteredMean.warningsFor(count), () -> {
            indices.clear();
            for (int g = 0; g < count; g++) {
                indices.append(clusters.get(rng.nextInt(count)));
            }
            return indices.evaluate(statistic);
        });
    }

    /**
     * The mean over the samples of clusters, as {@link #ofClusters} with the mean of the samples that were drawn.
     *
     * @param clusters the moments of each cluster, none empty
     * @throws IllegalArgumentException if there is no cluster, or an empty one
     */
    public BootstrapEstimate ofClusteredMean(List<Moments> clusters, UniformRandomProvider rng) {
        double value = ClusteredMean.of(clusters).mean();
        int count = clusters.size();
        return estimate(value, "cluster_bootstrap_percentile", ClusteredMean.warningsFor(count), () -> {
            double sum = 0;
            long n = 0;
            for (int g = 0; g < count; g++) {
                Moments cluster = clusters.get(rng.nextInt(count));
                sum += cluster.sum();
                n += cluster.n();
            }
            return sum / n;
        });
    }

    private BootstrapEstimate estimate(double value, String method, List<String> warnings, DoubleSupplier resample) {
        double[] replicates = new double[resamples];
        for (int b = 0; b < resamples; b++) {
            replicates[b] = resample.getAsDouble();
        }
        return BootstrapEstimate.ofReplicates(value, replicates, level, method, warnings);
    }

    private static int requireSome(int n, String what) {
        if (n < 1) {
            throw new IllegalArgumentException("A bootstrap needs " + what + "; there are " + n);
        }
        return n;
    }
}
