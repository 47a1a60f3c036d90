package dev.evalkit.evaluate.score;

import dev.evalkit.EvalkitException;
import dev.evalkit.stats.QuantileDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what {@link Statistic#describe} wrote. */
public final class Statistics {
    private static final List<String> KINDS = List.of(
            "mean",
            "ratio",
            "macro_mean",
            "counts",
            "difference",
            "deviation",
            "pass_k",
            "quantile",
            "throughput",
            "total");

    private final Map<?, ?> values;

    private Statistics(Map<?, ?> values) {
        this.values = values;
    }

    /**
     * The statistic that a descriptor stands for.
     *
     * @param descriptor {@code kind} and the components by name
     * @throws EvalkitException if the kind is unknown or a component is missing or of another type
     */
    public static Statistic read(Map<?, ?> descriptor) {
        return new Statistics(descriptor).statistic();
    }

    private Statistic statistic() {
        String kind = text("kind");
        return switch (kind) {
            case "mean" -> new Mean(text("column"), !values.containsKey("share") || value("share", Boolean.class));
            case "ratio" -> new Ratio(text("numerator"), text("denominator"));
            case "macro_mean" -> new MacroMean(text("column"), text("by"));
            case "counts" ->
                new Counts(
                        text("label"),
                        text("prediction"),
                        constant(CountScore.class, "score"),
                        constant(Counts.Average.class, "average"),
                        text("class"),
                        classes());
            case "difference" -> new Difference(smooth("first"), smooth("second"));
            case "deviation" -> new Deviation(text("column"));
            case "pass_k" ->
                new PassK(text("successes"), text("attempts"), (int) number("k"), value("all", Boolean.class));
            case "quantile" -> new Quantile(text("column"), number("q"), definition());
            case "throughput" ->
                new Throughput(text("start"), text("end"), text("counted"), number("units_per_second"));
            case "total" -> new Total(text("column"));
            default ->
                throw new EvalkitException("A statistic has the kind '" + kind + "', expected one of "
                        + String.join(", ", KINDS) + "; it may come from a newer evalkit");
        };
    }

    private String text(String name) {
        return value(name, String.class);
    }

    private double number(String name) {
        return value(name, Number.class).doubleValue();
    }

    private SmoothStatistic smooth(String name) {
        if (read(value(name, Map.class)) instanceof SmoothStatistic smooth) {
            return smooth;
        }
        throw wrong(name, "a statistic with scores");
    }

    private QuantileDefinition definition() {
        try {
            return QuantileDefinition.of(text("definition"));
        } catch (IllegalArgumentException e) {
            throw new EvalkitException(String.valueOf(e.getMessage()), e);
        }
    }

    private ClassRule classes() {
        if (values.get("classes") instanceof List<?> names) {
            return ClassRule.listed(names.stream().map(String::valueOf).toList());
        }
        return switch (text("classes")) {
            case "both" -> ClassRule.BOTH;
            case "labels" -> ClassRule.LABELS;
            default -> throw wrong("classes", "both, labels or a list");
        };
    }

    private <E extends Enum<E>> E constant(Class<E> type, String name) {
        String wanted = text(name).toUpperCase(Locale.ROOT);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(wanted)) {
                return constant;
            }
        }
        throw wrong(
                name,
                "one of "
                        + String.join(
                                ", ",
                                List.of(type.getEnumConstants()).stream()
                                        .map(Descriptor::name)
                                        .toList()));
    }

    private <T> T value(String name, Class<T> type) {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw wrong(name, "a " + type.getSimpleName().toLowerCase(Locale.ROOT));
        }
        return type.cast(value);
    }

    private EvalkitException wrong(String name, String expected) {
        return new EvalkitException("A statistic has " + name + " = " + values.get(name) + ", expected " + expected);
    }
}
