package dev.evalkit.rating.builtin;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.evaluate.Arguments;
import dev.evalkit.rating.RatingScale;
import dev.evalkit.result.Meta;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What ratings have in common: {@code --model NAME}, whose rating is wanted (else those of all models, each with its name in {@code meta.model}), {@code --base
 * 10} and {@code --points 400}, the scale.
 *
 * @param model the model, or null for all
 * @param scale the scale
 */
record RatingOptions(@Nullable String model, RatingScale scale) {
    private static final int MOST_SHOWN = 20;

    static RatingOptions from(Arguments arguments) {
        OptionalDouble base = arguments.number("base", "a number above 1", value -> value > 1);
        OptionalDouble points = arguments.number("points", "a number above 0", value -> value > 0);
        return new RatingOptions(
                arguments.text("model").orElse(null),
                new RatingScale(base.orElse(RatingScale.ELO.base()), points.orElse(RatingScale.ELO.points())));
    }

    /**
     * The model if one is wanted, else null.
     *
     * @throws EvalkitException if it has no battle
     */
    @Nullable
    String wanted(Collection<String> rated) {
        if (model != null && !rated.contains(model)) {
            String some = Shown.text(
                    String.join(", ", rated.stream().limit(MOST_SHOWN).toList()));
            throw new EvalkitException("No battle of " + Shown.quoted(model) + " counts; there are battles of " + some
                    + (rated.size() > MOST_SHOWN ? " and " + (rated.size() - MOST_SHOWN) + " more" : "")
                    + ". Name one of them with --model");
        }
        return model;
    }

    /** The beginning of an item's meta. */
    Map<String, @Nullable Object> meta(String rated) {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        if (model == null) {
            meta.put(Meta.MODEL, rated);
        }
        meta.put(Meta.UNIT, "points");
        meta.put(Meta.HIGHER_IS_BETTER, true);
        return meta;
    }

    /** The scale as the regime names it. */
    String shownScale() {
        return number(scale.points()) + " points for odds of " + number(scale.base());
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** Warnings where there are some. */
    static void warn(Map<String, @Nullable Object> meta, List<String> warnings) {
        if (!warnings.isEmpty()) {
            meta.put(Meta.WARNINGS, List.copyOf(warnings));
        }
    }
}
