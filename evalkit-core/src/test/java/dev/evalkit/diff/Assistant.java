package dev.evalkit.diff;

import dev.evalkit.model.Direction;
import dev.evalkit.model.Indicator;
import dev.evalkit.model.Thresholds;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.ResultSet;
import dev.evalkit.result.RunManifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Two runs of a made-up assistant, with something of everything: the example of the golden files. */
public final class Assistant {
    private Assistant() {}

    /** The diff of the two runs. */
    public static DiffResult diff() {
        Definitions definitions = Definitions.of(List.of(
                indicator("answer_f1", Direction.HIGHER_IS_BETTER, Thresholds.absolute(0.02)),
                indicator("reply_time", Direction.LOWER_IS_BETTER, Thresholds.absolute(50)),
                indicator("profanity", Direction.LOWER_IS_BETTER, Thresholds.NONE, "insult_rate")));
        return Diff.withDefaults()
                .with(definitions)
                .compare(
                        side("assistant-baseline.json", "2026-11-01T10:15:00Z", List.of()),
                        side("assistant-current.json", "2026-11-23T14:00:00Z", List.of(skipped())));
    }

    private static Side side(String name, String started, List<IndicatorRun> indicators) {
        Instant at = Instant.parse(started);
        String run = "qwen3-8b_voice_qa_" + started.replaceAll("[-:]", "");
        RunManifest manifest = new RunManifest(run, "qwen3-8b", "voice_qa", at, at, 7L, null, null, indicators, null);
        return Side.of(read(name), manifest).from("reports/" + run + "/current.json", "ab".repeat(32));
    }

    /** A result file beside this class. */
    public static ResultSet read(String name) {
        try (InputStream in = Objects.requireNonNull(Assistant.class.getResourceAsStream(name), name)) {
            return ResultSet.read(in, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IndicatorRun skipped() {
        return new IndicatorRun(
                "refusals", null, IndicatorRun.Status.SKIPPED, "its judge is not reachable", Duration.ZERO);
    }

    private static Indicator indicator(String id, Direction direction, Thresholds thresholds, String... aliases) {
        return new Indicator(id, id, "", "", "", direction, List.of(aliases), null, thresholds, Map.of());
    }
}
