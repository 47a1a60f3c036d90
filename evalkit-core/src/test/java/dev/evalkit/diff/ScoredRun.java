package dev.evalkit.diff;

import dev.evalkit.evaluate.EvaluationSettings;
import dev.evalkit.evaluate.Evaluator;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.evaluate.Findings;
import dev.evalkit.evaluate.SampleEvaluation;
import dev.evalkit.io.Digests;
import dev.evalkit.result.Acceptance;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import dev.evalkit.result.RunManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A run that evaluators made of sample files, with the scores in its folder. */
final class ScoredRun {
    private final Path folder;
    private final List<ResultItem> items = new ArrayList<>();

    ScoredRun(Path folder) {
        this.folder = folder;
    }

    /** A run of one indicator; the arguments are separated by blanks. */
    static Side of(Path folder, String indicator, String evaluator, String arguments, Path samples) {
        return new ScoredRun(folder)
                .add(indicator, evaluator, arguments, samples)
                .side();
    }

    /** A run of one indicator over samples that are given as JSON lines. */
    static Side ofLines(Path folder, String indicator, String evaluator, String arguments, List<String> lines) {
        return new ScoredRun(folder)
                .addLines(indicator, evaluator, arguments, lines)
                .side();
    }

    ScoredRun addLines(String indicator, String evaluator, String arguments, List<String> lines) {
        try {
            Path samples = Files.createDirectories(folder).resolve(indicator + ".jsonl");
            return add(indicator, evaluator, arguments, Files.write(samples, lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ScoredRun add(String indicator, String evaluator, String arguments, Path samples) {
        Evaluator found = Evaluators.load().named(evaluator);
        List<String> argv = arguments.isEmpty() ? List.of() : List.of(arguments.split(" ", -1));
        Findings findings =
                SampleEvaluation.of(found, argv).run(List.of(samples), EvaluationSettings.withDefaults(indicator));
        String name = "scores/" + indicator + ".jsonl.gz";
        try {
            Files.createDirectories(folder.resolve("scores"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path scores = folder.resolve(name);
        findings.scoreRows().orElseThrow().write(scores, indicator, found.name(), found.version());
        Map<String, Object> context = new LinkedHashMap<>();
        context.put(Meta.SCORES_REF, Map.of("path", name, "sha256", Digests.sha256(scores)));
        findings.dataset().ifPresent(digest -> context.put(Meta.DATASET_SHA256, digest));
        findings.measures().forEach(measure -> items.add(measure.toItem(indicator, Meta.of(context))));
        return this;
    }

    Side side() {
        return Side.of(ResultSet.of(items)).withScores(folder);
    }

    /** The run as it was accepted, with these margins. */
    Side accepted(Map<String, Double> margins) {
        Acceptance acceptance = new Acceptance(Instant.EPOCH, "", List.of(), null, new TreeMap<>(margins));
        RunManifest manifest =
                new RunManifest("r", "m", "s", Instant.EPOCH, Instant.EPOCH, null, null, null, List.of(), acceptance);
        return Side.of(ResultSet.of(items), manifest).withScores(folder);
    }
}
