package dev.evalkit.evaluate.score;

import dev.evalkit.EvalkitException;
import dev.evalkit.stats.PassAtK;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How often a task is solved in k attempts, one value for each task, averaged over tasks.
 *
 * @param successes the column with a task's successes
 * @param attempts the column with its attempts, k or more in each row
 * @param k how many attempts are drawn
 * @param all whether all of them must succeed (pass^k) or one (pass@k)
 */
public record PassK(String successes, String attempts, int k, boolean all) implements SmoothStatistic {

    @Override
    public List<String> columns() {
        return List.of(successes, attempts);
    }

    @Override
    public OptionalDouble value(ScoreView rows) {
        double[] scores = scores(rows);
        double sum = 0;
        for (double score : scores) {
            sum += score;
        }
        return scores.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / scores.length);
    }

    /**
     * One value for each task.
     *
     * @throws EvalkitException if a task has fewer than k attempts
     */
    @Override
    public double[] scores(ScoreView rows) {
        double[] solved = rows.numbers(successes);
        double[] made = rows.numbers(attempts);
        for (int i = 0; i < solved.length; i++) {
            int n = (int) made[i];
            if (n < k) {
                throw new EvalkitException(
                        (all ? "pass^" : "pass@") + k + " needs " + k + " attempts or more for each task; "
                                + named(rows, i) + " has " + n + ": make more, or ask for a smaller k");
            }
            solved[i] = all ? PassAtK.passHatK(n, (int) solved[i], k) : PassAtK.passAtK(n, (int) solved[i], k);
        }
        return solved;
    }

    @Override
    public String need() {
        return "a task";
    }

    @Override
    public Optional<Estimate> estimate(ScoreView rows, EstimateSettings settings) {
        OptionalDouble value = value(rows);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        double[] scores = scores(rows);
        return Optional.of(
                new SmoothEstimate(settings).of(value.getAsDouble(), scores, Positions.all(scores.length), rows, true));
    }

    @Override
    public Map<String, Object> describe() {
        return Descriptor.of("pass_k", "successes", successes, "attempts", attempts, "k", k, "all", all);
    }

    private static String named(ScoreView rows, int position) {
        return rows.table().hasIds() ? "task " + rows.table().id(rows.row(position)) : "a task";
    }
}
