package dev.evalkit.model;

/** Which way an indicator gets better; {@code higher_is_better} in documents. */
public enum Direction {
    /** More is better, as for accuracy. */
    HIGHER_IS_BETTER(1),
    /** Less is better, as for latency. */
    LOWER_IS_BETTER(-1);

    private final int sign;

    Direction(int sign) {
        this.sign = sign;
    }

    /** The direction that {@code higher_is_better} names. */
    public static Direction ofHigherIsBetter(boolean higherIsBetter) {
        return higherIsBetter ? HIGHER_IS_BETTER : LOWER_IS_BETTER;
    }

    /** A raw difference (current − previous) turned so that + is better. */
    public double orient(double difference) {
        return sign * difference;
    }
}
