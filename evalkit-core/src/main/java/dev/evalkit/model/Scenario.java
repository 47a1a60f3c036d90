package dev.evalkit.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model is tested for.
 *
 * @param id its id
 * @param name a name for people; the id where none is given
 * @param indicators the ids of all indicators that are computed: those that gate, as they are listed, and others
 * @param priorityIndicators the indicators that gate in this scenario, in the document's order
 * @param fields the whole document as plain values
 */
public record Scenario(
        String id,
        String name,
        List<String> indicators,
        List<PriorityIndicator> priorityIndicators,
        Map<String, @Nullable Object> fields) {
    public Scenario {
        indicators = List.copyOf(indicators);
        priorityIndicators = List.copyOf(priorityIndicators);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** A scenario in which all indicators that are computed gate. */
    public Scenario(
            String id, String name, List<PriorityIndicator> priorityIndicators, Map<String, @Nullable Object> fields) {
        this(
                id,
                name,
                priorityIndicators.stream().map(PriorityIndicator::indicator).toList(),
                priorityIndicators,
                fields);
    }

    /** What the scenario says of an indicator, if it lists it. */
    public Optional<PriorityIndicator> priority(String indicator) {
        return priorityIndicators.stream()
                .filter(listed -> listed.indicator().equals(indicator))
                .findFirst();
    }

    /**
     * An indicator that a scenario lists.
     *
     * @param indicator the indicator's id, or a secondary item's {@code <id>.<name>}
     * @param priority the scenario's own word for how much it matters, e.g. {@code P0}; may be empty
     * @param thresholds what replaces the indicator's own thresholds here
     * @param slices slice columns whose rows gate too
     */
    public record PriorityIndicator(String indicator, String priority, Thresholds thresholds, List<String> slices) {
        public PriorityIndicator {
            slices = List.copyOf(slices);
        }
    }
}
