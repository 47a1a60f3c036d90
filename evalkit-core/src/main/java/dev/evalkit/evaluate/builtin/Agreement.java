package dev.evalkit.evaluate.builtin;

import dev.evalkit.evaluate.Arguments;
import dev.evalkit.sample.BadSampleException;
import dev.evalkit.sample.Sample;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a prediction is the label: {@code --match text|value}. Texts, numbers and booleans are compared as texts, arrays as sets of texts; with {@code value} {@code
 * 1}, {@code "1.0"} and {@code true} are the same. Without the option a pair that is equal by value but not as texts is refused, since either could be meant.
 */
enum Agreement {
    /** Nobody said which. */
    UNDECIDED,
    TEXT,
    VALUE;

    /** What to do about two spellings. */
    static final String CHOICE = "say --match value if they are the same, --match text if they are not";

    private enum Match {
        TEXT,
        VALUE
    }

    /** {@code --match text|value}. */
    static Agreement from(Arguments arguments) {
        return arguments.text("match").isEmpty()
                ? UNDECIDED
                : valueOf(arguments.choice("match", Match.class, Match.TEXT).name());
    }

    /**
     * Whether the prediction is the label; false where it is missing.
     *
     * @throws BadSampleException if the label is missing, or it is not decided whether they are the same
     */
    boolean of(Sample sample, int label, int prediction) {
        List<String> wanted = label(sample, label);
        List<String> found = sample.texts(prediction);
        if (found.isEmpty()) {
            return false;
        }
        boolean areSingle = wanted.size() == 1 && found.size() == 1;
        boolean isSame = areSingle ? wanted.equals(found) : new HashSet<>(wanted).equals(new HashSet<>(found));
        if (isSame || this == TEXT || !haveSameValues(wanted, found)) {
            return isSame;
        }
        if (this == UNDECIDED) {
            throw new BadSampleException(
                    prediction, shown(found) + " for the label " + shown(wanted), "one spelling (" + CHOICE + ")");
        }
        return true;
    }

    /** The text as it is counted. */
    String spelt(String text) {
        return this == VALUE ? Spelling.value(text) : text;
    }

    /** The text of a column as it is counted, or null where it is missing. */
    @Nullable
    String text(Sample sample, int column) {
        return sample.isMissing(column) ? null : spelt(sample.text(column));
    }

    static List<String> label(Sample sample, int label) {
        List<String> wanted = sample.texts(label);
        if (wanted.isEmpty()) {
            throw new BadSampleException(label, "nothing", "a label");
        }
        return wanted;
    }

    private static boolean haveSameValues(List<String> wanted, List<String> found) {
        boolean areSingle = wanted.size() == 1 && found.size() == 1;
        return areSingle
                ? Spelling.value(wanted.get(0)).equals(Spelling.value(found.get(0)))
                : values(wanted).equals(values(found));
    }

    private static Set<String> values(List<String> texts) {
        return texts.stream().map(Spelling::value).collect(Collectors.toSet());
    }

    private static String shown(List<String> texts) {
        return "'" + String.join("', '", texts) + "'";
    }
}
