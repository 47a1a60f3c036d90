package dev.evalkit.maven;

import dev.evalkit.EvalkitException;
import dev.evalkit.report.finding.FailOn;
import dev.evalkit.report.finding.FindingReport;
import dev.evalkit.report.finding.ScanReport;
import dev.evalkit.scan.ScanBaseline;
import dev.evalkit.scan.ScanResult;
import dev.evalkit.scan.Scanner;
import dev.evalkit.scan.rule.RuleSet;
import java.io.File;
import java.nio.file.Path;
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
 * Looks for sensitive data in what git tracks or would add: keys, tokens, passwords, e-mail addresses, paths in home folders; in archives too. Fails where
 * there is some. No secret is ever printed or written.
 *
 * @since 0.1.0
 */
@Mojo(name = "scan", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class ScanMojo extends AbstractMojo {

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
     * A file of rules in the format of gitleaks; {@code .gitleaks.toml} or {@code gitleaks.toml} in the repository where nothing is said, else the rules
     * that evalkit brings.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.rules")
    private @Nullable File rules;

    /**
     * Why all present findings are accepted: they go into the baseline file {@code .evalkit-scan.json}, as keyed hashes with this reason.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.acceptFindings")
    private @Nullable String acceptFindings;

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
     * The folder that this goal's documents are written to, one of each {@code evalkit.format} that it has, by the name of the goal: {@code scan.json}, {@code
     * scan.xml} (JUnit), …
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
            getLog().info("Nothing is scanned: evalkit.skip is set");
            return;
        }
        try {
            Outputs outputs = new Outputs("scan", format, outputFile, outputFolder);
            Path root = repository.toPath();
            FindingOutput output = new FindingOutput(
                    outputs,
                    FailOn.ofId(failOn),
                    root,
                    "end the line with a comment evalkit:allow; or "
                            + new FollowUp(session, project, execution).acceptingFindings("scan", root),
                    Colours.of(session),
                    outputs.log(getLog()));
            Scanner scanner = scanner(root);
            scanner.notes().forEach(outputs.log(getLog())::warn);
            output.publish(report(scanner, root, output));
        } catch (EvalkitException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private FindingReport report(Scanner scanner, Path root, FindingOutput output) {
        ScanBaseline baseline = ScanBaseline.of(root);
        ScanResult result = scanner.scan(root, baseline);
        if (acceptFindings == null || result.isClean()) {
            return ScanReport.of(result, baseline);
        }
        ScanBaseline wider = baseline.accepting(result.findings(), acceptFindings);
        wider.write(root);
        output.accepted(result.findings().size(), ScanBaseline.FILE);
        return ScanReport.of(result.accepting(wider), wider);
    }

    private Scanner scanner(Path root) {
        return rules == null ? Scanner.forRepository(root) : Scanner.of(RuleSet.read(rules.toPath(), rules.getName()));
    }
}
