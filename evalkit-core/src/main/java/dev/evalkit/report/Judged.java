package dev.evalkit.report;

import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.repository.RunKey;
import org.jspecify.annotations.Nullable;

/**
 * What a check says of a model in a scenario.
 *
 * @param pair the model and the scenario
 * @param passed whether the build may go on
 * @param outcome what the gate says, or null where there was nothing to compare
 * @param accepting the command line that accepts the run, or null where there is none
 * @param message the outcome in a line, or why there was nothing to compare
 */
public record Judged(
        RunKey pair,
        boolean passed,
        @Nullable Outcome outcome,
        @Nullable String accepting,
        String message) {

    /** A run that was compared with its baseline. */
    public static Judged by(RunKey pair, Outcome outcome, @Nullable String accepting, String message) {
        return new Judged(pair, outcome.passed(), outcome, accepting, message);
    }

    /** A pair that lacks a run or a baseline. */
    public static Judged without(RunKey pair, boolean passed, String message) {
        return new Judged(pair, passed, null, null, message);
    }
}
