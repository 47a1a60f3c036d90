package dev.evalkit.evaluate.score;

import java.util.List;

/**
 * Which texts are classes. A prediction that is none of them is wrong and counts for no class.
 *
 * @param kind how they are found
 * @param names the classes where they are listed, else empty
 */
public record ClassRule(Kind kind, List<String> names) {

    /** How classes are found. */
    public enum Kind {
        /** Whatever occurs as a label or a prediction, as in scikit-learn. */
        BOTH,
        /** Whatever occurs as a label. */
        LABELS,
        /** A list. */
        LISTED
    }

    public ClassRule {
        names = List.copyOf(names);
    }

    /** Labels and predictions. */
    public static final ClassRule BOTH = new ClassRule(Kind.BOTH, List.of());

    /** Labels alone. */
    public static final ClassRule LABELS = new ClassRule(Kind.LABELS, List.of());

    /** These classes. */
    public static ClassRule listed(List<String> names) {
        return new ClassRule(Kind.LISTED, names);
    }
}
