package dev.evalkit.evaluate.runner;

import dev.evalkit.EvalkitException;
import dev.evalkit.io.SafePaths;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in {@code {model} {scenario} {dataset} {run_dir} {seed}}, where an indicator's paths and arguments hold them. */
final class Placeholders {
    /** The folder of the run, the one placeholder that is a path itself. */
    static final String RUN_DIR = "run_dir";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z_]*)}");

    private final Map<String, String> values;

    Placeholders(Map<String, String> values) {
        this.values = new TreeMap<>(values);
    }

    /** These placeholders and one more. */
    Placeholders with(String name, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value);
        return new Placeholders(more);
    }

    /** Fills in each of several templates. */
    List<String> fill(List<String> templates) {
        return templates.stream().map(this::fill).toList();
    }

    /**
     * Fills in a template.
     *
     * @throws EvalkitException if it holds an unknown placeholder, or an id that would lead a path somewhere else
     */
    String fill(String template) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), template)));
    }

    private String value(String name, String template) {
        String value = values.get(name);
        if (value == null) {
            throw new EvalkitException("\"" + template + "\" holds the unknown placeholder {" + name
                    + "}; known here: {" + String.join("}, {", values.keySet()) + "}");
        }
        if (!name.equals(RUN_DIR) && !SafePaths.isSafeSegment(value)) {
            throw new EvalkitException("\"" + template + "\" holds {" + name + "}, but the " + name + " id \"" + value
                    + "\" is no safe name for a file or folder; name the file without the placeholder, or give the "
                    + name
                    + " an id of letters, digits, dots, dashes and underscores");
        }
        return value;
    }

    /** The template with every placeholder blanked out: what it says whatever model or run it is used for. */
    static String blank(String template) {
        return PLACEHOLDER.matcher(template).replaceAll("{}");
    }
}
