package dev.evalkit.maven;

import dev.evalkit.EvalkitException;
import dev.evalkit.diff.gate.Gate;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunStore;
import dev.evalkit.validate.Finding;
import dev.evalkit.validate.Severity;
import dev.evalkit.validate.Validator;
import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Holds an evaluation repository against all rules: that each document is what its schema demands, that what documents name is there, that runs and their files belong together, and that values are possible. Fails
 * where there is an error; all findings are printed, not only the first. Warns of accepted baselines that have too few samples to tell.
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
     * After how many days an accepted baseline is told to be old; baselines may be of any age where nothing is said.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.baselineAge")
    private @Nullable Integer baselineAge;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Nothing is validated: evalkit.skip is set");
            return;
        }
        List<Finding> findings = findings();
        findings.forEach(this::print);
        long errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        if (errors > 0) {
            throw new MojoFailureException(
                    errors == 1
                            ? "1 error in the repository's documents"
                            : errors + " errors in the repository's documents");
        }
        getLog().info("The repository's documents are valid");
        warnOfWeakBaselines();
    }

    private void warnOfWeakBaselines() throws MojoExecutionException {
        try {
            EvaluationRepository opened = EvaluationRepository.open(repository.toPath());
            RunStore store = RunStore.of(opened);
            new DesignWarnings(Gate.of(opened, store), getLog()).ofBaselines(store);
        } catch (EvalkitException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private List<Finding> findings() throws MojoExecutionException {
        try {
            EvaluationRepository opened = EvaluationRepository.open(repository.toPath());
            Validator rules = Validator.of(Evaluators.load(getClass().getClassLoader()));
            Validator validator = baselineAge == null
                    ? rules
                    : rules.withBaselineAge(Duration.ofDays(baselineAge), Clock.systemUTC());
            return validator.validate(opened);
        } catch (EvalkitException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void print(Finding finding) {
        switch (finding.severity()) {
            case ERROR -> getLog().error(finding.toString());
            case WARNING -> getLog().warn(finding.toString());
            case NOTE -> getLog().info(finding.toString());
        }
    }
}
