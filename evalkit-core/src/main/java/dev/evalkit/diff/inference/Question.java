package dev.evalkit.diff.inference;

import dev.evalkit.model.Direction;
import dev.evalkit.stats.RandomBatches;

/**
 * What is asked of two runs: is it worse, and by more than is tolerated?
 *
 * @param direction which way is better
 * @param margin the drop M that is tolerated, 0 or more, in the item's unit
 * @param identity the item's identity in one line; with the seed it fixes every random stream
 * @param seed the seed of whatever is random
 * @param test how to test
 * @param isGating whether the answer decides over a build; where it does not, what would take long is approximated
 */
public record Question(
        Direction direction, double margin, String identity, long seed, TestChoice test, boolean isGating) {

    /** Where the draws of a simulation come from. */
    RandomBatches random(String purpose) {
        return new RandomBatches(seed, identity, purpose);
    }

    /** Turns scores so that more is better; 0/1 scores stay such. */
    double[] oriented(double[] scores, boolean areBinary) {
        if (direction == Direction.HIGHER_IS_BETTER) {
            return scores;
        }
        double[] turned = new double[scores.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = areBinary ? 1 - scores[i] : -scores[i];
        }
        return turned;
    }
}
