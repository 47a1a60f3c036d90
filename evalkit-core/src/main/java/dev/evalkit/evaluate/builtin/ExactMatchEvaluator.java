package dev.evalkit.evaluate.builtin;

import dev.evalkit.evaluate.Arguments;
import dev.evalkit.evaluate.Evaluator;
import dev.evalkit.evaluate.ScoredEvaluation;

/**
 * {@code builtin:exact_match}: the share of text answers that equal one of their references.
 *
 * <ul>
 *   <li>{@code --label COLUMN} (else {@code label}): the reference, or an array of them; an empty array stands for "no answer", as an empty text does. Missing is
 *       a bad line.
 *   <li>{@code --prediction COLUMN} (else {@code prediction}): the answer; a missing one is wrong.
 *   <li>{@code --normalize squad|none} (else squad): lower case, without punctuation and articles, as SQuAD compares; or as they are.
 * </ul>
 *
 * <p>The interval is Wilson's.
 */
public final class ExactMatchEvaluator implements Evaluator {

    @Override
    public String name() {
        return "exact_match";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public ScoredEvaluation configure(Arguments arguments) {
        return ScoredEvaluation.of(TextScoring.from(arguments, false), arguments);
    }
}
