package dev.evalkit.json;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Arrays of numbers, such as intervals, which stand on one line: {@code [0.1, 0.2]}. Nulls may stand among them. */
final class NumberArrays {

    private NumberArrays() {}

    /** Whether a list holds numbers and nulls alone, and at least one number. */
    static boolean isOne(List<?> list) {
        boolean any = false;
        for (Object each : list) {
            if (each != null && !(each instanceof Number)) {
                return false;
            }
            any |= each != null;
        }
        return any;
    }

    static String text(List<?> numbers, boolean compact) {
        return numbers.stream().map(NumberArrays::text).collect(between(compact));
    }

    static String text(double[] numbers, boolean compact) {
        return Arrays.stream(numbers).mapToObj(CanonicalNumber::text).collect(between(compact));
    }

    private static Collector<CharSequence, ?, String> between(boolean compact) {
        return Collectors.joining(compact ? "," : ", ", "[", "]");
    }

    private static String text(@Nullable Object number) {
        return number == null ? "null" : JsonWriter.number((Number) number);
    }
}
