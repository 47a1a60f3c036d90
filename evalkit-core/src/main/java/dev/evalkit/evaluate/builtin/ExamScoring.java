package dev.evalkit.evaluate.builtin;

import dev.evalkit.evaluate.Output;
import dev.evalkit.evaluate.ScoreRow;
import dev.evalkit.evaluate.Scoring;
import dev.evalkit.evaluate.score.Mean;
import dev.evalkit.evaluate.score.Ratio;
import dev.evalkit.evaluate.score.ScoreColumn;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.evaluate.score.Total;
import dev.evalkit.sample.BadSampleException;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Marks an answer, or takes the marks that it has. */
record ExamScoring(
        List<Column> columns,
        boolean isMarked,
        boolean hasMax,
        Agreement agreement,
        ExamEvaluator.Partial partial,
        ExamEvaluator.Answers answers,
        String primary)
        implements Scoring {
    /** The numbers that can be primary. */
    static final List<String> PRIMARY = List.of("points_rate", "accuracy");

    private static final String POINTS = "points";
    private static final String MAX_POINTS = "max_points";
    private static final String RIGHT = "right";

    ExamScoring {
        columns = List.copyOf(columns);
    }

    @Override
    public List<Column> referenceColumns() {
        List<Column> question = new ArrayList<>();
        if (!isMarked) {
            question.add(columns.get(0));
        }
        if (hasMax) {
            question.add(columns.get(columns.size() - 1));
        }
        return question;
    }

    @Override
    public List<ScoreColumn> scoreColumns() {
        return List.of(ScoreColumn.number(POINTS), ScoreColumn.number(MAX_POINTS), ScoreColumn.number(RIGHT));
    }

    @Override
    public void score(Sample sample, ScoreRow row) {
        int maxColumn = columns.size() - 1;
        double max = hasMax ? Reading.requiredNumber(sample, maxColumn, "the points of the question") : 1;
        if (max <= 0) {
            throw new BadSampleException(maxColumn, Reading.shown(max), "points above 0");
        }
        double points = isMarked ? Reading.requiredNumber(sample, 0, "points") : max * share(sample);
        if (points < 0 || points > max) {
            throw new BadSampleException(0, Reading.shown(points), "points from 0 to " + Reading.shown(max));
        }
        row.set(0, points);
        row.set(1, max);
        row.set(2, points == max ? 1 : 0);
    }

    /** The share of the points that the prediction is worth. */
    private double share(Sample sample) {
        if (answers == ExamEvaluator.Answers.TEXT && agreement.of(sample, 0, 1)) {
            return 1;
        }
        Set<String> wanted = set(Agreement.label(sample, 0));
        if (wanted.isEmpty()) {
            throw new BadSampleException(0, "no letter", "the letters of the right answers");
        }
        Set<String> found = set(sample.texts(1));
        if (found.equals(wanted)) {
            return 1;
        }
        if (found.isEmpty() || !wanted.containsAll(found)) {
            return 0;
        }
        return switch (partial) {
            case NONE -> 0;
            case HALF -> 0.5;
            case SHARE -> (double) found.size() / wanted.size();
        };
    }

    private Set<String> set(List<String> texts) {
        if (answers == ExamEvaluator.Answers.TEXT) {
            return texts.stream().map(agreement::spelt).collect(Collectors.toSet());
        }
        return texts.stream()
                .flatMapToInt(String::codePoints)
                .filter(Character::isLetterOrDigit)
                .mapToObj(letter -> Character.toString(letter).toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    @Override
    public List<Output> outputs(ScoreTable table) {
        return Primary.first(
                primary,
                List.of(
                        Output.ratio("points_rate", new Ratio(POINTS, MAX_POINTS), true),
                        Output.ratio("accuracy", new Mean(RIGHT), true),
                        Output.positive(POINTS, new Total(POINTS), POINTS, true),
                        Output.positive(MAX_POINTS, new Total(MAX_POINTS), POINTS, true)));
    }
}
