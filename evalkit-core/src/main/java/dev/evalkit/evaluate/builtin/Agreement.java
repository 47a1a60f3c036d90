package dev.evalkit.evaluate.builtin;

import dev.evalkit.sample.BadSampleException;
import dev.evalkit.sample.Sample;
import java.util.HashSet;
import java.util.List;

/** Whether a prediction is the label. Texts, numbers and booleans are compared as texts, arrays as sets of texts. */
final class Agreement {
    private Agreement() {}

    /**
     * Whether the prediction is the label; false where it is missing.
     *
     * @throws BadSampleException if the label is missing
     */
    static boolean of(Sample sample, int label, int prediction) {
        List<String> wanted = label(sample, label);
        List<String> found = sample.texts(prediction);
        if (wanted.size() == 1 && found.size() == 1) {
            return wanted.get(0).equals(found.get(0));
        }
        return !found.isEmpty() && new HashSet<>(wanted).equals(new HashSet<>(found));
    }

    static List<String> label(Sample sample, int label) {
        List<String> wanted = sample.texts(label);
        if (wanted.isEmpty()) {
            throw new BadSampleException(label, "nothing", "a label");
        }
        return wanted;
    }
}
