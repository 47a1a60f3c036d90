package dev.evalkit.evaluate;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.score.Estimate;
import dev.evalkit.evaluate.score.EstimateSettings;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.evaluate.score.ScoreView;
import dev.evalkit.result.Interval;
import dev.evalkit.result.Meta;
import dev.evalkit.stats.ConfidenceInterval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Estimates every output over all rows and over each slice. */
final class MeasureMaker {
    /** A column with more values than this is no slice column but something like an id. */
    private static final int MOST_SLICES = 1000;

    private final ScoreTable table;
    private final List<Output> outputs;
    private final EstimateSettings settings;

    MeasureMaker(ScoreTable table, List<Output> outputs, EstimateSettings settings) {
        this.table = table;
        this.outputs = outputs;
        this.settings = settings;
    }

    /**
     * All measures, slices after the whole.
     *
     * @param warnings is told of secondary numbers that are not defined for these samples
     * @throws EvalkitException if the primary number is not defined
     */
    List<Measure> measures(Consumer<String> warnings) {
        List<Measure> measures = new ArrayList<>();
        ScoreView all =
                table.all().asking(outputs.stream().map(Output::statistic).toList());
        for (Output output : outputs) {
            Optional<Measure> measure = measure(output, all, output.slice(), settings);
            if (measure.isEmpty() && output.name().isEmpty() && output.slice().isEmpty()) {
                String samples = table.size() == 1 ? "this sample" : "these " + table.size() + " samples";
                throw new EvalkitException("The primary number is not defined for " + samples + ": it needs "
                        + output.statistic().need());
            }
            if (measure.isEmpty()) {
                warnings.accept("'" + output.name() + "' is not defined for these samples and left out: it needs "
                        + output.statistic().need());
            }
            measure.ifPresent(measures::add);
        }
        if (!measures.isEmpty()) {
            tellOtherMethod(measures.get(0), warnings);
        }
        addSlices(measures, warnings);
        return measures;
    }

    private void tellOtherMethod(Measure primary, Consumer<String> warnings) {
        primary.meta()
                .text(Meta.CI_METHOD)
                .filter(method -> !settings.method().isThatOf(method))
                .ifPresent(method ->
                        warnings.accept("--ci " + settings.method().name().toLowerCase(Locale.ROOT)
                                + " does not suit the primary number here, whose interval is " + method));
    }

    private void addSlices(List<Measure> measures, Consumer<String> warnings) {
        List<Output> plain = outputs.stream().filter(Output::inSlices).toList();
        long parts = 0;
        for (String column : table.sliceColumns()) {
            List<String> values = table.slice(column).texts();
            if (values.size() > MOST_SLICES) {
                throw new EvalkitException("--slice " + column + " has " + values.size()
                        + " different values, more than the " + MOST_SLICES + " that make sense; e.g. '"
                        + Shortened.of(values.get(0)) + "'. Name a column that puts samples into groups");
            }
            parts += values.size();
        }
        for (String column : table.sliceColumns()) {
            Map<Output, List<String>> undefined = new LinkedHashMap<>();
            for (String value : table.slice(column).texts().stream().sorted().toList()) {
                SortedMap<String, String> slice = new TreeMap<>(Map.of(column, value));
                ScoreView rows = table.rowsOf(column, value)
                        .asking(plain.stream().map(Output::statistic).toList());
                EstimateSettings part = settings.withIdentity(settings.identity() + " " + column + "=" + value)
                        .withDraws(settings.draws() / parts);
                for (Output output : plain) {
                    Optional<Measure> measure = measure(output, rows, slice, part);
                    measure.ifPresent(measures::add);
                    if (measure.isEmpty() && isDefined(output, measures)) {
                        undefined
                                .computeIfAbsent(output, key -> new ArrayList<>())
                                .add(value);
                    }
                }
            }
            undefined.forEach((output, values) -> warnings.accept(leftOut(output, column, values)));
        }
    }

    /** Whether the number is told of all samples; where it is not, that is said already. */
    private static boolean isDefined(Output output, List<Measure> measures) {
        return measures.stream()
                .anyMatch(measure -> measure.slice().isEmpty() && measure.name().equals(output.name()));
    }

    private static String leftOut(Output output, String column, List<String> values) {
        return (output.name().isEmpty() ? "The primary number" : "'" + output.name() + "'") + " is left out for "
                + values.size() + (values.size() == 1 ? " value of " : " values of ") + column + ", e.g. '"
                + Shortened.of(values.get(0)) + "': it needs "
                + output.statistic().need();
    }

    private static Optional<Measure> measure(
            Output output, ScoreView rows, SortedMap<String, String> slice, EstimateSettings settings) {
        return output.statistic().estimate(rows, settings).map(estimate -> measure(output, estimate, slice));
    }

    private static Measure measure(Output output, Estimate estimate, SortedMap<String, String> slice) {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put(Meta.UNIT, output.unit());
        meta.put(Meta.HIGHER_IS_BETTER, output.higherIsBetter());
        List<String> warnings = new ArrayList<>(estimate.meta().texts(Meta.WARNINGS));
        ConfidenceInterval interval = estimate.interval();
        Interval ci = null;
        if (interval != null) {
            ConfidenceInterval clipped = interval.clippedTo(output.minimum(), output.maximum());
            ci = Interval.of(clipped.low(), clipped.high());
            meta.put(Meta.CI_LEVEL, interval.level());
            meta.put(Meta.CI_METHOD, interval.method());
            warnings.addAll(interval.warnings());
        }
        meta.putAll(estimate.meta().asMap());
        meta.putAll(output.meta().asMap());
        meta.remove(Meta.WARNINGS);
        if (!warnings.isEmpty()) {
            meta.put(Meta.WARNINGS, List.copyOf(warnings));
        }
        return new Measure(
                output.name(),
                Collections.unmodifiableSortedMap(slice),
                estimate.value(),
                ci,
                estimate.n(),
                Meta.of(meta));
    }
}
