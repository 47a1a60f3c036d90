package dev.evalkit.rating;

import java.util.Locale;
import java.util.Optional;

/** How a battle ended. Both kinds of tie that boards know (equally good, both bad) are one. */
public enum Outcome implements Preference {
    /** The first model won. */
    FIRST(1),
    /** The second model won. */
    SECOND(0),
    /** Neither won. */
    TIE(0.5);

    private final double score;

    /** Made once: there are millions of labels. */
    private final Optional<Outcome> optional = Optional.of(this);

    Outcome(double score) {
        this.score = score;
    }

    @Override
    public double score() {
        return score;
    }

    @Override
    public Outcome flipped() {
        return switch (this) {
            case FIRST -> SECOND;
            case SECOND -> FIRST;
            case TIE -> TIE;
        };
    }

    /**
     * Reads the labels that battle files use: {@code model_a}, {@code left} or {@code a} for the first model, {@code
     * model_b}, {@code right} or {@code b} for the second, {@code tie}, {@code both_bad} and {@code all bad} for a tie, also
     * with the kind of tie added as in {@code tie (bothbad)} and {@code tie(all bad)}. Case, spaces, underscores, hyphens
     * and parentheses do not matter.
     *
     * @return empty for any other label: what it means is not guessed
     */
    public static Optional<Outcome> ofLabel(String label) {
        return switch (label) {
            // The commonest spellings need no normalisation, which counts with millions of battles.
            case "model_a" -> FIRST.optional;
            case "model_b" -> SECOND.optional;
            case "tie", "tie (bothbad)" -> TIE.optional;
            default -> ofNormalised(normalised(label));
        };
    }

    private static Optional<Outcome> ofNormalised(String label) {
        return switch (label) {
            case "modela", "left", "a" -> FIRST.optional;
            case "modelb", "right", "b" -> SECOND.optional;
            case "tie", "bothbad", "allbad", "tiebothbad", "tieallbad" -> TIE.optional;
            default -> Optional.empty();
        };
    }

    private static String normalised(String label) {
        StringBuilder letters = new StringBuilder(label.length());
        for (char c : label.toLowerCase(Locale.ROOT).toCharArray()) {
            if (!Character.isWhitespace(c) && "_-()".indexOf(c) < 0) {
                letters.append(c);
            }
        }
        return letters.toString();
    }
}
