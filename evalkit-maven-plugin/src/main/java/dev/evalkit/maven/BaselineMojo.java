package dev.evalkit.maven;

import dev.evalkit.EvalkitException;
import dev.evalkit.diff.gate.Gate;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.PairRequest;
import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.RunStore;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.scan.Scanner;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a run as the baseline of its model and scenario: the one that is named, else the one that {@code evaluate} made in this build, else the newest
 * complete one. A run that lies elsewhere, e.g. one from a build server, is copied into {@code reports/}. Commit what it leaves there. A run that holds
 * sensitive data, as the goal {@code scan} would find it, is refused.
 *
 * @since 0.1.0
 */
@Mojo(name = "baseline", requiresProject = false, threadSafe = true)
public final class BaselineMojo extends AbstractMojo {

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
     * The folder of the run to accept; it may lie anywhere.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.run")
    private @Nullable File run;

    /**
     * The id of the model; not needed where the repository has only one, or the run is named.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.model")
    private @Nullable String model;

    /**
     * The id of the scenario; not needed where the repository has only one, or the run is named.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.scenario")
    private @Nullable String scenario;

    /**
     * The pairs of model and scenario whose newest runs are accepted, where there are several and {@code evalkit.model} and {@code evalkit.scenario} do
     * not name one: {@code <evaluation><model>…</model><scenario>…</scenario></evaluation>}.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<Evaluation> evaluations = List.of();

    /**
     * The folder that runs go to; {@code reports/} of the repository where nothing is said.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.runs")
    private @Nullable File runs;

    /**
     * The change from which on it matters, in the unit of the indicator, for indicators that have no threshold of their own; it is kept with the
     * baseline.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.threshold")
    private @Nullable Double threshold;

    /**
     * Why the run is accepted; it is kept with the baseline.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.reason", defaultValue = "")
    private String reason = "";

    /**
     * Refuses a run that is shown to be worse than the baseline that it would supersede: that regressed somewhere, or in which a drop is proven although its size is
     * open. Where {@code evalkit.baselineModel} names a model it is compared with that one's baseline.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.refuseWorse", defaultValue = "false")
    private boolean refuseWorse;

    /**
     * The model whose baseline {@code evalkit.refuseWorse} compares with, where that is another one: e.g. the version before.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.baselineModel")
    private @Nullable String baselineModel;

    /**
     * Whether what this goal did is added to the QA log, {@code qa/qa_history.jsonl}: which run was accepted, why, and what it supersedes.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.qaLog", defaultValue = "false")
    private boolean qaLog;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Nothing is accepted: evalkit.skip is set");
            return;
        }
        try {
            EvaluationRepository opened = EvaluationRepository.open(repository.toPath());
            RunStore store = RunStore.of(opened, runs == null ? Path.of(RunStore.REPORTS) : runs.toPath());
            Gate gate = Gate.of(opened, store);
            Gate set = threshold == null ? gate : gate.withThreshold(threshold);
            List<StoredRun> all = chosen(opened, store);
            for (StoredRun one : refuseWorse ? all : List.<StoredRun>of()) {
                requireNotWorse(set, store, one);
            }
            Scanner scanner = Scanner.forRepository(opened.root());
            scanner.requireClean("evalkit.reason", reason);
            scanner.requireClean(
                    opened.root(), all.stream().map(StoredRun::folder).toList());
            for (StoredRun one : all) {
                StoredRun accepted = set.accept(one, reason, Clock.systemUTC());
                getLog().info("Baseline of " + accepted.key() + ": " + accepted.name() + superseded(accepted));
                new DesignWarnings(set, getLog()).of(accepted);
                new QaNotes(qaLog, opened.root(), getLog()).accepted(accepted);
            }
        } catch (EvalkitException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    /** Where there is no baseline yet there is nothing to be worse than. */
    private void requireNotWorse(Gate gate, RunStore store, StoredRun one) throws MojoFailureException {
        RunKey wanted = baselineModel == null
                ? one.key()
                : new RunKey(baselineModel, one.key().scenario());
        Optional<String> refusal = store.baseline(wanted).flatMap(baseline -> gate.refusal(one, baseline));
        if (refusal.isPresent()) {
            throw new MojoFailureException(
                    refusal.get() + ". To accept it nevertheless, leave evalkit.refuseWorse out");
        }
    }

    private List<StoredRun> chosen(EvaluationRepository opened, RunStore store) {
        return run != null
                ? List.of(store.open(run.toPath()))
                : opened
                        .choosePairs(
                                new PairRequest(model, scenario),
                                evaluations.stream().map(Evaluation::key).toList())
                        .stream()
                        .map(pair -> newest(store, pair))
                        .toList();
    }

    private StoredRun newest(RunStore store, RunKey pair) {
        return new BuildRuns(project)
                .of(pair)
                .map(store::open)
                .or(() -> store.newest(pair))
                .orElseThrow(() -> new EvalkitException("There is no complete run of " + pair + " in " + store.folder()
                        + "; evaluate first, or name a run with -Devalkit.run"));
    }

    private static String superseded(StoredRun accepted) {
        List<String> previous = accepted.acceptance().stream()
                .flatMap(acceptance -> acceptance.previous().stream())
                .toList();
        return previous.isEmpty() ? "" : ", superseding " + String.join(", ", previous);
    }
}
