package dev.evalkit.stats;

/** Collects the two order statistics of a quantile while the values of a group come by with their ranks. */
final class QuantilePick {
    private final OrderPosition position;
    private double lower;
    private double upper;

    QuantilePick(OrderPosition position) {
        this.position = position;
    }

    /** The value that has this rank in the group, counted from 1. */
    void see(int rank, double value) {
        if (rank == position.rank()) {
            lower = value;
        } else if (rank == position.rank() + 1) {
            upper = value;
        }
    }

    /** Whether an order statistic has a rank above this one. */
    boolean needsAbove(int rank) {
        return position.lastRank() > rank;
    }

    /** Whether an order statistic has this rank or one below. */
    boolean needsUpTo(int rank) {
        return position.rank() <= rank;
    }

    double value() {
        return position.between(lower, upper);
    }
}
