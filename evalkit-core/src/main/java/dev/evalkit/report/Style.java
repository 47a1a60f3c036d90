package dev.evalkit.report;

/** How lines on a console stand out: in colours, or not at all. */
public enum Style {
    /** Text alone. */
    PLAIN,
    /** Colours by the escape sequences of ECMA-48. */
    COLOURED;

    private static final String ESCAPE = "\u001b[";
    private static final String END = ESCAPE + "0m";

    /** What is wrong. */
    public String error(String text) {
        return sgr("1;31", text);
    }

    /** What should be looked at. */
    public String warning(String text) {
        return sgr("1;33", text);
    }

    /** What is read first. */
    public String strong(String text) {
        return sgr("1", text);
    }

    /** What is read last. */
    public String faint(String text) {
        return sgr("2", text);
    }

    private String sgr(String codes, String text) {
        return this == PLAIN || text.isEmpty() ? text : ESCAPE + codes + "m" + text + END;
    }
}
