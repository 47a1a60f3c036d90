package dev.evalkit.evaluate.builtin;

import dev.evalkit.evaluate.Arguments;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of failed requests: {@code --success COLUMN --failures count|drop}. Without a column all have succeeded.
 *
 * @param success the column that tells whether a request succeeded, or null
 * @param drops whether failed requests are kept out of the numbers
 */
record RequestOptions(@Nullable Column success, boolean drops) {

    private enum Failures {
        COUNT,
        DROP
    }

    static RequestOptions from(Arguments arguments) {
        Optional<String> success = arguments.text("success");
        Optional<String> choice = arguments.text("failures");
        if (success.isPresent() != choice.isPresent()) {
            throw arguments.conflict(
                    "--success without --failures, or the other way round",
                    "name the column with --success, and choose --failures count or --failures drop");
        }
        Failures failures = arguments.choice("failures", Failures.class, Failures.COUNT);
        return new RequestOptions(success.map(Column::required).orElse(null), failures == Failures.DROP);
    }

    boolean knowsFailures() {
        return success != null;
    }

    /** Whether the request failed; its column stands at that position. */
    boolean failed(Sample sample, int column) {
        return success != null && !Reading.requiredFlag(sample, column, "whether the request succeeded");
    }
}
