package dev.evalkit.report.junit;

/**
 * Something that holds or does not.
 *
 * @param group what it is listed under; build servers split it at its last full stop
 * @param name what should hold
 * @param result whether it does
 */
public record TestCase(String group, String name, Result result) {

    /** Whether something holds. */
    public sealed interface Result permits Passed, Failed, Skipped {}

    /**
     * It holds.
     *
     * @param output what else there is to say, or empty
     */
    public record Passed(String output) implements Result {}

    /**
     * It does not hold.
     *
     * @param type the kind of failure
     * @param message what is wrong, in a line
     * @param details all that is known
     */
    public record Failed(String type, String message, String details) implements Result {}

    /**
     * That is not known, or not asked.
     *
     * @param message why
     */
    public record Skipped(String message) implements Result {}
}
