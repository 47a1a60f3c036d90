package dev.evalkit.diff.inference;

import dev.evalkit.model.Direction;

/** The scale on which a difference is judged: + is better on all of them. */
public sealed interface JudgedScale {
    /** Differences in the item's unit. */
    JudgedScale DIFFERENCE = new Differences();

    /** The name in documents. */
    String id();

    /**
     * A difference on this scale in the item's unit, + being better. For log ratios it is the change of the previous value as it was observed, so that comparing it with
     * a margin in that unit gives the same answer. Infinite stays infinite.
     */
    double inUnits(double difference);

    /** Differences in the item's unit. */
    record Differences() implements JudgedScale {
        @Override
        public String id() {
            return "difference";
        }

        @Override
        public double inUnits(double difference) {
            return difference;
        }
    }

    /**
     * ±ln(current/previous).
     *
     * @param previous the previous value, above 0
     * @param direction which way is better
     */
    record LogRatio(double previous, Direction direction) implements JudgedScale {
        @Override
        public String id() {
            return "log_ratio";
        }

        @Override
        public double inUnits(double difference) {
            return Double.isInfinite(difference)
                    ? difference
                    : direction.orient(previous * Math.expm1(direction.orient(difference)));
        }

        /** A value on this scale. */
        double of(double value) {
            return direction.orient(Math.log(value));
        }

        /** M = |ln(1 ± M/previous)|, infinite where a value of 0 were tolerated. */
        double margin(double inUnits) {
            double share = direction == Direction.HIGHER_IS_BETTER ? -inUnits / previous : inUnits / previous;
            return share <= -1 ? Double.POSITIVE_INFINITY : Math.abs(Math.log1p(share));
        }
    }
}
