package dev.evalkit.rating;

/** What a tie says of the two strengths. Ratings under different tie models are not comparable. */
public enum TieModel {
    /** A tie is half a win and half a loss, as on public boards. */
    HALF,
    /**
     * A tie is an outcome of its own, with P(tie) = ν√(π₁π₂) / (π₁ + π₂ + ν√(π₁π₂)) (Davidson 1970, equation 2.2). Needs the
     * three outcomes: soft preferences are refused.
     */
    DAVIDSON
}
