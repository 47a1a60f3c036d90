package dev.evalkit.report.trend;

import dev.evalkit.diff.Comparability;
import dev.evalkit.report.chart.Quantity;
import dev.evalkit.report.chart.TrendPoint;
import dev.evalkit.result.ItemId;
import dev.evalkit.result.ResultItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of one indicator over runs, from the first that has one.
 *
 * @param id what it is of
 * @param unit the unit of the newest value; empty where nothing names one
 * @param quantity how its numbers are shown
 * @param points one for each run
 */
record Trend(ItemId id, String unit, Quantity quantity, List<TrendPoint> points) {
    Trend {
        points = List.copyOf(points);
    }

    /** The line of an item that at least one of the runs has. */
    static Trend of(ItemId id, List<TrendRun> runs, Comparability comparability) {
        List<ResultItem> there = runs.stream()
                .map(run -> run.items().get(id))
                .filter(Objects::nonNull)
                .toList();
        String unit = comparability.unit(there.get(there.size() - 1));
        double largest =
                there.stream().mapToDouble(item -> Math.abs(item.value())).max().orElse(0);
        Quantity quantity = Quantity.of(unit, largest);
        List<TrendPoint> points = new ArrayList<>();
        ResultItem last = null;
        for (int i = 0; i < runs.size(); i++) {
            TrendRun run = runs.get(i);
            ResultItem item = run.items().get(id);
            if (item == null && last == null) {
                continue;
            }
            points.add(point(i, run, id, item, change(last, item, comparability), quantity));
            last = item == null ? last : item;
        }
        return new Trend(id, unit, quantity, points);
    }

    private static @Nullable String change(
            @Nullable ResultItem last, @Nullable ResultItem item, Comparability comparability) {
        if (last == null || item == null) {
            return null;
        }
        List<String> differences = comparability.differences(last, item);
        return differences.isEmpty() ? null : String.join("; ", differences);
    }

    private static TrendPoint point(
            int position,
            TrendRun run,
            ItemId id,
            @Nullable ResultItem item,
            @Nullable String change,
            Quantity quantity) {
        String commit = run.commit().isEmpty() ? "" : " · " + run.commit();
        String value = item == null ? run.missing(id.metricId()) : quantity.text(item.value(), item.ci());
        String baseline = run.isBaseline() ? " · baseline" : "";
        return new TrendPoint(
                position,
                run.day(),
                item == null ? null : item.value(),
                item == null ? null : item.ci(),
                run.isBaseline(),
                change,
                run.time() + commit + " · " + value + baseline);
    }

    /** The newest point in the reader's terms: its value, or that there is none. */
    String newest() {
        TrendPoint last = points.get(points.size() - 1);
        return last.value() == null ? "missing" : quantity.text(last.value(), last.interval());
    }

    /** The item in words. */
    String name() {
        StringBuilder name = new StringBuilder(id.metricId());
        for (String part : new String[] {id.model(), id.scenario(), id.dataset()}) {
            name.append(part == null ? "" : " · " + part);
        }
        id.slice()
                .forEach((column, value) ->
                        name.append(" · ").append(column).append('=').append(value));
        return name.toString();
    }
}
