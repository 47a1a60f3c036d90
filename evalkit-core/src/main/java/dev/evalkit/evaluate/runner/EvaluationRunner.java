package dev.evalkit.evaluate.runner;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.io.Digests;
import dev.evalkit.json.JsonWriter;
import dev.evalkit.model.Indicator;
import dev.evalkit.model.Model;
import dev.evalkit.model.Scenario;
import dev.evalkit.repository.BundledIndicators;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunDraft;
import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.RunStore;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import dev.evalkit.result.RunManifest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Evaluates a model in a scenario: all indicators side by side, each to a status, and then the run is published as a whole.
 *
 * <p>What an indicator gives does not depend on the others, on the number of threads or on the order in which they end.
 */
public final class EvaluationRunner {
    private static final String NAMED_WHEN_PUBLISHED = "";

    private final EvaluationRepository repository;
    private final Evaluators evaluators;
    private final RunSettings settings;
    private final Progress progress;

    public EvaluationRunner(
            EvaluationRepository repository, Evaluators evaluators, RunSettings settings, Progress progress) {
        this.repository = repository;
        this.evaluators = evaluators;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Evaluates, and publishes the run whatever its indicators' statuses are.
     *
     * @param model the model's id
     * @param scenario the scenario's id
     * @param store where the run goes
     * @throws EvalkitException if the model, the scenario or an indicator is unknown, there is no indicator to evaluate, two items have one
     *     identity, or the run cannot be written; no run is published then
     */
    public StoredRun run(String model, String scenario, RunStore store) {
        List<Indicator> indicators = indicators(
                repository.models().get(model), repository.scenarios().get(scenario));
        try (RunDraft draft = store.begin(new RunKey(model, scenario), settings.clock())) {
            List<IndicatorTask.Ended> ended = sideBySide(indicators.stream()
                    .map(indicator -> task(draft.folder(), model, scenario, indicator))
                    .toList());
            List<ResultItem> items =
                    ended.stream().flatMap(each -> each.items().stream()).toList();
            List<IndicatorRun> runs =
                    ended.stream().map(IndicatorTask.Ended::run).toList();
            return draft.publish(manifest(draft, runs), ResultSet.of(items));
        }
    }

    private RunManifest manifest(RunDraft draft, List<IndicatorRun> indicators) {
        RunManifest.Tool tool = new RunManifest.Tool(
                settings.toolVersion(),
                System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return new RunManifest(
                NAMED_WHEN_PUBLISHED,
                draft.key().model(),
                draft.key().scenario(),
                draft.started(),
                settings.clock().instant(),
                settings.seed(),
                tool,
                GitState.of(repository.root()).orElse(null),
                indicators,
                null);
    }

    /** What was asked for; else what the scenario lists, else what the model lists, else every indicator of the repository. */
    private List<Indicator> indicators(Model model, Scenario scenario) {
        if (!settings.indicators().isEmpty()) {
            return settings.indicators().stream().map(this::indicator).toList();
        }
        LinkedHashSet<String> listed = new LinkedHashSet<>();
        scenario.indicators().forEach(each -> listed.add(owner(each)));
        if (listed.isEmpty()) {
            listed.addAll(model.indicators().isEmpty() ? repository.indicators().ids() : model.indicators());
        }
        List<Indicator> found = listed.stream().map(this::indicator).toList();
        if (found.isEmpty()) {
            throw new EvalkitException(
                    "There is nothing to evaluate: scenario " + scenario.id()
                            + " lists no indicators, model " + model.id()
                            + " none, and the repository has none in indicators/; write one after templates/indicator_template.json");
        }
        return found;
    }

    /** The repository's own definition, else the one that evalkit brings along. */
    private Indicator indicator(String id) {
        return repository
                .indicators()
                .find(id)
                .or(() -> new BundledIndicators().find(id))
                .orElseGet(() -> repository.indicators().get(id));
    }

    /** A scenario may list a secondary item, {@code <id>.<name>}: it is the indicator that is evaluated. */
    private String owner(String listed) {
        int dot = listed.lastIndexOf('.');
        SortedSet<String> known = repository.indicators().ids();
        return dot > 0 && !known.contains(listed) && known.contains(listed.substring(0, dot))
                ? listed.substring(0, dot)
                : listed;
    }

    private Callable<IndicatorTask.Ended> task(Path runFolder, String model, String scenario, Indicator indicator) {
        String digest = Digests.sha256(JsonWriter.toLine(indicator.fields()).getBytes(StandardCharsets.UTF_8));
        return Optional.ofNullable(indicator.runScriptRef())
                .<Callable<IndicatorTask.Ended>>map(ref -> new IndicatorTask(
                        new IndicatorContext(repository.root(), runFolder, model, scenario, indicator, ref, settings),
                        digest,
                        evaluators,
                        progress))
                .orElseGet(() -> () -> nothingRuns(indicator, digest));
    }

    private IndicatorTask.Ended nothingRuns(Indicator indicator, String digest) {
        IndicatorRun skipped = new IndicatorRun(
                indicator.id(),
                digest,
                IndicatorRun.Status.SKIPPED,
                "nothing computes it: its definition has no run_script_ref",
                Duration.ZERO);
        synchronized (progress) {
            progress.ended(skipped, List.of());
        }
        return new IndicatorTask.Ended(skipped, List.of());
    }

    private List<IndicatorTask.Ended> sideBySide(List<Callable<IndicatorTask.Ended>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(settings.threads(), tasks.size()));
        try {
            List<IndicatorTask.Ended> ended = new ArrayList<>();
            for (Future<IndicatorTask.Ended> task : threads.invokeAll(tasks)) {
                ended.add(task.get());
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EvalkitException("Interrupted while evaluating; no run was recorded", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "An evaluator failed in a way that it should not: " + e.getCause(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
