package dev.evalkit.rating;

/**
 * What the outcomes y in [0, 1] of battles with weights w add up to, seen from one of the two sides: enough for their mean
 * and its standard error.
 *
 * @param battles how many
 * @param weight Σw
 * @param score Σwy
 * @param squares Σw²
 * @param crossSquares Σw²y
 * @param scoreSquares Σw²y²
 */
public record OutcomeSums(
        long battles, double weight, double score, double squares, double crossSquares, double scoreSquares) {

    static final OutcomeSums NONE = new OutcomeSums(0, 0, 0, 0, 0, 0);

    /** One battle. */
    static OutcomeSums ofBattle(double weight, double y) {
        return of(WeightSum.NONE.plusBattle(weight), y);
    }

    /** Battles that all have the outcome y. */
    static OutcomeSums of(WeightSum sum, double y) {
        return new OutcomeSums(
                sum.battles(), sum.weight(), sum.weight() * y, sum.squares(), sum.squares() * y, sum.squares() * y * y);
    }

    /** The sums of two parts together. */
    OutcomeSums plus(OutcomeSums other) {
        return new OutcomeSums(
                battles + other.battles,
                weight + other.weight,
                score + other.score,
                squares + other.squares,
                crossSquares + other.crossSquares,
                scoreSquares + other.scoreSquares);
    }

    /** The same battles seen from the other side: every y becomes 1 − y. */
    OutcomeSums flipped() {
        return new OutcomeSums(
                battles,
                weight,
                weight - score,
                squares,
                squares - crossSquares,
                squares - 2 * crossSquares + scoreSquares);
    }

    /** Σw²(y − c)², not negative. */
    double squaresAround(double c) {
        return Math.max(0, scoreSquares - 2 * c * crossSquares + c * c * squares);
    }

    /** Σwy / Σw; NaN where there are no battles. */
    double mean() {
        return score / weight;
    }

    /**
     * The estimated variance of the mean: Σw²(y − ȳ)² / (Σw)² · n / (n − 1), with equal weights the usual s² / n. NaN or
     * infinite where n is below 2.
     */
    double varianceOfMean() {
        return squaresAround(mean()) / (weight * weight) * battles / (battles - 1.0);
    }
}
