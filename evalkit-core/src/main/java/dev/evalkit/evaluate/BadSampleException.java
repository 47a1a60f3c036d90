package dev.evalkit.evaluate;

/**
 * A sample cannot be evaluated: a label is missing, a number is none. It is counted as a bad line of its file, and named with its
 * place by whoever reads the samples.
 */
public final class BadSampleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What was found, what was expected, what to do; without the place. */
    public BadSampleException(String message) {
        // No stack: there may be many of them, and they tell of data rather than of code.
        super(message, null, false, false);
    }
}
