package dev.evalkit.evaluate.builtin;

import dev.evalkit.evaluate.Arguments;
import dev.evalkit.evaluate.Evaluator;
import dev.evalkit.evaluate.Output;
import dev.evalkit.evaluate.ScoreRow;
import dev.evalkit.evaluate.ScoredEvaluation;
import dev.evalkit.evaluate.Scoring;
import dev.evalkit.evaluate.score.PassK;
import dev.evalkit.evaluate.score.Ratio;
import dev.evalkit.evaluate.score.ScoreColumn;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * {@code builtin:task_completion}: how often tasks are completed, from one or several attempts at each.
 *
 * <ul>
 *   <li>{@code --task COLUMN} (else {@code task_id}): which task a record is an attempt at. Missing is a bad line.
 *   <li>{@code --passed COLUMN} (else {@code passed}): whether the attempt succeeded; or {@code --reward COLUMN}: it did with {@code --threshold N} (else
 *       1) or more. Missing is a bad line.
 *   <li>{@code --k 1,2,4}: also {@code <id>.pass_at_2}, whether one of k attempts succeeds (pass@k, the unbiased estimator of Chen et al. 2021), and {@code
 *       <id>.pass_hat_2}, whether all of them do (pass^k, Yao et al. 2024), averaged over tasks. A task with fewer attempts than k is refused.
 *   <li>{@code --primary NAME}: which number is the indicator's, else {@code success_rate}, the share of attempts that succeeded.
 * </ul>
 *
 * <p>A score row is a task, with its successes and attempts; {@code samples_used} counts tasks. Intervals are Student's t over tasks, which are the independent
 * units, or Wilson's where each task is either solved or not.
 */
public final class TaskCompletionEvaluator implements Evaluator {
    private static final String SUCCESS_RATE = "success_rate";
    private static final int MOST_ATTEMPTS = 1_000_000;

    @Override
    public String name() {
        return "task_completion";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public ScoredEvaluation configure(Arguments arguments) {
        Optional<String> passed = arguments.text("passed");
        Optional<String> reward = arguments.text("reward");
        OptionalDouble threshold = arguments.number("threshold", "a number", value -> true);
        if (passed.isPresent() && (reward.isPresent() || threshold.isPresent())) {
            throw arguments.conflict("--passed with --reward or --threshold", "give either");
        }
        if (threshold.isPresent() && reward.isEmpty()) {
            throw arguments.conflict("--threshold without --reward", "name the column with --reward");
        }
        List<Integer> ks = arguments
                .numbers("k", "whole numbers from 1 on", k -> k >= 1 && k <= MOST_ATTEMPTS && k == Math.rint(k))
                .stream()
                .map(Double::intValue)
                .toList();
        List<String> names = new ArrayList<>(List.of(SUCCESS_RATE));
        ks.forEach(k -> names.addAll(List.of("pass_at_" + k, "pass_hat_" + k)));
        return ScoredEvaluation.of(
                new Attempts(
                        List.of(Column.required(reward.or(() -> passed).orElse("passed"))),
                        reward.isPresent() ? OptionalDouble.of(threshold.orElse(1)) : OptionalDouble.empty(),
                        arguments.text("task", "task_id"),
                        ks,
                        Primary.from(arguments, names)),
                arguments);
    }

    private record Attempts(
            List<Column> columns, OptionalDouble threshold, String task, List<Integer> ks, String primary)
            implements Scoring {
        private static final String SUCCESSES = "successes";
        private static final String ATTEMPTS = "attempts";

        @Override
        public List<Column> referenceColumns() {
            return List.of();
        }

        @Override
        public List<ScoreColumn> scoreColumns() {
            return List.of(ScoreColumn.number(SUCCESSES), ScoreColumn.number(ATTEMPTS));
        }

        @Override
        public Optional<String> groupBy() {
            return Optional.of(task);
        }

        @Override
        public void score(Sample sample, ScoreRow row) {
            boolean succeeded = threshold.isEmpty()
                    ? Reading.requiredFlag(sample, 0, "whether the attempt succeeded")
                    : Reading.requiredNumber(sample, 0, "a reward") >= threshold.getAsDouble();
            row.set(0, succeeded ? 1 : 0);
            row.set(1, 1);
        }

        @Override
        public List<Output> outputs(ScoreTable table) {
            List<Output> outputs = new ArrayList<>();
            outputs.add(Output.ratio(SUCCESS_RATE, new Ratio(SUCCESSES, ATTEMPTS), true));
            for (int k : ks) {
                outputs.add(Output.ratio("pass_at_" + k, new PassK(SUCCESSES, ATTEMPTS, k, false), true));
                outputs.add(Output.ratio("pass_hat_" + k, new PassK(SUCCESSES, ATTEMPTS, k, true), true));
            }
            return Primary.first(primary, outputs);
        }
    }
}
