package dev.evalkit.maven;

import dev.evalkit.EvalkitException;
import dev.evalkit.diff.gate.DiffFile;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.io.DurableFile;
import dev.evalkit.lmarena.drift.BoardSide;
import dev.evalkit.lmarena.drift.Drift;
import dev.evalkit.lmarena.drift.DriftDocument;
import dev.evalkit.lmarena.drift.DriftFile;
import dev.evalkit.lmarena.drift.DriftReport;
import dev.evalkit.lmarena.drift.DriftResult;
import dev.evalkit.lmarena.drift.DriftSettings;
import dev.evalkit.report.DiffDocument;
import dev.evalkit.report.DiffFiles;
import dev.evalkit.report.DiffTable;
import dev.evalkit.report.Redaction;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunStore;
import dev.evalkit.scan.Redactor;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Compares two result files or runs, or two copies of a leaderboard; needs no project. Writes {@code diff.json} ({@code drift.json} of leaderboards) and
 * {@code summary.md}, prints what changed most, and never fails because something got worse.
 *
 * @since 0.1.0
 */
@Mojo(name = "diff", requiresProject = false, threadSafe = true)
public final class DiffMojo extends AbstractMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.skip", defaultValue = "false")
    private boolean skip;

    /**
     * The root folder of the evaluation repository, whose indicators say which way is better and how much matters. Any folder will do: the indicators
     * that evalkit brings along are known as well.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.repository", defaultValue = "${basedir}", required = true)
    private File repository;

    /**
     * What to compare with: a result file, a run's folder, or a leaderboard's snapshot.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.prev", required = true)
    private File prev;

    /**
     * What to compare: a result file, a run's folder, or a leaderboard's snapshot.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.curr", required = true)
    private File curr;

    /**
     * The scenario whose thresholds count, where the results do not say theirs.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.scenario")
    private @Nullable String scenario;

    /**
     * The change from which on it matters, in the unit of the indicator, for indicators that have no threshold of their own; of leaderboards in points, 5
     * where nothing is said.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.threshold")
    private @Nullable Double threshold;

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
     * Which verdicts would pass: {@code strict}, {@code balanced} or {@code lenient}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.policy", defaultValue = "balanced")
    private String policy;

    /**
     * Differences between the two sides that do not make their numbers incomparable, e.g. {@code dataset_sha256}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.allow")
    private List<String> allow = List.of();

    /**
     * The folder that {@code diff.json} and {@code summary.md} go to; the current run's folder where nothing is said, and {@code evalkit-diff/} where the
     * current side is no run.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.output")
    private @Nullable File output;

    /**
     * The format of this goal's document: {@code json}, {@code csv}, {@code md}, {@code text} or {@code junit}; of leaderboards {@code md}, {@code text} or {@code json}. One goes to {@code evalkit.outputFile} or, where none is named, to the standard output instead
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
     * The folder that this goal's documents are written to, one of each {@code evalkit.format} that it has, by the name of the goal: {@code diff.json}, {@code
     * diff.xml} (JUnit), …
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.outputFolder")
    private @Nullable File outputFolder;

    @Override
    public void execute() throws MojoExecutionException {
        if (skip) {
            getLog().info("Nothing is compared: evalkit.skip is set");
            return;
        }
        try {
            Outputs outputs = new Outputs("diff", format, outputFile, outputFolder);
            EvaluationRepository opened = EvaluationRepository.open(repository.toPath());
            if (BoardSide.isBoard(prev.toPath()) || BoardSide.isBoard(curr.toPath())) {
                compareBoards(opened, outputs);
                return;
            }
            Judging judging = new Judging(policy, threshold, allow, test, slices, falseDiscovery);
            Outcome outcome = Redaction.by(Redactor.forRepository(opened.root()))
                    .of(judging.gate(opened, RunStore.of(opened)).judge(prev.toPath(), curr.toPath(), scenario));
            Path folder = output == null
                    ? DiffFiles.write(curr.toPath(), opened.root(), outcome)
                    : DiffFiles.write(output.toPath(), outcome);
            DiffTable table = DiffTable.withDefaults().withTop(top).withSlices(slices);
            Log log = outputs.log(getLog());
            print(table.lines(outcome), log);
            outputs.write(DiffDocument.of(outcome, table));
            log.info("Written: " + opened.nameOf(folder.resolve(DiffFile.NAME)) + ", "
                    + opened.nameOf(folder.resolve(DiffFiles.SUMMARY)));
        } catch (EvalkitException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void compareBoards(EvaluationRepository opened, Outputs outputs) {
        DriftSettings settings = DriftSettings.withDefaults();
        DriftResult drift = Drift.withDefaults()
                .with(threshold == null ? settings : settings.withMinimumEffect(threshold))
                .compare(
                        BoardSide.read(prev.toPath(), opened.nameOf(prev.toPath())),
                        BoardSide.read(curr.toPath(), opened.nameOf(curr.toPath())));
        DriftReport report = DriftReport.of(drift, top);
        Path folder = output == null ? DiffFiles.elsewhere(opened.root()) : output.toPath();
        DriftFile.write(folder.resolve(DriftFile.NAME), drift);
        DurableFile.write(folder.resolve(DiffFiles.SUMMARY), report.markdown());
        Log log = outputs.log(getLog());
        report.lines().forEach(log::info);
        outputs.write(new DriftDocument(drift, report));
        log.info("Written: " + opened.nameOf(folder.resolve(DriftFile.NAME)) + ", "
                + opened.nameOf(folder.resolve(DiffFiles.SUMMARY)));
    }

    /** The last line is the gate's outcome, which is not this goal's. */
    private static void print(List<String> lines, Log log) {
        int last = lines.size() - 1;
        lines.subList(0, last).forEach(log::info);
        log.info("As a gate (evalkit:check) this would be: " + lines.get(last));
    }
}
