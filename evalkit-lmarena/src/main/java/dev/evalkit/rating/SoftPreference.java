package dev.evalkit.rating;

/**
 * A preference by degrees, as judges give that answer with a probability.
 *
 * @param score the share of the first model, in [0, 1]
 */
public record SoftPreference(double score) implements Preference {

    /**
     * Checks the share.
     *
     * @throws IllegalArgumentException if the share is not in [0, 1]
     */
    public SoftPreference {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("A soft preference must be in [0, 1]: " + score);
        }
    }

    @Override
    public SoftPreference flipped() {
        return new SoftPreference(1 - score);
    }
}
