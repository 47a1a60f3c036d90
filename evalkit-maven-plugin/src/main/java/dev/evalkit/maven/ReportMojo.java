package dev.evalkit.maven;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.io.DurableFile;
import dev.evalkit.report.html.Page;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.PairRequest;
import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.RunStore;
import dev.evalkit.repository.StoredRun;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.doxia.sink.SinkFactory;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.reporting.MavenMultiPageReport;
import org.jspecify.annotations.Nullable;

/**
 * Makes a page of each run: what the gate says of it, every indicator with its interval, slices, the samples that changed, and how it was found. Written is {@code
 * report.html} in the run's folder, one file that opens from disk and needs neither network nor script; in {@code mvn site} the same stands among the project's
 * reports.
 *
 * <p>Shown is the run that is named, else of each pair of model and scenario the one that {@code evaluate} made in this build, else the newest complete one. It is
 * compared as {@code check} does; a run that nothing can be compared with is shown with its values. A page that would show sensitive data, as the goal {@code
 * scan} would find it, is not written; of samples only the fields in question are left out.
 *
 * @since 0.1.0
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class ReportMojo extends AbstractMojo implements MavenMultiPageReport {
    private static final String NAME = "evalkit-report";

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
     * The id of the model; where nothing is said, all that have runs.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.model")
    private @Nullable String model;

    /**
     * The id of the scenario; where nothing is said, all that have runs.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.scenario")
    private @Nullable String scenario;

    /**
     * The pairs of model and scenario to report, where {@code evalkit.model} and {@code evalkit.scenario} do not name one: {@code
     * <evaluation><model>…</model><scenario>…</scenario></evaluation>}.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<Evaluation> evaluations = List.of();

    /**
     * The model whose baseline runs are compared with, where that is another one: e.g. the version before.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.baselineModel")
    private @Nullable String baselineModel;

    /**
     * The folder of the run to report.
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
     * The folder for pages, each named like its run; where nothing is said, each is {@code report.html} in its run's folder.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.output")
    private @Nullable File output;

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
     * How to test: {@code auto} (by the kind of the statistic), {@code permutation}, {@code t}, {@code mid_p}, {@code unpaired} or {@code intervals}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.test", defaultValue = "auto")
    private String test;

    /**
     * The columns whose slices are shown, e.g. {@code subject}; all of them where nothing is said.
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

    /** Where the site's pages go; maven-site-plugin says so. */
    @Parameter(defaultValue = "${project.build.directory}/reports", readonly = true, required = true)
    private File outputDirectory;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Override
    public void execute() throws MojoExecutionException {
        if (skip) {
            getLog().info("Nothing is reported: evalkit.skip is set");
            return;
        }
        try {
            Shelf shelf = shelf();
            List<StoredRun> chosen = chosen(shelf);
            if (chosen.isEmpty()) {
                getLog().warn("There is no run to report; evaluate first");
            }
            for (StoredRun each : chosen) {
                Path file = RunPages.file(each, output == null ? null : output.toPath());
                DurableFile.write(file, shelf.pages.page(each).document());
                getLog().info("Written: " + Shown.text(shelf.opened.nameOf(file)));
            }
        } catch (EvalkitException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private record Shelf(EvaluationRepository opened, RunStore store, RunPages pages) {}

    private Shelf shelf() {
        EvaluationRepository opened = EvaluationRepository.open(repository.toPath());
        RunStore store = RunStore.of(opened, runs == null ? Path.of(RunStore.REPORTS) : runs.toPath());
        Judging judging = new Judging(policy, threshold, allow, test, slices, falseDiscovery);
        FollowUp followUp = new FollowUp(session, project, execution);
        RunPages pages = new RunPages(
                opened, store, judging.gate(opened, store), new BuildRuns(project), followUp, baselineModel);
        return new Shelf(opened, store, pages);
    }

    private List<StoredRun> chosen(Shelf shelf) {
        if (run != null) {
            return List.of(shelf.store.open(run.toPath()));
        }
        boolean isAsked = model != null || scenario != null || !evaluations.isEmpty();
        List<RunKey> pairs = isAsked
                ? shelf.opened.choosePairs(
                        new PairRequest(model, scenario),
                        evaluations.stream().map(Evaluation::key).toList())
                : shelf.pages.pairs();
        return pairs.stream().map(shelf.pages::newest).flatMap(Optional::stream).toList();
    }

    @Override
    public void generate(Sink sink, Locale locale) {
        generate(sink, null, locale);
    }

    @Override
    public void generate(Sink sink, @Nullable SinkFactory factory, Locale locale) {
        Shelf shelf = shelf();
        List<Page> pages = new ArrayList<>();
        chosen(shelf).forEach(each -> pages.add(shelf.pages.page(each)));
        SitePages site = new SitePages(sink, factory, outputDirectory, NAME);
        site.write(pages);
    }

    /** A site has an entry for evaluations where there are any. */
    @Override
    public boolean canGenerateReport() {
        if (skip || !Files.isDirectory(repository.toPath())) {
            return false;
        }
        return !chosen(shelf()).isEmpty();
    }

    @Override
    @Deprecated
    public String getOutputName() {
        return NAME;
    }

    @Override
    public String getOutputPath() {
        return NAME;
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public String getName(Locale locale) {
        return "Evaluations";
    }

    @Override
    public String getDescription(Locale locale) {
        return "What was measured of models, how sure it is, and what changed since the accepted baseline.";
    }

    @Override
    public void setReportOutputDirectory(File directory) {
        outputDirectory = directory;
    }

    @Override
    public File getReportOutputDirectory() {
        return outputDirectory;
    }

    @Override
    public boolean isExternalReport() {
        return false;
    }
}
