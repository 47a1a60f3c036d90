package dev.evalkit.maven;

import dev.evalkit.EvalkitException;
import dev.evalkit.diff.gate.MissingBaseline;
import dev.evalkit.io.StandardStreams;
import dev.evalkit.report.CheckDocument;
import dev.evalkit.report.DiffTable;
import dev.evalkit.report.Judged;
import dev.evalkit.report.Redaction;
import dev.evalkit.report.github.GitHubStep;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.PairRequest;
import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.RunStore;
import dev.evalkit.scan.Redactor;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Compares a run with its baseline and fails the build where the gate does not let it pass. Writes {@code diff.json} and {@code summary.md} into the run's
 * folder.
 *
 * <p>Judged is the run that is named, else the one that {@code evaluate} made in this build, else the newest complete one that is neither the
 * baseline nor older than it.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckMojo extends AbstractMojo {

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
     * The pairs of model and scenario to check, where there are several and {@code evalkit.model} and {@code evalkit.scenario} do not name one:
     * {@code <evaluation><model>…</model><scenario>…</scenario></evaluation>}.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<Evaluation> evaluations = List.of();

    /**
     * The model whose baseline the run is compared with, where that is another one: e.g. the version before.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.baselineModel")
    private @Nullable String baselineModel;

    /**
     * The folder of the run to judge.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.run")
    private @Nullable File run;

    /**
     * The folder that runs go to; {@code reports/} of the repository where nothing is said. Baselines are always looked for in {@code reports/}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.runs")
    private @Nullable File runs;

    /**
     * Which verdicts pass: {@code strict}, {@code balanced} or {@code lenient}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.policy", defaultValue = "balanced")
    private String policy;

    /**
     * The change from which on it matters, in the unit of the indicator, for indicators that have no threshold of their own.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.threshold")
    private @Nullable Double threshold;

    /**
     * Differences between the two runs that do not make their numbers incomparable, e.g. {@code dataset_sha256}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.allow")
    private List<String> allow = List.of();

    /**
     * What to do where there is no baseline: {@code fail}, {@code warn} (and pass) or {@code create} (the run becomes the baseline).
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.missingBaseline", defaultValue = "fail")
    private String missingBaseline;

    /**
     * How many rows the console shows, those that changed most first.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.top", defaultValue = "20")
    private int top;

    /**
     * How to test: {@code auto} (by the kind of the statistic), {@code permutation}, {@code t}, {@code mid_p}, {@code unpaired} or {@code intervals}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.test", defaultValue = "auto")
    private String test;

    /**
     * The columns whose slices are shown, e.g. {@code subject}. They are for display: a slice gates only where the scenario lists it. Where nothing is said {@code
     * diff.json} has all of them, and the console none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.slices")
    private List<String> slices = List.of();

    /**
     * Whether p-values are shown as Benjamini and Hochberg correct them, too. Verdicts do not use these.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.falseDiscovery", defaultValue = "false")
    private boolean falseDiscovery;

    /**
     * Whether what this goal did is added to the QA log, {@code qa/qa_history.jsonl}: which run was judged, by which baseline, and the outcome.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.qaLog", defaultValue = "false")
    private boolean qaLog;

    /**
     * The format of this goal's document: {@code json}, {@code csv}, {@code md}, {@code text} or {@code junit}. One goes to {@code evalkit.outputFile} or, where none is named, to the standard output instead
     * of the lines for people (with {@code mvn -q} nothing else stands there); several go to {@code evalkit.outputFolder}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.format")
    private List<String> format = List.of();

    /**
     * The file that this goal's document is written to; where {@code evalkit.format} is not set the ending of its name says the format.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.outputFile")
    private @Nullable File outputFile;

    /**
     * The folder that this goal's documents are written to, one of each {@code evalkit.format} that it has, by the name of the goal: {@code check.json}, {@code
     * check.xml} (JUnit), …
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.outputFolder")
    private @Nullable File outputFolder;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Nothing is checked: evalkit.skip is set");
            return;
        }
        List<Judged> judged = new ArrayList<>();
        try {
            Outputs outputs = new Outputs("check", format, outputFile, outputFolder);
            Log log = outputs.log(getLog());
            EvaluationRepository opened = EvaluationRepository.open(repository.toPath());
            RunStore store = RunStore.of(opened, runs == null ? Path.of(RunStore.REPORTS) : runs.toPath());
            Judging judging = new Judging(policy, threshold, allow, test, slices, falseDiscovery);
            DiffTable table = DiffTable.withDefaults().withTop(top).withSlices(slices);
            PairCheck check = new PairCheck(
                    judging.gate(opened, store),
                    store,
                    new BuildRuns(project),
                    table,
                    Redaction.by(Redactor.forRepository(repository.toPath())),
                    new FollowUp(session, project, execution),
                    repository.toPath(),
                    log,
                    new QaNotes(qaLog, repository.toPath(), log));
            MissingBaseline missing = MissingBaseline.ofId(missingBaseline);
            Path named = run == null ? null : run.toPath();
            for (RunKey pair : pairs(opened, store)) {
                RunKey wanted = baselineModel == null ? pair : new RunKey(baselineModel, pair.scenario());
                judged.add(check.check(pair, named, wanted, missing));
            }
            CheckDocument document = CheckDocument.of(judged, table);
            outputs.write(document);
            GitHubStep github = GitHubStep.of(System.getenv(), StandardStreams::errorLine);
            github.annotate(document.annotations());
            github.summarize(document.markdown());
        } catch (EvalkitException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
        String failures = judged.stream()
                .filter(each -> !each.passed())
                .map(Judged::message)
                .collect(Collectors.joining(System.lineSeparator()));
        if (!failures.isEmpty()) {
            throw new MojoFailureException(failures);
        }
    }

    private List<RunKey> pairs(EvaluationRepository opened, RunStore store) {
        return run != null
                ? List.of(store.open(run.toPath()).key())
                : opened.choosePairs(
                        new PairRequest(model, scenario),
                        evaluations.stream().map(Evaluation::key).toList());
    }
}
