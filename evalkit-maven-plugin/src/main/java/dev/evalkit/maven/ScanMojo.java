package dev.evalkit.maven;

import dev.evalkit.EvalkitException;
import dev.evalkit.scan.ScanBaseline;
import dev.evalkit.scan.ScanDocuments;
import dev.evalkit.scan.ScanResult;
import dev.evalkit.scan.ScanText;
import dev.evalkit.scan.Scanner;
import dev.evalkit.scan.rule.RuleSet;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
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
     * Where the result is written as JSON.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.scanJson")
    private @Nullable File json;

    /**
     * Where the result is written as SARIF 2.1.0.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.scanSarif")
    private @Nullable File sarif;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Nothing is scanned: evalkit.skip is set");
            return;
        }
        try {
            Path root = repository.toPath();
            ScanBaseline baseline = ScanBaseline.of(root);
            Scanner scanner = scanner(root);
            ScanResult result = scanner.scan(root, baseline);
            write(result, baseline);
            scanner.notes().forEach(getLog()::warn);
            ScanText.skipped(result).forEach(getLog()::warn);
            ScanText.findings(result).forEach(getLog()::error);
            if (acceptFindings != null && !result.isClean()) {
                baseline.accepting(result.findings(), acceptFindings).write(root);
                getLog().info("Accepted in " + ScanBaseline.FILE + ": " + ScanText.summary(result));
            } else if (result.isClean()) {
                getLog().info(ScanText.summary(result));
            } else {
                throw new MojoFailureException(ScanText.summary(result)
                        + ". Take them out; or end the line with a comment evalkit:allow; or accept them all:"
                        + " mvn evalkit:scan -Devalkit.acceptFindings=\"why\"");
            }
        } catch (EvalkitException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private Scanner scanner(Path root) {
        return rules == null ? Scanner.forRepository(root) : Scanner.of(RuleSet.read(rules.toPath(), rules.getName()));
    }

    private void write(ScanResult result, ScanBaseline baseline) {
        if (json != null) {
            ScanDocuments.writeJson(json.toPath(), result);
        }
        if (sarif != null) {
            ScanDocuments.writeSarif(sarif.toPath(), result, baseline);
        }
    }
}
