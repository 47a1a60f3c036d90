package dev.evalkit.evaluate.builtin;

import dev.evalkit.evaluate.Arguments;
import dev.evalkit.evaluate.Evaluator;
import dev.evalkit.evaluate.ScoredEvaluation;

/**
 * {@code builtin:token_f1}: the mean over samples of the F1 of the words that an answer shares with its reference, the best where there are several references. Options
 * and missing values as in {@code builtin:exact_match}. The interval is Student's t.
 */
public final class TokenF1Evaluator implements Evaluator {

    @Override
    public String name() {
        return "token_f1";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public ScoredEvaluation configure(Arguments arguments) {
        return ScoredEvaluation.of(TextScoring.from(arguments, true), arguments);
    }
}
