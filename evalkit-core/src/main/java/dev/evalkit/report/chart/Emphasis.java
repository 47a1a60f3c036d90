package dev.evalkit.report.chart;

import java.util.Locale;

/** What a mark stands out for; told by its shape and its colour. */
public enum Emphasis {
    /** Nothing: a filled circle. */
    PLAIN,
    /** What is good and proven: a filled circle. */
    GOOD,
    /** What is bad and proven: a filled square. */
    BAD,
    /** What is not proven: a hollow circle. */
    UNSURE;

    /** The class of its colour. */
    String style() {
        return "ek-" + name().toLowerCase(Locale.ROOT);
    }
}
