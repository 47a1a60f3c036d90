package dev.evalkit.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What runs to compute an indicator.
 *
 * @param script {@code builtin:<name>} or a path inside the repository
 * @param args arguments, which may hold {@code {model} {scenario} {dataset} {run_dir} {seed}}
 * @param inputs the files that it reads
 * @param outputFormat the shape of what comes out
 * @param mapping where the numbers stand in a custom output, or null
 * @param timeout how long it may take
 * @param env names of environment variables that it may see besides the standard ones
 */
public record RunScriptRef(
        String script,
        List<String> args,
        List<Input> inputs,
        OutputFormat outputFormat,
        @Nullable Mapping mapping,
        Duration timeout,
        List<String> env) {

    /** How long a script may take where nothing is said. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

    /** The prefix of evaluators that are found by ServiceLoader. */
    public static final String BUILTIN_PREFIX = "builtin:";

    public RunScriptRef {
        args = List.copyOf(args);
        inputs = List.copyOf(inputs);
        env = List.copyOf(env);
    }

    /** What a bare string means: that script, unified output, no arguments. */
    public static RunScriptRef of(String script) {
        return new RunScriptRef(
                script, List.of(), List.of(), OutputFormat.UNIFIED_V1, null, DEFAULT_TIMEOUT, List.of());
    }

    /** Whether this names an evaluator rather than a file. */
    public boolean isBuiltin() {
        return script.startsWith(BUILTIN_PREFIX);
    }

    /** What stands behind {@code builtin:}; the script itself where it is a file. */
    public String evaluatorName() {
        return isBuiltin() ? script.substring(BUILTIN_PREFIX.length()) : script;
    }

    /** The shape of a script's output. */
    public enum OutputFormat {
        /** A result item or an array of them. */
        UNIFIED_V1,
        /** Any JSON; a {@link Mapping} says where the numbers stand. */
        CUSTOM
    }

    /** What a file is to an evaluation. */
    public enum Role {
        /** Questions and reference answers: the same for every model. */
        DATASET,
        /** What the model answered. */
        OUTPUT
    }

    /**
     * A file that an evaluation reads.
     *
     * @param path relative to the repository, may hold placeholders
     * @param role what it is
     * @param dataset the name of the data set that it belongs to, or null where there is only one
     */
    public record Input(String path, Role role, @Nullable String dataset) {}

    /**
     * JSON pointers (RFC 6901) into a custom output.
     *
     * @param value the number
     * @param ci an array of two ends, or null
     * @param samplesUsed a count, or null
     */
    public record Mapping(
            String value, @Nullable String ci, @Nullable String samplesUsed) {}
}
