package dev.evalkit.stats;

/** The method of variance estimates recovery: an interval of a difference from two estimates and their own intervals. */
public final class Mover {
    private Mover() {}

    /**
     * The interval of d = current − previous of two independent estimates (Zou and Donner 2008, Statistics in Medicine 27, 1693,
     * equation 4): L = d − √((c − l_c)² + (u_p − p)²), U = d + √((u_c − c)² + (p − l_p)²). With intervals symmetric about their estimates
     * it is the usual one; with Wilson intervals it is Newcombe's. An infinite end gives an infinite end. An estimate that lies outside its own
     * interval (a quantile by one definition, ends by another) has distance 0 to the end that it passed.
     *
     * @param previous the earlier estimate, finite
     * @param lowPrevious its lower end, maybe −∞
     * @param highPrevious its upper end, maybe ∞
     * @param current the later estimate, finite
     * @param lowCurrent its lower end, maybe −∞
     * @param highCurrent its upper end, maybe ∞
     * @param level the level of both intervals and so of the result
     * @throws IllegalArgumentException if an estimate is not finite, an end is NaN or the ends are the wrong way round
     */
    public static ConfidenceInterval difference(
            double previous,
            double lowPrevious,
            double highPrevious,
            double current,
            double lowCurrent,
            double highCurrent,
            double level) {
        check(previous, lowPrevious, highPrevious);
        check(current, lowCurrent, highCurrent);
        double difference = current - previous;
        double down = Math.hypot(distance(lowCurrent, current), distance(previous, highPrevious));
        double up = Math.hypot(distance(current, highCurrent), distance(lowPrevious, previous));
        return ConfidenceInterval.of(difference - down, difference + up, level, "mover");
    }

    private static double distance(double from, double to) {
        return Math.max(0, to - from);
    }

    private static void check(double estimate, double low, double high) {
        if (!Double.isFinite(estimate) || Double.isNaN(low) || Double.isNaN(high) || low > high) {
            throw new IllegalArgumentException(
                    "MOVER needs finite estimates with ordered ends: " + estimate + " [" + low + ", " + high + "]");
        }
    }
}
