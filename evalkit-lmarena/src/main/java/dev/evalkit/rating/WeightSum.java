package dev.evalkit.rating;

/**
 * Battles of one pair that ended alike.
 *
 * @param battles how many
 * @param weight the sum of their weights w
 * @param squares the sum of w²
 */
public record WeightSum(long battles, double weight, double squares) {

    static final WeightSum NONE = new WeightSum(0, 0, 0);

    /** Battles that each count once. */
    static WeightSum plain(long battles) {
        return new WeightSum(battles, battles, battles);
    }

    /** These battles and one more. */
    WeightSum plusBattle(double w) {
        return new WeightSum(battles + 1, weight + w, squares + w * w);
    }

    /** The sums of two parts together. */
    WeightSum plus(WeightSum other) {
        return new WeightSum(battles + other.battles, weight + other.weight, squares + other.squares);
    }
}
