package dev.evalkit.evaluate;

/** What a scored evaluation keeps beside the numbers. */
public enum Keep {
    /** Nothing: the fastest, for measurements; repeated ids are not noticed. */
    NUMBERS,
    /** The digest of the questions; repeated ids are noticed. */
    DIGEST,
    /** That, and the score rows. */
    SCORES;

    static Keep of(EvaluationSettings settings) {
        return settings.keepScores() ? SCORES : DIGEST;
    }
}
