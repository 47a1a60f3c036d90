package dev.evalkit.repository;

import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import dev.evalkit.result.RunManifest;
import dev.evalkit.result.RunManifest.Tool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Runs that a test makes. */
final class Runs {
    static final RunKey KEY = new RunKey("m", "s");

    private Runs() {}

    static Clock at(String time) {
        return Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
    }

    /** A run with one item, made at that time. */
    static StoredRun make(RunStore store, RunKey key, String time, double value, IndicatorRun... indicators) {
        try (RunDraft draft = store.begin(key, at(time))) {
            return draft.publish(manifest(draft, indicators), results(value));
        }
    }

    static StoredRun make(RunStore store, String time, double value) {
        return make(store, KEY, time, value, IndicatorRun.ok("f1", null, Duration.ofMillis(5)));
    }

    static RunManifest manifest(RunDraft draft, IndicatorRun... indicators) {
        return new RunManifest(
                "",
                draft.key().model(),
                draft.key().scenario(),
                draft.started(),
                draft.started().plusSeconds(1),
                42L,
                new Tool("0.1.0", "17", "Linux"),
                null,
                List.of(indicators),
                null);
    }

    static ResultSet results(double value) {
        return ResultSet.of(List.of(new ResultItem("f1", value, null, 10L, Meta.EMPTY)));
    }
}
