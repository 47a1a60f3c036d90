package dev.evalkit.evaluate.builtin;

import dev.evalkit.evaluate.Arguments;
import dev.evalkit.evaluate.Evaluator;
import dev.evalkit.evaluate.ScoredEvaluation;
import dev.evalkit.evaluate.score.ClassRule;
import dev.evalkit.evaluate.score.CountScore;
import dev.evalkit.evaluate.score.Counts;
import dev.evalkit.sample.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code builtin:robustness}: how a model does on inputs that were tampered with, beside the clean ones. A record has both sides of a pair.
 *
 * <ul>
 *   <li>{@code --label COLUMN}, {@code --clean COLUMN}, {@code --adversarial COLUMN}: the label and both predictions (else {@code label}, {@code
 *       clean_prediction}, {@code adv_prediction}); compared as in {@code builtin:accuracy}. A missing label is a bad line, a missing adversarial prediction is
 *       wrong.
 *   <li>or {@code --clean-correct COLUMN}, {@code --adversarial-correct COLUMN}: whether each was right. A missing adversarial one is a bad line.
 *   <li>Records without a clean side count in the numbers that need none; a warning tells how many there are.
 *   <li>{@code --metric accuracy|f1} (else accuracy): with {@code f1}, which needs labels and predictions, clean and adversarial F1 and their drop, by {@code
 *       --average}, {@code --classes} and {@code --classes-from} as in {@code builtin:classification}; then a missing clean prediction is wrong too.
 *   <li>{@code --primary NAME}: which number is the indicator's, else {@code adversarial}.
 * </ul>
 *
 * <p>The numbers: {@code adversarial}, {@code clean}, {@code drop} (clean minus adversarial, over records with both sides), {@code relative_drop} (of accuracy: the drop over the clean one), and
 * attack success in its two meanings, which {@code meta.method} names: {@code attack_success_rate}, flips among those that were right when clean, and {@code
 * adversarial_error}, whatever is wrong under attack.
 */
public final class RobustnessEvaluator implements Evaluator {

    private enum Metric {
        ACCURACY,
        F1
    }

    @Override
    public String name() {
        return "robustness";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public ScoredEvaluation configure(Arguments arguments) {
        Optional<String> cleanCorrect = arguments.text("clean-correct");
        Optional<String> attackedCorrect = arguments.text("adversarial-correct");
        boolean hasAnswers = arguments.text("label").isPresent()
                || arguments.text("clean").isPresent()
                || arguments.text("adversarial").isPresent()
                || arguments.text("match").isPresent();
        boolean hasFlags = cleanCorrect.isPresent() || attackedCorrect.isPresent();
        if (hasAnswers && hasFlags) {
            throw arguments.conflict(
                    "--label, --clean, --adversarial or --match with --clean-correct or --adversarial-correct",
                    "give either");
        }
        boolean isF1 = arguments.choice("metric", Metric.class, Metric.ACCURACY) == Metric.F1;
        Counts.Average average = CountOptions.average(arguments);
        Agreement agreement = Agreement.from(arguments);
        ClassRule classes = CountOptions.classes(arguments, agreement);
        if (isF1 && hasFlags) {
            throw arguments.conflict("--metric f1 without labels", "name --label, --clean and --adversarial");
        }
        String primary = Primary.from(arguments, PairOutputs.NAMES);
        List<Column> columns = new ArrayList<>();
        if (hasFlags) {
            columns.add(Column.required(attackedCorrect.orElse("adversarial_correct")));
            cleanCorrect.ifPresent(column -> columns.add(Column.required(column)));
        } else {
            columns.add(Column.required(arguments.text("label", "label")));
            columns.add(Column.required(arguments.text("adversarial", "adv_prediction")));
            columns.add(arguments.text("clean").map(Column::required).orElse(Column.optional("clean_prediction")));
        }
        PairOutputs outputs =
                isF1 ? PairOutputs.ofCounts(CountScore.F1, average, classes, primary) : PairOutputs.ofAccuracy(primary);
        return ScoredEvaluation.of(new PairScoring(columns, hasFlags, agreement, isF1, outputs), arguments);
    }
}
