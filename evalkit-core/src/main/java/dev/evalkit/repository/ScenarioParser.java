package dev.evalkit.repository;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.json.JsonObject;
import dev.evalkit.json.JsonPointers;
import dev.evalkit.model.Scenario;
import dev.evalkit.model.Scenario.PriorityIndicator;
import dev.evalkit.model.Thresholds;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Scenarios from their documents. */
final class ScenarioParser {
    private static final String INDICATORS = "priority_indicators";

    private ScenarioParser() {}

    static Scenario parse(String id, JsonObject json) {
        List<PriorityIndicator> listed = priorityIndicators(json);
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < listed.size(); i++) {
            String indicator = listed.get(i).indicator();
            if (!seen.add(indicator)) {
                String pointer = JsonPointers.child(JsonPointers.child(json.pointer(), INDICATORS), i);
                throw new EvalkitException(
                        json.document().locate(pointer),
                        "the indicator " + Shown.quoted(indicator) + " is listed twice in \"" + INDICATORS
                                + "\", expected once");
            }
        }
        seen.addAll(References.names(References.scenarioIndicators(json.asMap())));
        return new Scenario(
                id, Texts.first(json, "name", "scenario_name").orElse(id), List.copyOf(seen), listed, json.asMap());
    }

    /** The list, whose elements are objects, or ids where there is nothing more to say. */
    private static List<PriorityIndicator> priorityIndicators(JsonObject json) {
        List<PriorityIndicator> listed = new ArrayList<>();
        for (Object each : json.array(INDICATORS)) {
            listed.add(
                    each instanceof String id
                            ? new PriorityIndicator(id, "", Thresholds.NONE, List.of())
                            : priorityIndicator(json.object(INDICATORS, listed.size())));
        }
        return listed;
    }

    private static PriorityIndicator priorityIndicator(JsonObject json) {
        String id = Texts.first(json, "indicator", "id", "indicator_id", "metric_id")
                .orElseGet(() -> json.string("indicator"));
        Object priority = json.asMap().get("priority");
        return new PriorityIndicator(
                id,
                priority == null ? "" : String.valueOf(priority),
                ThresholdsParser.parse(json),
                json.strings("slices"));
    }
}
