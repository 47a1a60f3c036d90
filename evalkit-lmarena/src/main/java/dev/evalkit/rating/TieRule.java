package dev.evalkit.rating;

/** What a win rate does with ties. */
public enum TieRule {
    /** A tie is half a win. */
    HALF,
    /** A tie is no battle. */
    LEFT_OUT
}
