package dev.evalkit.evaluate.score;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Requests per second: how many there are, over the window from the first start to the last end. Where samples are clustered each cluster
 * is a run with a window of its own, and the rate is all requests over all windows.
 *
 * @param start the column with the time a request began
 * @param end the column with the time it ended, not before its start
 * @param counted a column that is 1 for requests that count and 0 for the others, which still belong to the window; empty where all count
 * @param unitsPerSecond the unit of both times: 1000 for milliseconds
 */
public record Throughput(String start, String end, String counted, double unitsPerSecond) implements Statistic {

    @Override
    public List<String> columns() {
        return counted.isEmpty() ? List.of(start, end) : List.of(start, end, counted);
    }

    @Override
    public OptionalDouble value(ScoreView rows) {
        return Windows.of(this, rows).rate();
    }

    @Override
    public String need() {
        return "a time between the first start and the last end: all of these are the same moment";
    }

    @Override
    public Optional<Estimate> estimate(ScoreView rows, EstimateSettings settings) {
        Windows windows = Windows.of(this, rows);
        OptionalDouble rate = windows.rate();
        return rate.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        rows.table().clusters().isPresent()
                                ? windows.overRuns(rate.getAsDouble(), settings)
                                : windows.overBatches(rate.getAsDouble(), settings));
    }

    @Override
    public Map<String, Object> describe() {
        return Descriptor.of(
                "throughput", "start", start, "end", end, "counted", counted, "units_per_second", unitsPerSecond);
    }
}
