package dev.evalkit.rating;

/**
 * How strengths become points: a model that is {@code points} above another is expected to win {@code base} times for each
 * loss.
 *
 * @param base the odds at a difference of {@code points}, above 1; 10 by custom
 * @param points the difference in points, above 0; 400 by custom (Elo 1978)
 */
public record RatingScale(double base, double points) {

    /** Base 10 and 400 points: one unit of log strength is 400 / ln 10 ≈ 173.7 points. */
    public static final RatingScale ELO = new RatingScale(10, 400);

    /**
     * Checks both numbers.
     *
     * @throws IllegalArgumentException if the base is not a finite number above 1 or the points not one above 0
     */
    public RatingScale {
        if (!(base > 1 && base < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The base of a rating scale must be finite and above 1: " + base);
        }
        if (!(points > 0 && points < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The points of a rating scale must be finite and above 0: " + points);
        }
    }

    /** Points per unit of natural log strength. */
    public double pointsPerLogStrength() {
        return points / Math.log(base);
    }

    /**
     * The expected score of a model that is {@code difference} points above its opponent: 1 / (1 +
     * base^(−difference/points)).
     */
    public double expectedScore(double difference) {
        return 1 / (1 + Math.pow(base, -difference / points));
    }
}
