package dev.evalkit.evaluate;

import dev.evalkit.EvalkitException;
import dev.evalkit.Nearest;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The evaluators that there are: those that come with evalkit and those of service providers. Immutable. */
public final class Evaluators {
    private final Map<String, Evaluator> byName;

    private Evaluators(Map<String, Evaluator> byName) {
        this.byName = byName;
    }

    /**
     * The evaluators that a class loader finds.
     *
     * @throws EvalkitException if a provider cannot be loaded, or two have the same name
     */
    public static Evaluators load(ClassLoader loader) {
        Map<String, Evaluator> byName = new TreeMap<>();
        try {
            for (Evaluator evaluator : ServiceLoader.load(Evaluator.class, loader)) {
                Evaluator other = byName.putIfAbsent(evaluator.name(), evaluator);
                if (other != null && !other.getClass().equals(evaluator.getClass())) {
                    throw new EvalkitException("Two evaluators are named builtin:" + evaluator.name() + ": "
                            + other.getClass().getName() + " and "
                            + evaluator.getClass().getName() + "; rename one of them");
                }
            }
        } catch (ServiceConfigurationError e) {
            throw new EvalkitException("An evaluator cannot be loaded: " + e.getMessage(), e);
        }
        return new Evaluators(byName);
    }

    /** The evaluators that come with evalkit, and those beside it on its class path. */
    public static Evaluators load() {
        return load(Evaluators.class.getClassLoader());
    }

    /**
     * The evaluator of a name.
     *
     * @param name what stands behind {@code builtin:}
     * @throws EvalkitException if there is none, naming the nearest and all
     */
    public Evaluator named(String name) {
        Evaluator evaluator = byName.get(name);
        if (evaluator == null) {
            String nearest = Nearest.to(name, byName.keySet()).stream()
                    .findFirst()
                    .map(found -> " (did you mean builtin:" + found + "?)")
                    .orElse("");
            throw new EvalkitException("There is no evaluator builtin:" + name + nearest + "; there are "
                    + String.join(", ", byName.keySet()));
        }
        return evaluator;
    }
}
