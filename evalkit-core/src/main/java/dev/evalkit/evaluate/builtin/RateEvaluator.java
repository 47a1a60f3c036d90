package dev.evalkit.evaluate.builtin;

import dev.evalkit.evaluate.Arguments;
import dev.evalkit.evaluate.Evaluator;
import dev.evalkit.evaluate.Output;
import dev.evalkit.evaluate.ScoreRow;
import dev.evalkit.evaluate.ScoredEvaluation;
import dev.evalkit.evaluate.Scoring;
import dev.evalkit.evaluate.score.Mean;
import dev.evalkit.evaluate.score.Pairing;
import dev.evalkit.evaluate.score.ScoreColumn;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * {@code builtin:rate}: the share of samples that are flagged, e.g. toxic.
 *
 * <ul>
 *   <li>{@code --flag COLUMN} (else {@code flag}): whether the sample is flagged, as yes or no;
 *   <li>or {@code --score COLUMN --threshold N}: flagged where the score is N or more; {@code --compare gt|ge|lt|le} for another comparison.
 *   <li>{@code --better lower|higher} (else lower): which way is better.
 *   <li>{@code --pairing paired|unpaired} (else paired): whether the same id in two runs is the same question.
 * </ul>
 *
 * <p>A missing flag or score is a bad line. The interval is Wilson's.
 */
public final class RateEvaluator implements Evaluator {

    /** How a score is compared with the threshold. */
    private enum Compare {
        GE,
        GT,
        LE,
        LT
    }

    private enum Better {
        LOWER,
        HIGHER
    }

    @Override
    public String name() {
        return "rate";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public ScoredEvaluation configure(Arguments arguments) {
        Optional<String> flag = arguments.text("flag");
        Optional<String> score = arguments.text("score");
        OptionalDouble threshold = arguments.number("threshold", "a number", value -> true);
        boolean isCompared = arguments.text("compare").isPresent();
        if (flag.isPresent() && (score.isPresent() || threshold.isPresent() || isCompared)) {
            throw arguments.conflict("--flag with --score, --threshold or --compare", "give either");
        }
        if (score.isPresent() != threshold.isPresent() || (isCompared && score.isEmpty())) {
            throw arguments.conflict("--score without --threshold, or the other way round", "give both");
        }
        Compare compare = arguments.choice("compare", Compare.class, Compare.GE);
        boolean higherIsBetter = arguments.choice("better", Better.class, Better.LOWER) == Better.HIGHER;
        Pairing pairing = arguments.choice("pairing", Pairing.class, Pairing.PAIRED);
        Column column = Column.required(score.or(() -> flag).orElse("flag"));
        return ScoredEvaluation.of(new Flags(List.of(column), threshold, compare, higherIsBetter, pairing), arguments);
    }

    private record Flags(
            List<Column> columns, OptionalDouble threshold, Compare compare, boolean higherIsBetter, Pairing pairing)
            implements Scoring {
        private static final String FLAGGED = "flagged";

        @Override
        public List<Column> referenceColumns() {
            return List.of();
        }

        @Override
        public List<ScoreColumn> scoreColumns() {
            return List.of(ScoreColumn.number(FLAGGED));
        }

        @Override
        public void score(Sample sample, ScoreRow row) {
            boolean isFlagged = threshold.isEmpty()
                    ? Reading.requiredFlag(sample, 0, "whether the sample is flagged")
                    : passes(Reading.requiredNumber(sample, 0, "a score"), threshold.getAsDouble());
            row.set(0, isFlagged ? 1 : 0);
        }

        private boolean passes(double score, double limit) {
            return switch (compare) {
                case GE -> score >= limit;
                case GT -> score > limit;
                case LE -> score <= limit;
                case LT -> score < limit;
            };
        }

        @Override
        public List<Output> outputs(ScoreTable table) {
            return List.of(Output.ratio("", new Mean(FLAGGED), higherIsBetter));
        }
    }
}
