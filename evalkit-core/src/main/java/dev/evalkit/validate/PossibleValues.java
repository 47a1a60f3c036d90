package dev.evalkit.validate;

import dev.evalkit.model.Indicator;
import dev.evalkit.repository.BundledIndicators;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that an indicator can have at all.
 *
 * @param least the least one, null where there is none
 * @param most the greatest one, null where there is none
 * @param source what says so
 * @param isShare whether this follows from its being a share alone, so that a larger number may be a percentage
 */
record PossibleValues(@Nullable Double least, @Nullable Double most, String source, boolean isShare) {
    private static final Set<String> AMOUNTS = Set.of(
            "ms",
            "s",
            "sec",
            "second",
            "seconds",
            "millisecond",
            "milliseconds",
            "us",
            "µs",
            "ns",
            "min",
            "minutes",
            "h",
            "hours",
            "requests/s",
            "req/s",
            "rps",
            "qps",
            "tokens/s",
            "tok/s",
            "tps",
            "bytes",
            "kb",
            "mb",
            "gb",
            "count",
            "tokens",
            "words",
            "usd",
            "watts",
            "joules");
    private static final Set<String> SHARES = Set.of("ratio", "share", "fraction", "proportion", "probability", "rate");

    /** What an indicator says of itself, by its range or its unit; else what evalkit's own indicator of that id says. */
    static Optional<PossibleValues> of(Indicator indicator, BundledIndicators bundled) {
        boolean isBundled = bundled.ids().contains(indicator.id());
        if (isBundled && bundled.get(indicator.id()).equals(indicator)) {
            return ofBundled(indicator);
        }
        Optional<PossibleValues> ranged = range(indicator, "the range of " + indicator.id());
        if (ranged.isPresent()) {
            return ranged;
        }
        String unit = indicator.unit().strip().toLowerCase(Locale.ROOT);
        if (AMOUNTS.contains(unit)) {
            return Optional.of(new PossibleValues(0.0, null, "a value in " + indicator.unit(), false));
        }
        if (SHARES.contains(unit)) {
            return Optional.of(new PossibleValues(0.0, 1.0, "the unit " + indicator.unit(), true));
        }
        return unit.isEmpty() && isBundled ? ofBundled(bundled.get(indicator.id())) : Optional.empty();
    }

    /** Whether a repository means the same by the id is not for sure: a share may be a percentage there. */
    private static Optional<PossibleValues> ofBundled(Indicator indicator) {
        return range(indicator, "evalkit's own " + indicator.id())
                .map(own -> new PossibleValues(own.least, own.most, own.source, true));
    }

    private static Optional<PossibleValues> range(Indicator indicator, String source) {
        Object range = indicator.fields().get("range");
        Double least = null;
        Double most = null;
        if (range instanceof Map<?, ?> map) {
            least = number(map.get("minimum"), map.get("min"));
            most = number(map.get("maximum"), map.get("max"));
        } else if (range instanceof List<?> list && list.size() == 2) {
            least = number(list.get(0), null);
            most = number(list.get(1), null);
        }
        boolean isSound = least == null || most == null || least <= most;
        return isSound && (least != null || most != null)
                ? Optional.of(new PossibleValues(least, most, source, false))
                : Optional.empty();
    }

    private static @Nullable Double number(@Nullable Object first, @Nullable Object second) {
        Object value = first == null ? second : first;
        return value instanceof Number number ? (Double) number.doubleValue() : null;
    }

    /** Whether a value is possible; what rounding leaves beyond an end is forgiven. */
    boolean allow(double value) {
        return (least == null || value >= least - slack(least)) && (most == null || value <= most + slack(most));
    }

    private static double slack(double end) {
        return 1e-9 * Math.max(1, Math.abs(end));
    }

    /** The values in words. */
    String inWords() {
        if (least != null && most != null) {
            return "from " + shown(least) + " to " + shown(most);
        }
        return least != null ? shown(least) + " or more" : most != null ? shown(most) + " or less" : "any";
    }

    static String shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
