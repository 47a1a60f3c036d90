package dev.evalkit.maven;

import dev.evalkit.EvalkitException;
import dev.evalkit.init.Starter;
import java.io.File;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes a working evaluation repository into a folder: a POM, a model, a scenario, two indicators, a file of answers, and pages that say what is what. Every
 * file says what to edit in it. What is there is never overwritten.
 *
 * @since 0.1.0
 */
@Mojo(name = "init", requiresProject = false, aggregator = true, threadSafe = true)
public final class InitMojo extends AbstractMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.skip", defaultValue = "false")
    private boolean skip;

    /**
     * The folder that becomes the root of the evaluation repository.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.repository", defaultValue = "${basedir}", required = true)
    private File repository;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Override
    public void execute() throws MojoExecutionException {
        if (skip) {
            getLog().info("Nothing is written: evalkit.skip is set");
            return;
        }
        try {
            Starter.Written done = Starter.of(plugin.getVersion()).write(repository.toPath());
            done.kept().forEach(file -> getLog().warn("Left as it is: " + file));
            done.written().forEach(file -> getLog().info("Written: " + file));
            if (done.written().isEmpty()) {
                getLog().info("Nothing was written: all files are there");
            } else {
                getLog().info(
                                "Next: mvn verify. It fails at first, for there is no baseline yet, and prints the command that accepts one."
                                        + " README.md says what to edit");
            }
        } catch (EvalkitException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }
}
