package dev.evalkit.evaluate.score;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The ratio R = Σx/Σw of two columns over the rows with w &gt; 0 or x ≠ 0: points over their maximum, flips over what was right before. Where w is 0
 * or 1 and x is 0 or w, it is a proportion of the rows with w = 1.
 *
 * @param numerator x; missing counts as 0
 * @param denominator w, 0 or more; missing counts as 0
 */
public record Ratio(String numerator, String denominator) implements SmoothStatistic {

    @Override
    public List<String> columns() {
        return List.of(numerator, denominator);
    }

    @Override
    public OptionalDouble value(ScoreView rows) {
        Pairs pairs = pairs(rows);
        return pairs.isDefined() ? OptionalDouble.of(pairs.ratio()) : OptionalDouble.empty();
    }

    /** R + (x − R·w)/mean(w), which is R for rows with neither. */
    @Override
    public double[] scores(ScoreView rows) {
        Pairs pairs = pairs(rows);
        if (!pairs.isDefined()) {
            throw new IllegalArgumentException("No row has a " + denominator + " above 0");
        }
        return pairs.pseudoValues(Positions.all(rows.size()));
    }

    @Override
    public String need() {
        return "a sample whose " + denominator + " is above 0";
    }

    @Override
    public Optional<Estimate> estimate(ScoreView rows, EstimateSettings settings) {
        Pairs pairs = pairs(rows);
        int[] counted = pairs.counted;
        if (!pairs.isDefined()) {
            return Optional.empty();
        }
        SmoothEstimate estimate = new SmoothEstimate(settings)
                .with("numerator", pairs.sum(pairs.x))
                .with("denominator", pairs.sum(pairs.w));
        return Optional.of(estimate.of(
                pairs.ratio(),
                pairs.isProportion() ? pairs.shares() : pairs.pseudoValues(counted),
                counted,
                rows,
                true));
    }

    @Override
    public Map<String, Object> describe() {
        return Descriptor.of("ratio", "numerator", numerator, "denominator", denominator);
    }

    private Pairs pairs(ScoreView rows) {
        return rows.remember(this, () -> {
            double[] x = rows.numbers(numerator);
            double[] w = rows.numbers(denominator);
            return new Pairs(x, w, Positions.where(w.length, i -> w[i] > 0 || (x[i] != 0 && !Double.isNaN(x[i]))));
        });
    }

    private static final class Pairs {
        final double[] x;
        final double[] w;
        final int[] counted;

        Pairs(double[] x, double[] w, int[] counted) {
            this.x = x;
            this.w = w;
            this.counted = counted;
        }

        private static double orZero(double value) {
            return Double.isNaN(value) ? 0 : value;
        }

        boolean isDefined() {
            return sum(w) > 0;
        }

        double sum(double[] values) {
            double sum = 0;
            for (int i : counted) {
                sum += orZero(values[i]);
            }
            return sum;
        }

        double ratio() {
            return sum(x) / sum(w);
        }

        /** Whether each row has all of its w or nothing, and either all w are 1 or the ratio is 0 or 1. */
        boolean isProportion() {
            boolean areUnits = true;
            boolean hasSome = false;
            boolean hasNone = false;
            for (int i : counted) {
                if (!(w[i] > 0) || (orZero(x[i]) != 0 && x[i] != w[i])) {
                    return false;
                }
                areUnits &= w[i] == 1;
                hasSome |= orZero(x[i]) != 0;
                hasNone |= orZero(x[i]) == 0;
            }
            return areUnits || hasSome != hasNone;
        }

        double[] shares() {
            double[] shares = Positions.pick(x, counted);
            for (int i = 0; i < shares.length; i++) {
                shares[i] = orZero(shares[i]) == 0 ? 0 : 1;
            }
            return shares;
        }

        /** The ratio plus the influence of each of these rows, weighed as one of them. */
        double[] pseudoValues(int[] rows) {
            double ratio = ratio();
            double mean = sum(w) / rows.length;
            double[] values = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                int row = rows[i];
                double influence = orZero(x[row]) - ratio * orZero(w[row]);
                values[i] = ratio + influence / mean;
            }
            return values;
        }
    }
}
