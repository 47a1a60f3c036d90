package dev.evalkit.evaluate;

/**
 * Computes an indicator from samples; found by {@link java.util.ServiceLoader} and named {@code builtin:<name>} in an indicator's
 * {@code run_script_ref}.
 *
 * <p>An implementation is a public class with a public constructor without parameters, listed in
 * {@code META-INF/services/dev.evalkit.evaluate.Evaluator}. It holds no state: one instance may be asked from many threads.
 */
public interface Evaluator {

    /** The name behind {@code builtin:}, in lower case, e.g. {@code accuracy}. */
    String name();

    /** A version, from 1 on, raised only when the same samples and arguments give other numbers than before. */
    int version();

    /**
     * Reads the arguments.
     *
     * @param arguments what stands in the indicator's {@code args}; whatever is left unread is refused afterwards
     * @return what is to be done with the samples; most return a {@link ScoredEvaluation}
     * @throws dev.evalkit.EvalkitException if an argument makes no sense, naming the option, what was found and what is supported
     */
    Evaluation<?> configure(Arguments arguments);
}
