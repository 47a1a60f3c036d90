package dev.evalkit.maven;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.evaluate.runner.EvaluationRunner;
import dev.evalkit.evaluate.runner.RunSettings;
import dev.evalkit.report.RunLines;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.PairRequest;
import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.RunStore;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.IndicatorRun.Status;
import dev.evalkit.result.ResultItem;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a model in a scenario: the indicators that the scenario names, side by side, into a new run. Fails when an indicator
 * failed; the run then says why, and cannot become a baseline.
 *
 * @since 0.1.0
 */
@Mojo(name = "evaluate", defaultPhase = LifecyclePhase.INTEGRATION_TEST, requiresProject = false, threadSafe = true)
public final class EvaluateMojo extends AbstractMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.skip", defaultValue = "false")
    private boolean skip;

    /**
     * The root folder of the evaluation repository.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.repository", defaultValue = "${basedir}", required = true)
    private File repository;

    /**
     * The id of the model; not needed where the repository has only one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.model")
    private @Nullable String model;

    /**
     * The id of the scenario; not needed where the repository has only one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.scenario")
    private @Nullable String scenario;

    /**
     * The pairs of model and scenario to evaluate, where there are several and {@code evalkit.model} and {@code evalkit.scenario} do not name one:
     * {@code <evaluation><model>…</model><scenario>…</scenario></evaluation>}.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<Evaluation> evaluations = List.of();

    /**
     * The ids of the indicators to evaluate, instead of those that the scenario names.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.indicators")
    private List<String> indicators = List.of();

    /**
     * The folder that the run goes to; {@code reports/} of the repository where nothing is said.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.runs")
    private @Nullable File runs;

    /**
     * The seed of everything random.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.seed", defaultValue = "0")
    private long seed;

    /**
     * The confidence level of intervals, between 0 and 1.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.level", defaultValue = "0.95")
    private double level;

    /**
     * How many threads to use, 0 for one for each processor. Results do not depend on it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.threads", defaultValue = "0")
    private int threads;

    /**
     * Whether the score of each sample is kept in the run. Without them later diffs cannot pair samples, and tell less.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.keepScores", defaultValue = "true")
    private boolean keepScores;

    /**
     * Whether scripts of the repository may run. Where nothing is said they may where there is a POM: they run with your rights, as the build does.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.allowScripts")
    private @Nullable Boolean allowScripts;

    /**
     * The Python interpreter that runs {@code .py} scripts.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.python", defaultValue = "python3")
    private String python;

    /**
     * Whether what this goal did is added to the QA log, {@code qa/qa_history.jsonl}: which run it made, and what each indicator reached.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.qaLog", defaultValue = "false")
    private boolean qaLog;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Nothing is evaluated: evalkit.skip is set");
            return;
        }
        try {
            EvaluationRepository opened = EvaluationRepository.open(repository.toPath());
            RunStore store = RunStore.of(opened, runs == null ? Path.of(RunStore.REPORTS) : runs.toPath());
            EvaluationRunner runner = new EvaluationRunner(
                    opened, Evaluators.load(getClass().getClassLoader()), settings(), this::report);
            List<RunKey> pairs = opened.choosePairs(
                    new PairRequest(model, scenario),
                    evaluations.stream().map(Evaluation::key).toList());
            List<String> failures = new ArrayList<>();
            for (RunKey pair : pairs) {
                failures.addAll(evaluate(runner, pair, store));
            }
            if (!failures.isEmpty()) {
                throw new MojoFailureException(String.join(System.lineSeparator(), failures));
            }
        } catch (EvalkitException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private RunSettings settings() throws MojoExecutionException {
        if (!(level > 0 && level < 1) || threads < 0) {
            throw new MojoExecutionException(
                    "evalkit.level must be between 0 and 1 and evalkit.threads 0 or more, found " + level + " and "
                            + threads);
        }
        RunSettings settings = RunSettings.withDefaults(plugin.getVersion())
                .withIndicators(indicators)
                .withSeed(seed)
                .withLevel(level)
                .withKeepScores(keepScores)
                .withAllowScripts(allowScripts == null ? project.getFile() != null : allowScripts)
                .withPython(python);
        return threads == 0 ? settings : settings.withThreads(threads);
    }

    private List<String> evaluate(EvaluationRunner runner, RunKey pair, RunStore store) {
        getLog().info(pair.toString());
        StoredRun run = runner.run(pair.model(), pair.scenario(), store);
        new BuildRuns(project).made(run);
        getLog().info("Run: " + run.name());
        new QaNotes(qaLog, repository.toPath(), getLog()).evaluated(run);
        if (!keepScores) {
            getLog().warn(
                            "The scores of the samples are not kept (evalkit.keepScores=false): later diffs with this run will be unpaired, and tell less");
        }
        List<IndicatorRun> failed = run.details().stream()
                .flatMap(manifest -> manifest.indicators(Status.FAILED).stream())
                .toList();
        return failed.isEmpty() ? List.of() : List.of(RunLines.failure(run.name(), failed));
    }

    private void report(IndicatorRun done, List<ResultItem> items) {
        for (String line : RunLines.of(done, items)) {
            switch (done.status()) {
                case OK -> getLog().info(line);
                case SKIPPED -> getLog().warn(line);
                case FAILED -> getLog().error(line);
            }
        }
    }
}
