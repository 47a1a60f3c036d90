package dev.evalkit.evaluate.score;

/**
 * A column of score rows.
 *
 * @param name its name in the score file, in lower case
 * @param kind what stands in it
 */
public record ScoreColumn(String name, Kind kind) {

    /** What stands in a column. */
    public enum Kind {
        /** Finite numbers; NaN in memory and null in files where a row has none. */
        NUMBER,
        /** Texts from a limited set; null where a row has none. */
        TEXT
    }

    /** A column of numbers. */
    public static ScoreColumn number(String name) {
        return new ScoreColumn(name, Kind.NUMBER);
    }

    /** A column of texts. */
    public static ScoreColumn text(String name) {
        return new ScoreColumn(name, Kind.TEXT);
    }
}
