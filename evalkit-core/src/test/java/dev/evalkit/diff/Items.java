package dev.evalkit.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.model.Direction;
import dev.evalkit.model.Indicator;
import dev.evalkit.model.Scenario;
import dev.evalkit.model.Scenario.PriorityIndicator;
import dev.evalkit.model.Thresholds;
import dev.evalkit.result.Interval;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Result items in few words. */
final class Items {
    private Items() {}

    /** An item of which more is better, with the given meta: names and values in turn. */
    static ResultItem item(String metricId, double value, Object... meta) {
        Map<String, Object> values = new LinkedHashMap<>(Map.of(Meta.HIGHER_IS_BETTER, true));
        values.putAll(map(meta));
        return new ResultItem(metricId, value, null, null, Meta.of(values));
    }

    /** An item that rests on so many samples and says nothing else than the given meta. */
    static ResultItem of(String metricId, double value, long samples, Object... meta) {
        return new ResultItem(metricId, value, null, samples, Meta.of(map(meta)));
    }

    /** An item of which more is better, with an interval. */
    static ResultItem withInterval(String metricId, double value, double low, double high, Object... meta) {
        Map<String, Object> values = new LinkedHashMap<>(Map.of(Meta.HIGHER_IS_BETTER, true));
        values.putAll(map(meta));
        return new ResultItem(metricId, value, Interval.of(low, high), 1000L, Meta.of(values));
    }

    /** An item that says nothing else. */
    static ResultItem bare(String metricId, double value) {
        return new ResultItem(metricId, value, null, null, Meta.EMPTY);
    }

    static ResultSet set(ResultItem... items) {
        return ResultSet.of(List.of(items));
    }

    /** An indicator without direction, unit or thresholds. */
    static Indicator indicator(String id, String... aliases) {
        return new Indicator(id, id, "", "", "", null, List.of(aliases), null, Thresholds.NONE, Map.of());
    }

    /** An indicator of which more is better. */
    static Indicator indicator(String id, String unit, Thresholds thresholds) {
        return new Indicator(id, id, "", "", unit, Direction.HIGHER_IS_BETTER, List.of(), null, thresholds, Map.of());
    }

    static Scenario scenario(PriorityIndicator... listed) {
        return new Scenario("s", "s", List.of(listed), Map.of());
    }

    /** The only row of a diff. */
    static DiffRow only(DiffResult diff) {
        assertThat(diff.rows()).hasSize(1);
        return diff.rows().get(0);
    }

    static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<Object> rest = Arrays.asList(namesAndValues);
        for (int i = 0; i < rest.size(); i += 2) {
            values.put((String) rest.get(i), rest.get(i + 1));
        }
        return values;
    }
}
