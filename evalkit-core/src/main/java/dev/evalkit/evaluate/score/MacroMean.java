package dev.evalkit.evaluate.score;

import dev.evalkit.result.Meta;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The mean of a column within each part, averaged over the parts, so that small parts weigh as much as large ones. The influence of a row
 * is n/(S·n_s) · (x − mean_s), summed over the parts s that it is in, with S parts; its variance is that of a stratified mean with equal weights.
 *
 * @param column the score column; rows without a number are in no part
 * @param by a slice column, or a score column of texts; rows without a value are in no part
 */
public record MacroMean(String column, String by) implements SmoothStatistic {
    private static final String PARTS = "parts";

    @Override
    public List<String> columns() {
        return List.of(column, by);
    }

    @Override
    public OptionalDouble value(ScoreView rows) {
        return parts(rows).mean();
    }

    @Override
    public double[] scores(ScoreView rows) {
        Parts parts = parts(rows);
        double value = parts.mean().orElseThrow(() -> new IllegalArgumentException("No row is in a part of " + by));
        double[] scores = new double[rows.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = value + parts.influence(rows, i);
        }
        return scores;
    }

    @Override
    public String need() {
        return "a sample that has a " + column + " and a " + by;
    }

    @Override
    public Optional<Estimate> estimate(ScoreView rows, EstimateSettings settings) {
        Parts parts = parts(rows);
        OptionalDouble value = parts.mean();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        double[] scores = scores(rows);
        boolean isProportion = parts.areBinary() && SmoothEstimate.areBinary(scores);
        Estimate estimate = new SmoothEstimate(settings)
                .with(PARTS, parts.occupied())
                .of(value.getAsDouble(), scores, Positions.all(scores.length), rows, isProportion);
        boolean lacksSpread = !isProportion && parts.occupied() > 1 && parts.single() > 0;
        return Optional.of(lacksSpread ? lackingSpread(estimate, parts) : estimate);
    }

    /** One row does not tell how much the mean of its part varies: of such parts alone there is no interval, of some it is too narrow. */
    private Estimate lackingSpread(Estimate estimate, Parts parts) {
        boolean hasNone = parts.single() == parts.occupied();
        String warning = parts.single() + " of " + parts.occupied() + " parts by " + by
                + " have one sample, which does not tell how they vary, so that "
                + (hasNone ? "there is no interval" : "the interval is too narrow");
        Meta meta = hasNone ? Meta.of(Map.of(PARTS, parts.occupied())) : estimate.meta();
        return new Estimate(
                estimate.value(),
                hasNone ? null : estimate.interval(),
                estimate.n(),
                meta.with(Meta.WARNINGS, List.of(warning)));
    }

    @Override
    public Map<String, Object> describe() {
        return Descriptor.of("macro_mean", "column", column, "by", by);
    }

    private Parts parts(ScoreView rows) {
        return rows.remember(this, () -> new Parts(rows, column, by));
    }

    /** Sums by part. */
    private static final class Parts {
        private final NumberColumn numbers;
        private final Membership membership;
        private final double[] sums;
        private final long[] counts;
        private final int size;
        private boolean binary = true;

        Parts(ScoreView rows, String column, String by) {
            numbers = rows.table().numbers(column);
            membership = Membership.of(rows.table(), by);
            sums = new double[membership.parts()];
            counts = new long[membership.parts()];
            size = rows.size();
            for (int i = 0; i < size; i++) {
                int row = rows.row(i);
                double value = numbers.get(row);
                if (!Double.isNaN(value)) {
                    binary &= value == 0 || value == 1;
                    for (int index = 0; index < membership.count(row); index++) {
                        sums[membership.part(row, index)] += value;
                        counts[membership.part(row, index)]++;
                    }
                }
            }
        }

        boolean areBinary() {
            return binary;
        }

        int occupied() {
            int occupied = 0;
            for (long count : counts) {
                occupied += count > 0 ? 1 : 0;
            }
            return occupied;
        }

        /** How many parts have one row. */
        int single() {
            int single = 0;
            for (long count : counts) {
                single += count == 1 ? 1 : 0;
            }
            return single;
        }

        OptionalDouble mean() {
            double sum = 0;
            for (int part = 0; part < sums.length; part++) {
                sum += counts[part] == 0 ? 0 : sums[part] / counts[part];
            }
            return occupied() == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / occupied());
        }

        double influence(ScoreView rows, int position) {
            int row = rows.row(position);
            double value = numbers.get(row);
            double influence = 0;
            if (!Double.isNaN(value)) {
                for (int index = 0; index < membership.count(row); index++) {
                    int part = membership.part(row, index);
                    influence += (value - sums[part] / counts[part]) / counts[part];
                }
            }
            return influence * size / occupied();
        }
    }
}
