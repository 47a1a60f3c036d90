package dev.evalkit.diff.gate;

import dev.evalkit.EvalkitException;
import dev.evalkit.diff.TestResult;
import dev.evalkit.diff.inference.Design.StandardErrors;
import dev.evalkit.diff.inference.Flips;
import dev.evalkit.json.JsonObject;
import dev.evalkit.result.Interval;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statistics of a row of {@code diff.json}, as plain values and back. */
final class TestDocument {
    private TestDocument() {}

    static Map<String, @Nullable Object> of(TestResult test) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", test.name());
        json.put("interval", test.interval());
        json.put("scale", test.scale());
        json.put("p_zero", test.pZero());
        json.put("p_margin", test.pMargin());
        json.put("p_zero_adjusted", test.pZeroAdjusted());
        json.put("p_margin_adjusted", test.pMarginAdjusted());
        if (test.qMargin() != null) {
            json.put("q_margin", test.qMargin());
        }
        json.put("family", test.family());
        json.put("resamples", test.resamples());
        json.put("ci", ends(test.ci()));
        json.put("n_paired", test.paired());
        json.put("clusters", test.clusters());
        json.put("needed_samples", test.neededSamples());
        json.put("needed_clusters", test.neededClusters());
        json.put("unchanged_passes", test.unchangedPasses());
        StandardErrors errors = test.errors();
        if (errors != null) {
            Map<String, @Nullable Object> three = new LinkedHashMap<>();
            three.put("plain", errors.plain());
            three.put("cr0", errors.cr0());
            three.put("cr1", errors.cr1());
            json.put("std_errors", three);
        }
        return json;
    }

    static TestResult test(JsonObject json) {
        return new TestResult(
                json.string("name"),
                json.string("interval"),
                json.string("scale"),
                json.number("p_zero"),
                json.number("p_margin"),
                number(json, "p_zero_adjusted"),
                number(json, "p_margin_adjusted"),
                number(json, "q_margin"),
                (int) json.integer("family"),
                json.integer("resamples"),
                interval(json),
                integer(json, "n_paired"),
                json.optionalInteger("clusters").isPresent() ? (Integer) (int) json.integer("clusters") : null,
                integer(json, "needed_samples"),
                integer(json, "needed_clusters"),
                json.number("unchanged_passes"),
                json.optionalObject("std_errors")
                        .map(errors ->
                                new StandardErrors(errors.number("plain"), errors.number("cr0"), errors.number("cr1")))
                        .orElse(null));
    }

    static Map<String, @Nullable Object> of(Flips flips) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("better", flips.better());
        json.put("worse", flips.worse());
        json.put("examples", flips.examples().stream().map(TestDocument::of).toList());
        return json;
    }

    private static Map<String, @Nullable Object> of(Flips.Flip flip) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", flip.id());
        json.put("prev", flip.previous());
        json.put("curr", flip.current());
        json.put("better", flip.isBetter());
        return json;
    }

    static Flips flips(JsonObject json) {
        return new Flips(
                json.integer("better"),
                json.integer("worse"),
                json.objects("examples").stream()
                        .map(flip -> new Flips.Flip(
                                flip.string("id"), flip.number("prev"), flip.number("curr"), flip.bool("better")))
                        .toList());
    }

    static @Nullable List<@Nullable Double> ends(@Nullable Interval ci) {
        return ci == null ? null : Arrays.asList(ci.low(), ci.high());
    }

    static Interval interval(JsonObject json) {
        List<@Nullable Object> ends = json.array("ci");
        if (ends.size() != 2) {
            throw new EvalkitException(json.location("ci"), "\"ci\" must be null or two ends, found " + ends.size());
        }
        return new Interval(end(json, ends.get(0)), end(json, ends.get(1)));
    }

    private static @Nullable Double end(JsonObject json, @Nullable Object end) {
        if (end == null || end instanceof Number) {
            return end == null ? null : (Double) ((Number) end).doubleValue();
        }
        throw new EvalkitException(json.location("ci"), "an end of \"ci\" must be a number or null, found " + end);
    }

    private static @Nullable Double number(JsonObject json, String name) {
        return json.has(name) ? (Double) json.number(name) : null;
    }

    private static @Nullable Long integer(JsonObject json, String name) {
        return json.optionalInteger(name).isPresent() ? (Long) json.integer(name) : null;
    }
}
