package dev.evalkit.evaluate.runner;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.Evaluator;
import dev.evalkit.model.RunScriptRef;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The evaluators on the class path, by name. */
public final class Evaluators {
    private final Map<String, Evaluator> byName = new TreeMap<>();

    /**
     * Finds what {@link ServiceLoader} finds.
     *
     * @throws EvalkitException if two evaluators have one name
     */
    public Evaluators(ClassLoader loader) {
        for (Evaluator evaluator : ServiceLoader.load(Evaluator.class, loader)) {
            Evaluator other = byName.putIfAbsent(evaluator.name(), evaluator);
            if (other != null) {
                throw new EvalkitException(
                        "Two evaluators are called " + RunScriptRef.BUILTIN_PREFIX + evaluator.name() + ": "
                                + other.getClass().getName() + " and "
                                + evaluator.getClass().getName()
                                + "; take one of them off the class path");
            }
        }
    }

    /**
     * The evaluator that a script reference names.
     *
     * @param script {@code builtin:<name>}
     * @throws EvalkitException if there is none, naming those that there are
     */
    public Evaluator find(String script) {
        Evaluator found = byName.get(script.substring(RunScriptRef.BUILTIN_PREFIX.length()));
        if (found == null) {
            throw new EvalkitException("There is no evaluator " + script + " on the class path; there are "
                    + RunScriptRef.BUILTIN_PREFIX
                    + String.join(", " + RunScriptRef.BUILTIN_PREFIX, byName.keySet()));
        }
        return found;
    }

    /** Whether a script reference names one of them. */
    public boolean has(String script) {
        return script.startsWith(RunScriptRef.BUILTIN_PREFIX)
                && byName.containsKey(script.substring(RunScriptRef.BUILTIN_PREFIX.length()));
    }
}
