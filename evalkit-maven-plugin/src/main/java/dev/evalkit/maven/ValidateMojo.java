package dev.evalkit.maven;

import dev.evalkit.EvalkitException;
import dev.evalkit.diff.gate.Gate;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.report.finding.FailOn;
import dev.evalkit.report.finding.FindingReport;
import dev.evalkit.report.finding.ValidationReport;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunStore;
import dev.evalkit.scan.Redactor;
import dev.evalkit.validate.Finding;
import dev.evalkit.validate.Severity;
import dev.evalkit.validate.Validator;
import dev.evalkit.validate.baseline.FindingBaseline;
import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Checks the documents of an evaluation repository: that each is what its schema demands, and that what each indicator names to compute it is there. Fails
 * where there is an error; all findings are printed by file, not only the first. What is to stay is accepted with a reason. Warns of accepted baselines that have too
 * few samples to tell.
 *
 * @since 0.1.0
 */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class ValidateMojo extends AbstractMojo {

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
     * Why all present findings are accepted: they go into the baseline file {@code .evalkit-validate.json} with this reason, and entries that nothing is found for leave it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.acceptFindings")
    private @Nullable String acceptFindings;

    /**
     * After how many days an accepted baseline is told to be old; baselines may be of any age where nothing is said.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.baselineAge")
    private @Nullable Integer baselineAge;

    /**
     * From which severity on findings fail the build: {@code error}, {@code warning} or {@code never}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.failOn", defaultValue = "error")
    private String failOn;

    /**
     * The format of this goal's document: {@code json}, {@code csv}, {@code md}, {@code text}, {@code junit} or {@code sarif}. One goes to {@code evalkit.outputFile} or, where none is named, to the standard output instead
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
     * The folder that this goal's documents are written to, one of each {@code evalkit.format} that it has, by the name of the goal: {@code validate.json}, {@code
     * validate.xml} (JUnit), …
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
            getLog().info("Nothing is validated: evalkit.skip is set");
            return;
        }
        try {
            Outputs outputs = new Outputs("validate", format, outputFile, outputFolder);
            EvaluationRepository opened = EvaluationRepository.open(repository.toPath());
            FindingOutput output = new FindingOutput(
                    outputs,
                    FailOn.ofId(failOn),
                    opened.root(),
                    new FollowUp(session, project, execution).acceptingFindings("validate", repository.toPath()),
                    Colours.of(session),
                    outputs.log(getLog()));
            FindingReport report = report(opened, output);
            output.publish(report);
            // What is not as its schema demands cannot be judged either.
            if (report.findings().stream().noneMatch(finding -> finding.severity() == Severity.ERROR)) {
                RunStore store = RunStore.of(opened);
                new DesignWarnings(Gate.of(opened, store), outputs.log(getLog())).ofBaselines(store);
            }
        } catch (EvalkitException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private FindingReport report(EvaluationRepository opened, FindingOutput output) {
        Validator rules = Validator.of(Evaluators.load(getClass().getClassLoader()));
        Validator validator =
                baselineAge == null ? rules : rules.withBaselineAge(Duration.ofDays(baselineAge), Clock.systemUTC());
        List<Finding> findings = validator.validate(opened);
        Redactor redactor = Redactor.forRepository(opened.root());
        FindingBaseline baseline = FindingBaseline.of(opened.root());
        FindingBaseline.Sorted sorted = baseline.sort(findings);
        if (acceptFindings != null
                && !(sorted.open().isEmpty() && sorted.stale().isEmpty())) {
            FindingBaseline wider = baseline.accepting(sorted, acceptFindings, redactor::redact);
            wider.write(opened.root());
            output.accepted(sorted.open().size(), FindingBaseline.FILE);
            sorted = wider.sort(findings);
        }
        return ValidationReport.of(validator.rules(), sorted, redactor);
    }
}
