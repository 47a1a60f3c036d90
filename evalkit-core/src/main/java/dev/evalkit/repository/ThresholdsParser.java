package dev.evalkit.repository;

import dev.evalkit.EvalkitException;
import dev.evalkit.Nearest;
import dev.evalkit.Shown;
import dev.evalkit.json.JsonObject;
import dev.evalkit.model.Thresholds;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** {@code thresholds = {margin?, absolute?, relative?, minimum?, maximum?}}. */
final class ThresholdsParser {
    private static final String KEY = "thresholds";
    private static final List<String> SIZES = List.of("margin", "absolute", "relative");
    private static final List<String> KNOWN = List.of("margin", "absolute", "relative", "minimum", "maximum");

    private ThresholdsParser() {}

    /** The thresholds that an indicator, or a scenario's entry for one, holds; a list of them is another tool's form and says nothing here. */
    static Thresholds parse(JsonObject holder) {
        if (holder.asMap().get(KEY) instanceof List) {
            return Thresholds.NONE;
        }
        return holder.optionalObject(KEY).map(ThresholdsParser::thresholds).orElse(Thresholds.NONE);
    }

    private static Thresholds thresholds(JsonObject json) {
        json.keys().forEach(key -> refuseMistyped(json, key));
        for (String size : SIZES) {
            if (json.optionalNumber(size).orElse(0) < 0) {
                throw new EvalkitException(
                        json.location(size), "\"" + size + "\" must be 0 or more, found " + json.number(size));
            }
        }
        Double minimum = number(json, "minimum");
        Double maximum = number(json, "maximum");
        if (minimum != null && maximum != null && minimum > maximum) {
            throw new EvalkitException(
                    json.location("minimum"),
                    "\"minimum\" must not exceed \"maximum\", found " + minimum + " and " + maximum);
        }
        return new Thresholds(
                number(json, "margin"), number(json, "absolute"), number(json, "relative"), minimum, maximum);
    }

    /** Unknown keys are none of our business, but a mistyped one would silently leave the default threshold in place. */
    private static void refuseMistyped(JsonObject json, String key) {
        List<String> meant = KNOWN.contains(key) ? List.of() : Nearest.to(key, KNOWN);
        if (!meant.isEmpty()) {
            throw new EvalkitException(
                    json.location(key),
                    "unknown key " + Shown.quoted(key) + " in \"" + KEY + "\", did you mean \"" + meant.get(0) + "\"?");
        }
    }

    private static @Nullable Double number(JsonObject json, String key) {
        OptionalDouble number = json.optionalNumber(key);
        return number.isPresent() ? (Double) number.getAsDouble() : null;
    }
}
