package dev.evalkit.stats;

import java.util.List;
import java.util.Locale;

/**
 * A mean over samples that come in clusters (several questions about one text, several attempts at one task), with the three
 * standard errors that a result shows side by side. The mean is over samples, so large clusters weigh more.
 *
 * @param n samples
 * @param clusters clusters, 1 or more
 * @param mean the mean over samples
 * @param cr0 √(Σ_g (Σ_{i∈g} (x_i − mean))²)/n, no small-sample factor (Miller 2024, arXiv 2411.00640)
 * @param cr1 cr0 · √(G/(G − 1)) (Cameron and Miller 2015), what verdicts use; infinite for one cluster
 * @param plain s/√n, what it were if the samples were independent; infinite for one sample
 */
public record ClusteredMean(long n, int clusters, double mean, double cr0, double cr1, double plain) {
    /** From so many clusters on t(G − 1) keeps its level about (Cameron and Miller 2015). */
    public static final int WANTED_CLUSTERS = 30;

    /** With fewer clusters sign flips of whole clusters cannot reject: 2 · 2⁻⁵ > 0.05. */
    public static final int NEEDED_CLUSTERS = 6;

    /**
     * The mean over all samples of the given clusters, in their order.
     *
     * @param clusters the moments of each cluster; for 0/1 scores {@link Moments#ofBinary}
     * @throws IllegalArgumentException if there is no cluster, or an empty one
     */
    public static ClusteredMean of(List<Moments> clusters) {
        if (clusters.isEmpty()) {
            throw new IllegalArgumentException("A clustered mean needs clusters; there are none");
        }
        Moments all = Moments.NONE;
        for (int g = 0; g < clusters.size(); g++) {
            if (clusters.get(g).n() == 0) {
                throw new IllegalArgumentException("Every cluster needs a sample; cluster " + g + " (from 0) has none");
            }
            all = all.merge(clusters.get(g));
        }
        double squares = 0;
        for (Moments cluster : clusters) {
            double residual = cluster.n() * (cluster.mean() - all.mean());
            squares += residual * residual;
        }
        int count = clusters.size();
        double cr0 = Math.sqrt(squares) / all.n();
        double cr1 = count == 1 ? Double.POSITIVE_INFINITY : cr0 * Math.sqrt(count / (count - 1.0));
        double plain = all.n() == 1 ? Double.POSITIVE_INFINITY : all.standardError();
        return new ClusteredMean(all.n(), count, all.mean(), cr0, cr1, plain);
    }

    /**
     * By how much clustering shrinks the sample: deff = max(1, (CR1 · t(G − 1) / (z · plain))²), so that n/deff independent samples
     * would give an interval as wide. Where all samples are equal it is n/G (a cluster counts as one sample); for one cluster
     * it is infinite.
     *
     * @param level the level at which t and z are taken, in (0, 1)
     */
    public double designEffect(double level) {
        CriticalValue.checkLevel(level);
        if (clusters == 1) {
            return Double.POSITIVE_INFINITY;
        }
        if (plain == 0) {
            return (double) n / clusters;
        }
        double root = cr1 * CriticalValue.student(level, clusters - 1) / (CriticalValue.normal(level) * plain);
        return Math.max(1, root * root);
    }

    /** What a reader should know of the number of clusters; empty from 30 on. */
    public List<String> warnings() {
        return warningsFor(clusters);
    }

    static List<String> warningsFor(int clusters) {
        if (clusters == 1) {
            return List.of("2 clusters or more are needed for a clustered interval; there is 1");
        }
        String wanted = tooFew(WANTED_CLUSTERS, "wanted for a clustered interval to keep its level", clusters);
        if (clusters < NEEDED_CLUSTERS) {
            return List.of(wanted, tooFew(NEEDED_CLUSTERS, "needed for a verdict", clusters));
        }
        return clusters < WANTED_CLUSTERS ? List.of(wanted) : List.of();
    }

    private static String tooFew(int limit, String why, int clusters) {
        return String.format(Locale.ROOT, "%d clusters or more are %s; there are %d", limit, why, clusters);
    }
}
