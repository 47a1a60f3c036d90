package dev.evalkit.evaluate;

import dev.evalkit.EvalkitException;
import dev.evalkit.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;

/**
 * The arguments of an evaluator: options, each with a value ({@code --label answer}, or {@code --label=answer} where the value begins with
 * two hyphens).
 *
 * <p>An option becomes known by being asked for; {@link #refuseUnknown} then refuses the others. An option that may stand several times
 * is read by {@link #list}; any other may stand once. Used by one thread.
 */
public final class Arguments {
    private final String evaluator;
    private final Map<String, List<String>> given = new LinkedHashMap<>();
    private final TreeSet<String> supported = new TreeSet<>();

    /**
     * Parses arguments.
     *
     * @param evaluator the evaluator's name, for messages
     * @throws EvalkitException if something is no option, or an option has no value
     */
    public Arguments(String evaluator, List<String> argv) {
        this.evaluator = evaluator;
        for (int i = 0; i < argv.size(); i++) {
            String option = argv.get(i);
            if (!option.startsWith("--") || option.length() == 2) {
                throw new EvalkitException("builtin:" + evaluator + ": found the argument '" + option
                        + "', expected an option such as --label; write an option and its value as two arguments");
            }
            int equals = option.indexOf('=');
            if (equals >= 0) {
                add(option.substring(2, equals), option.substring(equals + 1));
            } else if (i + 1 < argv.size() && !argv.get(i + 1).startsWith("--")) {
                add(option.substring(2), argv.get(++i));
            } else {
                throw new EvalkitException("builtin:" + evaluator + ": " + option
                        + " has no value; write it behind the option, or " + option + "=VALUE where it begins with --");
            }
        }
    }

    /** The evaluator's name. */
    public String evaluator() {
        return evaluator;
    }

    /**
     * The value of an option, if it is given.
     *
     * @param option its name without hyphens
     * @throws EvalkitException if it is given more than once, or empty
     */
    public Optional<String> text(String option) {
        supported.add(option);
        List<String> values = given.getOrDefault(option, List.of());
        if (values.size() > 1) {
            throw new EvalkitException("builtin:" + evaluator + ": --" + option + " is given " + values.size()
                    + " times (" + String.join(", ", values) + "); give it once");
        }
        if (!values.isEmpty() && values.get(0).isEmpty()) {
            throw new EvalkitException(
                    "builtin:" + evaluator + ": --" + option + " is empty; give it a value or leave it out");
        }
        return values.stream().findFirst();
    }

    /** The value of an option, or a default. */
    public String text(String option, String otherwise) {
        return text(option).orElse(otherwise);
    }

    /** The values of an option that may stand several times, each a value or several with commas between them; in order, without repeats. */
    public List<String> list(String option) {
        supported.add(option);
        return given.getOrDefault(option, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** The values of an option that may stand several times, commas being part of them. */
    public List<String> all(String option) {
        supported.add(option);
        return List.copyOf(given.getOrDefault(option, List.of()));
    }

    /**
     * The value of an option as a number.
     *
     * @param range the range in words, for the message
     * @throws EvalkitException if it is no number, or not allowed
     */
    public OptionalDouble number(String option, String range, DoublePredicate allowed) {
        Optional<String> text = text(option);
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(checked(option, text.get(), range, allowed));
    }

    private double checked(String option, String text, String range, DoublePredicate allowed) {
        double value = parse(text);
        if (!Double.isFinite(value) || !allowed.test(value)) {
            throw invalid(option, text, range);
        }
        return value;
    }

    /**
     * The values of an option that may stand several times, or with commas, as numbers.
     *
     * @param range the range in words, for the message
     * @throws EvalkitException if one is no number, or not allowed
     */
    public List<Double> numbers(String option, String range, DoublePredicate allowed) {
        return list(option).stream()
                .map(text -> checked(option, text, range, allowed))
                .toList();
    }

    /**
     * The value of an option as a whole number in a range.
     *
     * @throws EvalkitException if it is none, or outside the range
     */
    public int integer(String option, int minimum, int maximum, int otherwise) {
        OptionalDouble value = number(
                option,
                "a whole number from " + minimum + " to " + maximum,
                number -> number >= minimum && number <= maximum && number == Math.rint(number));
        return value.isPresent() ? (int) value.getAsDouble() : otherwise;
    }

    /**
     * The value of an option that chooses among constants, written in lower case (hyphens stand for underscores).
     *
     * @throws EvalkitException if it is none of them, naming all
     */
    public <E extends Enum<E>> E choice(String option, Class<E> type, E otherwise) {
        Optional<String> text = text(option);
        if (text.isEmpty()) {
            return otherwise;
        }
        String wanted = text.get().toUpperCase(Locale.ROOT).replace('-', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(wanted)) {
                return constant;
            }
        }
        String names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw invalid(option, text.get(), "one of " + names);
    }

    /** The error for a value that makes no sense: the option, what was found, what was expected. */
    public EvalkitException invalid(String option, String found, String expected) {
        return new EvalkitException(
                "builtin:" + evaluator + ": --" + option + " is '" + found + "', expected " + expected);
    }

    /** The error for options that do not go together: what was found, what to do. */
    public EvalkitException conflict(String found, String todo) {
        return new EvalkitException("builtin:" + evaluator + ": found " + found + "; " + todo);
    }

    /**
     * Refuses options that nobody asked for.
     *
     * @throws EvalkitException naming the first of them, the nearest supported one and all supported ones
     */
    public void refuseUnknown() {
        for (String option : given.keySet()) {
            if (!supported.contains(option)) {
                String nearest = Nearest.to(option, supported).stream()
                        .findFirst()
                        .map(name -> " (did you mean --" + name + "?)")
                        .orElse("");
                throw new EvalkitException("builtin:" + evaluator + " has no option --" + option + nearest + "; it has "
                        + supported.stream().map(name -> "--" + name).collect(Collectors.joining(" ")));
            }
        }
    }

    private void add(String option, String value) {
        given.computeIfAbsent(option, name -> new ArrayList<>()).add(value);
    }

    private static double parse(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
