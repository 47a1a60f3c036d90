package dev.evalkit.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A metric's definition.
 *
 * @param id the id that result items carry as {@code metric_id}
 * @param name a name for people
 * @param definition what is measured, in a sentence
 * @param category e.g. {@code quality}, {@code safety}, {@code performance}
 * @param unit e.g. {@code ratio}, {@code ms}, {@code requests/s}, {@code points}
 * @param direction which way is better, or null where the document does not say
 * @param aliases other ids under which older files hold the same metric
 * @param runScriptRef what computes it, or null where nothing does
 * @param thresholds how much change matters
 * @param fields the whole document, known and unknown fields, as plain values
 */
public record Indicator(
        String id,
        String name,
        String definition,
        String category,
        String unit,
        @Nullable Direction direction,
        List<String> aliases,
        @Nullable RunScriptRef runScriptRef,
        Thresholds thresholds,
        Map<String, @Nullable Object> fields) {

    public Indicator {
        aliases = List.copyOf(aliases);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Whether a result of that metric id belongs to this indicator, by its id or an alias. */
    public boolean answersTo(String metricId) {
        return id.equals(metricId) || aliases.contains(metricId);
    }
}
