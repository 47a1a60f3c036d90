package dev.evalkit.evaluate.score;

import dev.evalkit.result.Meta;
import dev.evalkit.stats.ConfidenceInterval;
import dev.evalkit.stats.PairedCounts;
import dev.evalkit.stats.Tango;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * One statistic minus another of the same rows: the drop from clean to adversarial inputs. Rows are their own control, so the scores are
 * the differences of scores; rows that lack a number of either count for neither.
 *
 * @param first what is taken from
 * @param second what is taken away
 */
public record Difference(SmoothStatistic first, SmoothStatistic second) implements SmoothStatistic {

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(first.columns());
        second.columns().stream().filter(column -> !columns.contains(column)).forEach(columns::add);
        return List.copyOf(columns);
    }

    @Override
    public OptionalDouble value(ScoreView rows) {
        return complete(rows).size() == 0 ? OptionalDouble.empty() : valueOf(complete(rows));
    }

    private OptionalDouble valueOf(ScoreView rows) {
        OptionalDouble from = first.value(rows);
        OptionalDouble away = second.value(rows);
        return from.isEmpty() || away.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(from.getAsDouble() - away.getAsDouble());
    }

    /** The difference of both scores, stretched where rows lack a number: those have no influence. */
    @Override
    public double[] scores(ScoreView rows) {
        ScoreView complete = complete(rows);
        double value = value(rows).orElseThrow(() -> new IllegalArgumentException("No row has " + columns()));
        double[] differences = differences(complete);
        if (complete.size() == rows.size()) {
            return differences;
        }
        double[] scores = new double[rows.size()];
        Arrays.fill(scores, value);
        int next = 0;
        for (int position : rows.having(columns())) {
            scores[position] += (differences[next++] - value) * rows.size() / complete.size();
        }
        return scores;
    }

    @Override
    public String need() {
        return "a sample that has both sides: " + first.need() + ", " + second.need();
    }

    @Override
    public Optional<Estimate> estimate(ScoreView rows, EstimateSettings settings) {
        ScoreView complete = complete(rows);
        OptionalDouble value = value(rows);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        double[] scores = differences(complete);
        Estimate estimate = new SmoothEstimate(settings)
                .of(value.getAsDouble(), scores, Positions.all(scores.length), complete, false);
        boolean isAtBoundary = Set.of(-1.0, 0.0, 1.0).contains(scores[0] + 0.0)
                && SmoothEstimate.count(scores, scores[0]) == scores.length
                && estimate.meta().number(Meta.CLUSTERS).orElse(2) > 1;
        return Optional.of(isAtBoundary ? atBoundary(estimate, scores[0], settings) : estimate);
    }

    @Override
    public Map<String, Object> describe() {
        return Descriptor.of("difference", "first", first.describe(), "second", second.describe());
    }

    private double[] differences(ScoreView complete) {
        double[] differences = first.scores(complete);
        double[] away = second.scores(complete);
        for (int i = 0; i < differences.length; i++) {
            differences[i] -= away[i];
        }
        return differences;
    }

    private ScoreView complete(ScoreView rows) {
        return rows.remember(this, () -> rows.only(rows.having(columns())));
    }

    /** Where no row differs, or all do in one way, t has no width: the score interval of Tango 1998, a cluster counting as one row. */
    private static Estimate atBoundary(Estimate estimate, double difference, EstimateSettings settings) {
        double n = estimate.meta().number(Meta.CLUSTERS).orElse((double) estimate.n());
        PairedCounts pairs = new PairedCounts(difference < 0 ? n : 0, difference > 0 ? n : 0, n);
        ConfidenceInterval tango = Tango.interval(pairs, settings.level());
        List<String> warnings = estimate.ci().map(ConfidenceInterval::warnings).orElse(List.of()).stream()
                .filter(warning -> !warning.contains("no width"))
                .toList();
        return new Estimate(
                estimate.value(),
                new ConfidenceInterval(tango.low(), tango.high(), tango.level(), tango.method(), warnings),
                estimate.n(),
                estimate.meta());
    }
}
