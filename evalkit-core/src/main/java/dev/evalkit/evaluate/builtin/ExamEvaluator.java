package dev.evalkit.evaluate.builtin;

import dev.evalkit.evaluate.Arguments;
import dev.evalkit.evaluate.Evaluator;
import dev.evalkit.evaluate.ScoredEvaluation;
import dev.evalkit.sample.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code builtin:exam}: the share of an exam's points, and plain accuracy.
 *
 * <ul>
 *   <li>{@code --score COLUMN} and {@code --max COLUMN}: the points that an answer got, and those that the question is worth (else 1). Missing is a
 *       bad line; so are points below 0 or above the maximum.
 *   <li>or {@code --label COLUMN}, {@code --prediction COLUMN} (else {@code label}, {@code prediction}), with {@code --max COLUMN}: points for the right
 *       answer, which {@code --match text|value} compares as {@code builtin:accuracy} does. Arrays are several answers to one question; with {@code --answers letters} so are texts such as {@code ACD}, in any case. {@code --partial
 *       none|half|share} (else none): what some of the right answers and no wrong one are worth: nothing, half of the points, or the share that was found. A
 *       missing prediction gets no points, a missing label is a bad line.
 *   <li>{@code --slice subject}: by subject; {@code --cluster COLUMN}: sub-questions of one text belong together.
 * </ul>
 *
 * <p>The numbers: points over maximum points (primary), {@code accuracy} (the share of questions with all points), {@code points}, {@code
 * max_points}; {@code --primary accuracy} for the other choice. The interval of the points is Student's t over influence scores of the ratio.
 */
public final class ExamEvaluator implements Evaluator {

    /** What some of the right answers are worth. */
    enum Partial {
        NONE,
        HALF,
        SHARE
    }

    /** What a text of answers is made of. */
    enum Answers {
        TEXT,
        LETTERS
    }

    @Override
    public String name() {
        return "exam";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public ScoredEvaluation configure(Arguments arguments) {
        Optional<String> score = arguments.text("score");
        Optional<String> max = arguments.text("max");
        Optional<String> label = arguments.text("label");
        Optional<String> prediction = arguments.text("prediction");
        Partial partial = arguments.choice("partial", Partial.class, Partial.NONE);
        Answers answers = arguments.choice("answers", Answers.class, Answers.TEXT);
        boolean isMarkedHere = label.isPresent()
                || prediction.isPresent()
                || arguments.text("partial").isPresent()
                || arguments.text("answers").isPresent()
                || arguments.text("match").isPresent();
        if (score.isPresent() && isMarkedHere) {
            throw arguments.conflict(
                    "--score with --label, --prediction, --match, --partial or --answers", "give either");
        }
        List<Column> columns = new ArrayList<>();
        if (score.isPresent()) {
            columns.add(Column.required(score.get()));
        } else {
            columns.add(Column.required(label.orElse("label")));
            columns.add(Column.required(prediction.orElse("prediction")));
        }
        max.ifPresent(column -> columns.add(Column.required(column)));
        String primary = Primary.from(arguments, ExamScoring.PRIMARY);
        return ScoredEvaluation.of(
                new ExamScoring(
                        columns,
                        score.isPresent(),
                        max.isPresent(),
                        Agreement.from(arguments),
                        partial,
                        answers,
                        primary),
                arguments);
    }
}
