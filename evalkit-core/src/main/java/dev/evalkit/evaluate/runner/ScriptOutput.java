package dev.evalkit.evaluate.runner;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.model.Indicator;
import dev.evalkit.model.RunScriptRef.Mapping;
import dev.evalkit.result.Interval;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what a script printed into result items. */
final class ScriptOutput {
    private ScriptOutput() {}

    /**
     * Reads a result item or an array of them.
     *
     * @throws EvalkitException with line and column if it is anything else, or holds items of other indicators
     */
    static List<ResultItem> unified(String name, byte[] output, Indicator indicator) {
        if (output.length == 0) {
            throw new EvalkitException(
                    name + " is empty: a script prints a result item {metric_id, value, ci, samples_used, meta}, or an"
                            + " array of them, to standard output, or writes it to the file that EVALKIT_OUTPUT names");
        }
        List<ResultItem> items =
                ResultSet.read(new ByteArrayInputStream(output), name).items();
        items.stream()
                .filter(item -> !belongs(item.metricId(), indicator))
                .findFirst()
                .ifPresent(item -> {
                    throw new EvalkitException(name + ": found an item of metric_id \"" + item.metricId()
                            + "\"; the script of " + indicator.id() + " gives items of \"" + indicator.id()
                            + "\" and, beside it, \"" + indicator.id() + ".<name>\"");
                });
        if (items.stream().noneMatch(item -> indicator.answersTo(item.metricId()))) {
            throw new EvalkitException(name + ": found no item of metric_id \"" + indicator.id() + "\"");
        }
        return items;
    }

    private static boolean belongs(String metricId, Indicator indicator) {
        return indicator.answersTo(metricId) || metricId.startsWith(indicator.id() + ".");
    }

    /**
     * Picks the numbers out of a document of the script's own shape.
     *
     * @throws EvalkitException if a pointer leads nowhere or to something else than a number
     */
    static List<ResultItem> custom(String name, byte[] output, Indicator indicator, Mapping mapping) {
        Object document = JsonDocument.parse(name, output).value();
        double value = number(name, document, mapping.value());
        @Nullable
        Interval ci = Optional.ofNullable(mapping.ci())
                .flatMap(pointer -> interval(name, document, pointer))
                .orElse(null);
        @Nullable
        Long samples = Optional.ofNullable(mapping.samplesUsed())
                .map(pointer -> count(name, document, pointer))
                .orElse(null);
        return List.of(new ResultItem(indicator.id(), value, ci, samples, Meta.EMPTY));
    }

    private static double number(String name, @Nullable Object document, String pointer) {
        Object found = at(document, pointer);
        if (found instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw new EvalkitException(found(name, pointer, found) + "; expected a number");
    }

    private static long count(String name, @Nullable Object document, String pointer) {
        double number = number(name, document, pointer);
        if (number != Math.rint(number) || number < 0) {
            throw new EvalkitException(found(name, pointer, number) + "; expected a count of samples");
        }
        return (long) number;
    }

    private static Optional<Interval> interval(String name, @Nullable Object document, String pointer) {
        Object found = at(document, pointer);
        if (found == null) {
            return Optional.empty();
        }
        if (found instanceof List<?> ends && ends.size() == 2) {
            Double low = end(name, pointer, ends.get(0));
            Double high = end(name, pointer, ends.get(1));
            if (low == null || high == null || low <= high) {
                return Optional.of(new Interval(low, high));
            }
        }
        throw new EvalkitException(
                found(name, pointer, found) + "; expected an array of two ends, the lower one first");
    }

    private static @Nullable Double end(String name, String pointer, @Nullable Object end) {
        if (end == null) {
            return null;
        }
        if (end instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw new EvalkitException(found(name, pointer, end) + "; expected a number or null as an end");
    }

    private static String found(String name, String pointer, @Nullable Object value) {
        return name + ": run_script_ref.mapping points at " + pointer + ", where there is "
                + (value == null ? "nothing" : Shown.text(String.valueOf(value)));
    }

    /** What an RFC 6901 pointer leads to; null where it leads nowhere. */
    private static @Nullable Object at(@Nullable Object document, String pointer) {
        @Nullable Object here = document;
        if (pointer.isEmpty()) {
            return here;
        }
        for (String escaped : pointer.substring(1).split("/", -1)) {
            String token = escaped.replace("~1", "/").replace("~0", "~");
            if (here instanceof Map<?, ?> object) {
                here = object.get(token);
            } else if (here instanceof List<?> array && token.matches("0|[1-9][0-9]{0,8}")) {
                int index = Integer.parseInt(token);
                here = index < array.size() ? array.get(index) : null;
            } else {
                return null;
            }
        }
        return here;
    }
}
