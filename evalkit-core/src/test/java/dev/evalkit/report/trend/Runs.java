package dev.evalkit.report.trend;

import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunKey;
import dev.evalkit.result.Acceptance;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.Interval;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import dev.evalkit.result.RunManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A repository in which runs are made by hand, a day after each other. */
final class Runs {
    static final RunKey KEY = new RunKey("router", "support");
    private static final Instant FIRST = Instant.parse("2026-10-01T08:30:00Z");

    private final Path root;
    private int count;

    Runs(Path root) {
        this.root = root;
    }

    EvaluationRepository repository() {
        return EvaluationRepository.open(root);
    }

    /** Adds a run; returns its folder. */
    Path add(boolean isAccepted, List<ResultItem> items, IndicatorRun... indicators) {
        Instant started = FIRST.plus(Duration.ofDays(count++));
        String id = "router_support_" + started.toString().replaceAll("[-:]", "");
        List<IndicatorRun> all = new ArrayList<>(List.of(indicators));
        items.forEach(item -> all.add(IndicatorRun.ok(item.metricId(), null, Duration.ZERO)));
        RunManifest manifest = new RunManifest(
                id,
                KEY.model(),
                KEY.scenario(),
                started,
                started.plusSeconds(60),
                0L,
                null,
                new RunManifest.GitState(String.format("%07x%033x", 0xabcde00 + count, 0), count % 5 == 0),
                all,
                isAccepted ? new Acceptance(started.plusSeconds(3600), "", List.of(), null, new TreeMap<>()) : null);
        Path folder = root.resolve("reports").resolve(id);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        manifest.write(folder.resolve("run.json"));
        ResultSet.of(items).write(folder.resolve("current.json"));
        return folder;
    }

    /** Copies a run to the next day, in whose items each value is {@code 0.5}, with other values. Writing many runs durably takes its time. */
    void copy(Path run, double value) {
        String id = "router_support_2027" + count++;
        Path folder = root.resolve("reports").resolve(id);
        try {
            Files.createDirectories(folder);
            String manifest = Files.readString(run.resolve("run.json"));
            Files.writeString(
                    folder.resolve("run.json"),
                    manifest.replace(String.valueOf(run.getFileName()), id)
                            .replace(
                                    FIRST.toString().substring(0, 19),
                                    FIRST.plus(Duration.ofDays(count))
                                            .toString()
                                            .substring(0, 19)));
            String items = Files.readString(run.resolve("current.json"));
            Files.writeString(folder.resolve("current.json"), items.replace("0.5,", value + ","));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An item with an interval of ± 2 points, computed by that version of its evaluator. */
    static ResultItem item(String metric, double value, int version) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put(Meta.UNIT, "ratio");
        meta.put(Meta.HIGHER_IS_BETTER, true);
        meta.put(Meta.CI_METHOD, "wilson");
        meta.put(Meta.EVALUATOR, Map.of("id", metric, "version", (long) version));
        return new ResultItem(metric, value, new Interval(value - 0.02, value + 0.02), 500L, Meta.of(meta));
    }
}
