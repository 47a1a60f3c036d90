package dev.evalkit.diff.gate;

import dev.evalkit.EvalkitException;
import dev.evalkit.diff.Change;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Observation;
import dev.evalkit.diff.Origin;
import dev.evalkit.diff.Reason;
import dev.evalkit.diff.SharedValue;
import dev.evalkit.diff.Verdict;
import dev.evalkit.json.JsonObject;
import dev.evalkit.model.Direction;
import dev.evalkit.result.Interval;
import dev.evalkit.result.ItemId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The objects inside {@code diff.json}, as plain values and back. */
final class RowDocument {
    private RowDocument() {}

    static Map<String, @Nullable Object> of(Origin origin) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("path", origin.path());
        json.put("sha256", origin.sha256());
        json.put("run", origin.run());
        json.put("model", origin.model());
        json.put("scenario", origin.scenario());
        json.put("started", origin.started() == null ? null : origin.started().toString());
        return json;
    }

    static Map<String, @Nullable Object> of(DiffRow row, Policy.Weight weight) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("metric_id", row.id().metricId());
        putIfSaid(json, "model", row.id().model());
        putIfSaid(json, "scenario", row.id().scenario());
        putIfSaid(json, "dataset", row.id().dataset());
        putIfSaid(json, "slice", row.id().slice().isEmpty() ? null : row.id().slice());
        putIfSaid(json, "unit", row.unit().isEmpty() ? null : row.unit());
        putIfSaid(json, "higher_is_better", higherIsBetter(row.direction()));
        json.put("prev", observation(row.previous()));
        json.put("curr", observation(row.current()));
        Change change = row.change();
        if (change != null) {
            json.put("delta", change.delta());
            json.put("delta_pct", change.deltaPercent());
            json.put("threshold", change.threshold());
            json.put("margin", change.margin());
            json.put("over_threshold", change.overThreshold());
        }
        putIfSaid(json, "test", row.test() == null ? null : TestDocument.of(row.test()));
        json.put("verdict", row.verdict().id());
        json.put("gate", weight.id());
        json.put("reasons", row.reasons().stream().map(RowDocument::reason).toList());
        putIfSaid(json, "flips", row.flips() == null ? null : TestDocument.of(row.flips()));
        return json;
    }

    private static @Nullable Boolean higherIsBetter(@Nullable Direction direction) {
        return direction == null ? null : direction == Direction.HIGHER_IS_BETTER;
    }

    private static void putIfSaid(Map<String, @Nullable Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static @Nullable Map<String, @Nullable Object> observation(@Nullable Observation observation) {
        if (observation == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("value", observation.value());
        json.put("ci", TestDocument.ends(observation.ci()));
        json.put("n", observation.samples());
        SharedValue shared = observation.shared();
        if (shared != null) {
            Map<String, @Nullable Object> onShared = new LinkedHashMap<>();
            onShared.put("value", shared.value());
            onShared.put("ci", TestDocument.ends(shared.ci()));
            onShared.put("n", shared.samples());
            json.put("shared", onShared);
        }
        return json;
    }

    private static Map<String, @Nullable Object> reason(Reason reason) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("code", reason.code().id());
        json.put("text", reason.text());
        putIfSaid(json, "facts", reason.facts().isEmpty() ? null : reason.facts());
        return json;
    }

    static Origin origin(JsonObject json) {
        return new Origin(
                json.optionalString("path").orElse(null),
                json.optionalString("sha256").orElse(null),
                json.optionalString("run").orElse(null),
                json.optionalString("model").orElse(null),
                json.optionalString("scenario").orElse(null),
                json.optionalString("started").map(text -> instant(json, text)).orElse(null));
    }

    private static Instant instant(JsonObject json, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new EvalkitException(
                    json.location("started"),
                    "\"started\" must be a time like 2026-11-23T14:00:00Z, found \"" + text + "\"",
                    e);
        }
    }

    static DiffRow row(JsonObject json) {
        try {
            return new DiffRow(
                    new ItemId(
                            json.string("metric_id"),
                            json.optionalString("model").orElse(null),
                            json.optionalString("scenario").orElse(null),
                            json.optionalString("dataset").orElse(null),
                            slice(json)),
                    !json.string("gate").equals(Policy.Weight.DISPLAY.id()),
                    json.optionalString("unit").orElse(""),
                    json.optionalBool("higher_is_better")
                            .map(Direction::ofHigherIsBetter)
                            .orElse(null),
                    json.optionalObject("prev").map(RowDocument::observation).orElse(null),
                    json.optionalObject("curr").map(RowDocument::observation).orElse(null),
                    json.has("delta") ? change(json) : null,
                    json.optionalObject("test").map(TestDocument::test).orElse(null),
                    named(json, "verdict", Verdict::ofId),
                    json.objects("reasons").stream().map(RowDocument::reason).toList(),
                    json.optionalObject("flips").map(TestDocument::flips).orElse(null));
        } catch (IllegalArgumentException e) {
            throw new EvalkitException(json.location(), String.valueOf(e.getMessage()), e);
        }
    }

    private static SortedMap<String, String> slice(JsonObject json) {
        SortedMap<String, String> slice = new TreeMap<>();
        json.optionalObject("slice")
                .ifPresent(object -> object.keys().forEach(key -> slice.put(key, object.string(key))));
        return slice;
    }

    private static Observation observation(JsonObject json) {
        return new Observation(
                json.number("value"),
                interval(json),
                json.optionalInteger("n").isPresent() ? (Long) json.integer("n") : null,
                json.optionalObject("shared").map(RowDocument::shared).orElse(null));
    }

    private static SharedValue shared(JsonObject json) {
        return new SharedValue(json.number("value"), interval(json), json.integer("n"));
    }

    private static @Nullable Interval interval(JsonObject json) {
        return json.array("ci").isEmpty() ? null : TestDocument.interval(json);
    }

    private static Change change(JsonObject json) {
        return new Change(
                json.number("delta"),
                json.has("delta_pct") ? (Double) json.number("delta_pct") : null,
                json.number("threshold"),
                json.number("margin"),
                json.bool("over_threshold"));
    }

    private static Reason reason(JsonObject json) {
        Map<String, String> facts = new LinkedHashMap<>();
        json.optionalObject("facts")
                .ifPresent(object -> object.keys().forEach(key -> facts.put(key, object.string(key))));
        return new Reason(named(json, "code", Reason.Code::ofId), json.string("text"), facts);
    }

    private static <T> T named(JsonObject json, String name, Function<String, Optional<T>> values) {
        String text = json.string(name);
        return values.apply(text)
                .orElseThrow(() -> new EvalkitException(
                        json.location(name), "\"" + name + "\" is \"" + text + "\", which is unknown"));
    }
}
