package example;

import dev.evalkit.evaluate.Arguments;
import dev.evalkit.evaluate.Evaluation;
import dev.evalkit.evaluate.Evaluator;
import dev.evalkit.evaluate.Output;
import dev.evalkit.evaluate.ScoreRow;
import dev.evalkit.evaluate.ScoredEvaluation;
import dev.evalkit.evaluate.Scoring;
import dev.evalkit.evaluate.score.Mean;
import dev.evalkit.evaluate.score.ScoreColumn;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.sample.BadSampleException;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import java.util.List;

/**
 * {@code builtin:brier_score}: the mean squared distance between the probability that a model gave and what happened (Brier 1950).
 *
 * <p>{@code --probability COLUMN} (else {@code probability}), {@code --outcome COLUMN} (else {@code outcome}, yes or no). Intervals, slices, clusters,
 * kept scores and paired tests come from evalkit, because all that this class gives is a score for each sample and the wish for its mean.
 */
public final class BrierScoreEvaluator implements Evaluator {

    @Override
    public String name() {
        return "brier_score";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Evaluation<?> configure(Arguments arguments) {
        Column probability = Column.required(arguments.text("probability", "probability"));
        Column outcome = Column.required(arguments.text("outcome", "outcome"));
        return ScoredEvaluation.of(new SquaredErrors(List.of(probability, outcome)), arguments);
    }

    private record SquaredErrors(List<Column> columns) implements Scoring {
        private static final int PROBABILITY = 0;
        private static final int OUTCOME = 1;
        private static final String SQUARED_ERROR = "squared_error";

        @Override
        public List<Column> referenceColumns() {
            return List.of(columns.get(OUTCOME));
        }

        @Override
        public List<ScoreColumn> scoreColumns() {
            return List.of(ScoreColumn.number(SQUARED_ERROR));
        }

        @Override
        public void score(Sample sample, ScoreRow row) {
            double probability = sample.number(PROBABILITY);
            if (probability < 0 || probability > 1) {
                throw new BadSampleException(PROBABILITY, Double.toString(probability), "a probability from 0 to 1");
            }
            double error = probability - (sample.flag(OUTCOME) ? 1 : 0);
            row.set(0, error * error);
        }

        @Override
        public List<Output> outputs(ScoreTable table) {
            return List.of(Output.ratio("", new Mean(SQUARED_ERROR), false));
        }
    }
}
