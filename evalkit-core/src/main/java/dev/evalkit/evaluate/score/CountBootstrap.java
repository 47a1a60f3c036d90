package dev.evalkit.evaluate.score;

import dev.evalkit.result.Meta;
import dev.evalkit.stats.Bootstrap;
import dev.evalkit.stats.BootstrapEstimate;
import dev.evalkit.stats.CountMetric;
import dev.evalkit.stats.RandomStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One multinomial bootstrap for all count metrics that are asked of the same cells: the draws depend on the seed and on what is computed, not
 * on which metrics are asked, so that each has the same interval alone.
 */
final class CountBootstrap {
    private static final String PURPOSE = "bootstrap";

    private final ScoreView rows;
    private final CountCells cells;
    private final EstimateSettings settings;
    private final List<Counts> asked;

    CountBootstrap(ScoreView rows, CountCells cells, Counts wanted, EstimateSettings settings) {
        this.rows = rows;
        this.cells = cells;
        this.settings = settings;
        Set<Counts> same = new LinkedHashSet<>();
        for (Statistic statistic : rows.asked()) {
            if (statistic instanceof Counts counts && counts.sharesCellsWith(wanted) && isBootstrapped(counts)) {
                same.add(counts);
            }
        }
        same.add(wanted);
        this.asked = List.copyOf(same);
    }

    /** About how many random numbers, or steps as cheap as one, it takes. */
    long draws() {
        long classes = cells.classes().size();
        long steps = cells.matrix().cells().size();
        for (Counts counts : asked) {
            steps += counts.average() == Counts.Average.NONE ? 1 : classes;
        }
        return Math.multiplyExact(steps, settings.resamples());
    }

    Estimate estimate(Counts counts) {
        Map<Counts, BootstrapEstimate> estimates =
                rows.remember(new Key(counts.label(), counts.prediction(), counts.classes(), settings), this::resample);
        BootstrapEstimate estimate = estimates.get(counts);
        if (estimate == null) {
            throw new IllegalStateException("The bootstrap was made without " + counts);
        }
        return new Estimate(
                estimate.value(),
                estimate.interval(),
                0,
                Meta.of(Map.of(Meta.STD_ERROR, estimate.standardError())).with("resamples", estimate.resamples()));
    }

    private Map<Counts, BootstrapEstimate> resample() {
        List<CountMetric> metrics = new ArrayList<>();
        asked.forEach(counts -> metrics.add(counts.metric(cells).orElseThrow()));
        List<BootstrapEstimate> estimates = Bootstrap.withDefaults()
                .withResamples(settings.resamples())
                .withLevel(settings.level())
                .ofCounts(cells.matrix(), metrics, RandomStream.of(settings.seed(), settings.identity(), PURPOSE));
        Map<Counts, BootstrapEstimate> byStatistic = new HashMap<>();
        for (int i = 0; i < estimates.size(); i++) {
            byStatistic.put(asked.get(i), estimates.get(i));
        }
        return byStatistic;
    }

    private boolean isBootstrapped(Counts counts) {
        return counts.score() != CountScore.ACCURACY && counts.metric(cells).isPresent();
    }

    private record Key(String label, String prediction, ClassRule classes, EstimateSettings settings) {}
}
