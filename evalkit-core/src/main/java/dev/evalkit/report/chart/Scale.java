package dev.evalkit.report.chart;

import java.util.List;
import java.util.stream.DoubleStream;

/** Which share of an axis lies below a value. */
sealed interface Scale permits Scale.Linear, Scale.Logarithmic, Scale.Symmetric {
    /** Values from here on are drawn as if they were this: far beyond what anything measures, and differences of them do not overflow. */
    double LARGEST = 1e300;

    /** How many decades positive values must span to be drawn logarithmically. */
    double MANY = 100;

    /** How far beyond ±1 values are drawn linearly. */
    double FAR = 12;

    /** From 0 to 1 for a value within the axis. */
    double share(double value);

    /** Round values, ascending. */
    List<Double> ticks();

    /** Linear, unless all values are positive and the largest is a hundred times the smallest. */
    static Scale of(DoubleStream values, int ticks) {
        double[] sorted = values.map(Scale::bounded).sorted().toArray();
        if (sorted.length == 0) {
            return new Linear(Ticks.linear(0, 1, ticks));
        }
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        return low > 0 && high / low >= MANY
                ? new Logarithmic(Ticks.logarithmic(low, high, ticks))
                : new Linear(Ticks.linear(low, high, ticks));
    }

    /** Around 0, with −1 and 1 on it: linear, or beyond ±1 logarithmic where there are values far from it. */
    static Scale aroundZero(DoubleStream values, int ticks) {
        double largest = values.map(Scale::bounded).map(Math::abs).max().orElse(1);
        largest = Math.max(largest, 1);
        return largest <= FAR
                ? new Linear(Ticks.linear(-largest * 1.05, largest * 1.05, ticks))
                : Symmetric.upTo(largest);
    }

    private static double bounded(double value) {
        return Math.max(-LARGEST, Math.min(LARGEST, value));
    }

    private static double within(double share) {
        return Math.max(0, Math.min(1, share));
    }

    /** Equal differences, equal lengths. */
    record Linear(Ticks axis) implements Scale {
        @Override
        public double share(double value) {
            return within((bounded(value) - axis.low()) / (axis.high() - axis.low()));
        }

        @Override
        public List<Double> ticks() {
            return axis.values();
        }
    }

    /** Equal ratios, equal lengths. */
    record Logarithmic(Ticks axis) implements Scale {
        @Override
        public double share(double value) {
            double low = Math.log(axis.low());
            return within((Math.log(value) - low) / (Math.log(axis.high()) - low));
        }

        @Override
        public List<Double> ticks() {
            return axis.values();
        }
    }

    /** sgn(x) · log₁₀(1 + |x|), nearly linear within ±1: Webber, A bi-symmetric log transformation for wide-range data (2013). */
    record Symmetric(double largest, List<Double> ticks) implements Scale {
        static Symmetric upTo(double largest) {
            int decades = (int) Math.ceil(Math.log10(largest));
            double end = Math.pow(10, decades);
            return new Symmetric(
                    end,
                    decades <= 2
                            ? List.of(-end, -10.0, -1.0, 0.0, 1.0, 10.0, end)
                            : List.of(-end, -1.0, 0.0, 1.0, end));
        }

        @Override
        public double share(double value) {
            double length = Math.log10(1 + Math.abs(bounded(value))) / Math.log10(1 + largest);
            return within((1 + Math.signum(value) * length) / 2);
        }
    }
}
