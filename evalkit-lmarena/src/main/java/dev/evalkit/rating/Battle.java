package dev.evalkit.rating;

import org.jspecify.annotations.Nullable;

/**
 * One pairwise comparison.
 *
 * @param first the model on the first side; a blank name is allowed here and dropped (and counted) where battles add up
 * @param second the model on the second side, likewise; may be the same as the first, and is then dropped
 * @param preference which side was preferred
 * @param weight how much the battle counts, finite and above 0; 1 where nothing is weighted
 * @param judge who compared, where it is known: the battles of one judge are not independent of each other
 */
public record Battle(
        String first,
        String second,
        Preference preference,
        double weight,
        @Nullable String judge) {

    /**
     * Checks the weight.
     *
     * @throws IllegalArgumentException if the weight is not a finite number above 0
     */
    public Battle {
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A battle's weight must be finite and above 0: " + weight);
        }
    }

    /** A battle that counts once, by an unknown judge. */
    public static Battle of(String first, String second, Preference preference) {
        return new Battle(first, second, preference, 1, null);
    }

    /** This battle with another weight. */
    public Battle weighted(double newWeight) {
        return new Battle(first, second, preference, newWeight, judge);
    }

    /** This battle with a known judge. */
    public Battle judgedBy(String newJudge) {
        return new Battle(first, second, preference, weight, newJudge);
    }

    /** Whether both models have names. */
    boolean isNamed() {
        return !first.isBlank() && !second.isBlank();
    }

    /** Whether these are two models with names. */
    boolean isUsable() {
        return isNamed() && !first.equals(second);
    }
}
