package dev.evalkit.evaluate.builtin;

import dev.evalkit.evaluate.Output;
import dev.evalkit.evaluate.ScoreRow;
import dev.evalkit.evaluate.Scoring;
import dev.evalkit.evaluate.score.NumberColumn;
import dev.evalkit.evaluate.score.ScoreColumn;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores both sides of a pair.
 *
 * @param columns adversarial and clean correctness; or label, adversarial and clean prediction
 * @param isJudged whether the columns tell correctness
 * @param agreement when a prediction is the label
 * @param keepsTexts whether label and predictions are kept for counts
 * @param pairOutputs what is computed
 */
record PairScoring(
        List<Column> columns, boolean isJudged, Agreement agreement, boolean keepsTexts, PairOutputs pairOutputs)
        implements Scoring {
    static final String ADVERSARIAL = "adversarial";
    static final String CLEAN = "clean";
    static final String FLIPPED = "flipped";
    static final String LOST = "lost";
    static final String WRONG = "wrong";
    static final String LABEL = "label";
    static final String ADVERSARIAL_PREDICTION = "adversarial_prediction";
    static final String CLEAN_PREDICTION = "clean_prediction";

    PairScoring {
        columns = List.copyOf(columns);
    }

    @Override
    public List<Column> referenceColumns() {
        return isJudged ? List.of() : List.of(columns.get(0));
    }

    @Override
    public List<ScoreColumn> scoreColumns() {
        List<ScoreColumn> scores = new ArrayList<>(List.of(
                ScoreColumn.number(ADVERSARIAL),
                ScoreColumn.number(WRONG),
                ScoreColumn.number(CLEAN),
                ScoreColumn.number(FLIPPED),
                ScoreColumn.number(LOST)));
        if (keepsTexts) {
            scores.add(ScoreColumn.text(LABEL));
            scores.add(ScoreColumn.text(ADVERSARIAL_PREDICTION));
            scores.add(ScoreColumn.text(CLEAN_PREDICTION));
        }
        return scores;
    }

    @Override
    public void score(Sample sample, ScoreRow row) {
        boolean isRight = isJudged
                ? Reading.requiredFlag(sample, 0, "whether the adversarial prediction is right")
                : agreement.of(sample, 0, 1);
        row.set(0, isRight ? 1 : 0);
        row.set(1, isRight ? 0 : 1);
        int clean = isJudged ? 1 : 2;
        if (clean < columns.size() && !sample.isMissing(clean)) {
            boolean wasRight = isJudged ? sample.flag(clean) : agreement.of(sample, 0, clean);
            row.set(2, wasRight ? 1 : 0);
            row.set(3, wasRight && !isRight ? 1 : 0);
            row.set(4, (wasRight ? 1 : 0) - (isRight ? 1 : 0));
        }
        if (keepsTexts) {
            row.set(5, agreement.spelt(sample.text(0)));
            row.set(6, agreement.text(sample, 1));
            row.set(7, agreement.text(sample, 2));
        }
    }

    @Override
    public List<Output> outputs(ScoreTable table) {
        return pairOutputs.of(table);
    }

    @Override
    public List<String> warnings(ScoreTable table) {
        NumberColumn clean = table.numbers(CLEAN);
        int without = 0;
        for (int row = 0; row < clean.size(); row++) {
            without += Double.isNaN(clean.get(row)) ? 1 : 0;
        }
        if (without == 0 || (isJudged && columns.size() == 1)) {
            return List.of();
        }
        String what = without + " of " + clean.size() + " records have no clean side";
        return List.of(
                without == clean.size()
                        ? what + ", so that there is neither a clean number nor a drop"
                        : what
                                + (keepsTexts
                                        ? "; in the clean F1 they count as wrong"
                                        : "; they count in the adversarial numbers alone"));
    }
}
