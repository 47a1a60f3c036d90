package dev.evalkit.repository;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.json.JsonObject;
import dev.evalkit.json.JsonPointers;
import dev.evalkit.model.RunScriptRef;
import dev.evalkit.model.RunScriptRef.Input;
import dev.evalkit.model.RunScriptRef.Mapping;
import dev.evalkit.model.RunScriptRef.OutputFormat;
import dev.evalkit.model.RunScriptRef.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** {@code run_script_ref}: a bare string, or an object. */
final class RunScriptRefParser {
    private static final String KEY = "run_script_ref";
    private static final Map<String, OutputFormat> FORMATS =
            Map.of("unified_v1", OutputFormat.UNIFIED_V1, "custom", OutputFormat.CUSTOM);
    private static final Map<String, Role> ROLES = Map.of("dataset", Role.DATASET, "output", Role.OUTPUT);
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final double MOST_SECONDS = Duration.ofDays(30).toSeconds();

    private RunScriptRefParser() {}

    /** What an indicator names, if it names anything. */
    static Optional<RunScriptRef> parse(JsonObject indicator) {
        if (indicator.asMap().get(KEY) instanceof String) {
            return Optional.of(RunScriptRef.of(script(indicator, KEY)));
        }
        return indicator.optionalObject(KEY).map(RunScriptRefParser::ref);
    }

    private static RunScriptRef ref(JsonObject json) {
        return new RunScriptRef(
                script(json, "script"),
                json.strings("args"),
                json.objects("inputs").stream().map(RunScriptRefParser::input).toList(),
                json.has("output_format") ? choice(json, "output_format", FORMATS) : OutputFormat.UNIFIED_V1,
                json.optionalObject("mapping").map(RunScriptRefParser::mapping).orElse(null),
                timeout(json),
                env(json));
    }

    private static String script(JsonObject json, String key) {
        String script = json.string(key);
        if (script.isBlank() || script.equals(RunScriptRef.BUILTIN_PREFIX)) {
            throw new EvalkitException(
                    json.location(key),
                    "\"" + key + "\" must be builtin:<name> or a path inside the repository, found "
                            + Shown.quoted(script));
        }
        return script;
    }

    private static Input input(JsonObject json) {
        return new Input(
                json.string("path"),
                choice(json, "role", ROLES),
                json.optionalString("dataset").orElse(null));
    }

    private static Mapping mapping(JsonObject json) {
        return new Mapping(
                pointer(json, "value").orElseGet(() -> json.string("value")),
                pointer(json, "ci").orElse(null),
                pointer(json, "samples_used").orElse(null));
    }

    private static Optional<String> pointer(JsonObject json, String key) {
        Optional<String> pointer = json.optionalString(key);
        if (pointer.isPresent() && !pointer.get().isEmpty() && !pointer.get().startsWith("/")) {
            throw new EvalkitException(
                    json.location(key),
                    "\"" + key + "\" must be a JSON pointer like /metrics/accuracy, found "
                            + Shown.quoted(pointer.get()));
        }
        return pointer;
    }

    private static Duration timeout(JsonObject json) {
        OptionalDouble seconds = json.optionalNumber("timeout_seconds");
        if (seconds.isEmpty()) {
            return RunScriptRef.DEFAULT_TIMEOUT;
        }
        if (!(seconds.getAsDouble() > 0 && seconds.getAsDouble() <= MOST_SECONDS)) {
            throw new EvalkitException(
                    json.location("timeout_seconds"),
                    "\"timeout_seconds\" must be more than 0 and at most " + (long) MOST_SECONDS + ", found "
                            + seconds.getAsDouble());
        }
        return Duration.ofMillis(Math.max(1, Math.round(seconds.getAsDouble() * 1000)));
    }

    private static List<String> env(JsonObject json) {
        List<String> names = json.strings("env");
        for (int i = 0; i < names.size(); i++) {
            if (!VARIABLE.matcher(names.get(i)).matches()) {
                String pointer = JsonPointers.child(JsonPointers.child(json.pointer(), "env"), i);
                throw new EvalkitException(
                        json.document().locate(pointer),
                        "\"env\" holds names of environment variables (letters, digits, underscores), found "
                                + Shown.quoted(names.get(i)));
            }
        }
        return names;
    }

    private static <E> E choice(JsonObject json, String key, Map<String, E> choices) {
        String found = json.string(key);
        E choice = choices.get(found);
        if (choice == null) {
            String expected =
                    String.join(" or ", choices.keySet().stream().sorted().toList());
            throw new EvalkitException(
                    json.location(key), "\"" + key + "\" must be " + expected + ", found " + Shown.quoted(found));
        }
        return choice;
    }
}
