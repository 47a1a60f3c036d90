package dev.evalkit.evaluate.builtin;

import dev.evalkit.evaluate.Arguments;
import dev.evalkit.evaluate.Evaluator;
import dev.evalkit.evaluate.Output;
import dev.evalkit.evaluate.ScoreRow;
import dev.evalkit.evaluate.ScoredEvaluation;
import dev.evalkit.evaluate.Scoring;
import dev.evalkit.evaluate.score.MacroMean;
import dev.evalkit.evaluate.score.Mean;
import dev.evalkit.evaluate.score.ScoreColumn;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.sample.BadSampleException;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code builtin:accuracy}: the share of samples that are right, or the mean of their scores, with sub-splits.
 *
 * <ul>
 *   <li>{@code --label COLUMN} (else {@code label}) and {@code --prediction COLUMN} (else {@code prediction}): right where both are the same text,
 *       or the same set of texts where they are arrays; {@code --match text|value} decides whether {@code 1}, {@code "1.0"} and {@code true} are the same. A
 *       missing prediction is wrong, a missing label a bad line.
 *   <li>or {@code --correct COLUMN}: whether the sample is right, as yes or no. Missing is a bad line.
 *   <li>or {@code --score COLUMN}: the sample's score, from 0 to {@code --max N} (else 1). Missing is a bad line.
 *   <li>{@code --slice COLUMN} also gives {@code <id>.macro_<column>}, the mean over the values of the column. The primary number is
 *       over samples; {@code --average macro} with one slice column makes that one primary and the other {@code <id>.micro}.
 * </ul>
 *
 * <p>Its interval is Wilson's where all scores are 0 or 1, else Student's t.
 */
public final class AccuracyEvaluator implements Evaluator {

    /** Over samples, or over the values of a slice column. */
    private enum Average {
        MICRO,
        MACRO
    }

    /** Where the score of a sample comes from. */
    private enum Source {
        ANSWERS,
        CORRECT,
        SCORE
    }

    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public ScoredEvaluation configure(Arguments arguments) {
        Optional<String> correct = arguments.text("correct");
        Optional<String> score = arguments.text("score");
        boolean hasAnswers = arguments.text("label").isPresent()
                || arguments.text("prediction").isPresent()
                || arguments.text("match").isPresent();
        if ((correct.isPresent() ? 1 : 0) + (score.isPresent() ? 1 : 0) + (hasAnswers ? 1 : 0) > 1) {
            throw arguments.conflict(
                    "more than one of --label with --prediction and --match, --correct, and --score",
                    "give one of the three");
        }
        double best =
                arguments.number("max", "a number above 0", value -> value > 0).orElse(1);
        Average average = arguments.choice("average", Average.class, Average.MICRO);
        if (average == Average.MACRO && arguments.list("slice").size() != 1) {
            throw arguments.conflict("--average macro", "name the one column to average over with --slice COLUMN");
        }
        Source source = correct.isPresent() ? Source.CORRECT : score.isPresent() ? Source.SCORE : Source.ANSWERS;
        List<Column> columns = source == Source.ANSWERS
                ? List.of(
                        Column.required(arguments.text("label", "label")),
                        Column.required(arguments.text("prediction", "prediction")))
                : List.of(Column.required(correct.or(() -> score).orElseThrow()));
        return ScoredEvaluation.of(new Scores(source, columns, Agreement.from(arguments), best, average), arguments);
    }

    private record Scores(Source source, List<Column> columns, Agreement agreement, double best, Average average)
            implements Scoring {
        private static final String SCORE = "score";

        @Override
        public List<Column> referenceColumns() {
            return source == Source.ANSWERS ? List.of(columns.get(0)) : List.of();
        }

        @Override
        public List<ScoreColumn> scoreColumns() {
            return List.of(ScoreColumn.number(SCORE));
        }

        @Override
        public void score(Sample sample, ScoreRow row) {
            row.set(
                    0,
                    switch (source) {
                        case ANSWERS -> agreement.of(sample, 0, 1) ? 1 : 0;
                        case CORRECT -> Reading.requiredFlag(sample, 0, "whether the sample is right") ? 1 : 0;
                        case SCORE -> share(sample);
                    });
        }

        private double share(Sample sample) {
            double score = Reading.requiredNumber(sample, 0, "a score");
            if (score < 0 || score > best) {
                throw new BadSampleException(0, Reading.shown(score), "a score from 0 to " + Reading.shown(best));
            }
            return score / best;
        }

        @Override
        public List<Output> outputs(ScoreTable table) {
            List<Output> outputs = new ArrayList<>();
            outputs.add(Output.ratio("micro", new Mean(SCORE), true));
            for (String column : table.sliceColumns()) {
                outputs.add(Output.ratio("macro_" + column, new MacroMean(SCORE, column), true)
                        .ofAllOnly());
            }
            return Primary.first(outputs.get(average == Average.MICRO ? 0 : 1).name(), outputs);
        }
    }
}
