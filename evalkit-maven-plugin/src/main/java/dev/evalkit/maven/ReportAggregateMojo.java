package dev.evalkit.maven;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.io.DurableFile;
import dev.evalkit.report.html.Page;
import dev.evalkit.report.overview.ModulesPage;
import dev.evalkit.report.overview.Overview;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Makes pages over all runs: in the folder of the runs {@code index.html} (every run with its outcome, the newest first, and each indicator over its runs), {@code
 * trends-….html} for each model and scenario, {@code models-….html} for each scenario of several models, and {@code leaderboard-….html} for each source of snapshots. They
 * link to the pages that the goal {@code report} made.
 *
 * <p>In a build of several modules this is done for each that holds an evaluation repository, and a page that leads to all of them is written to {@code
 * target/evalkit/index.html} of the module where Maven was started.
 *
 * @since 0.1.0
 */
@Mojo(name = "report-aggregate", aggregator = true, requiresProject = false, threadSafe = true)
public final class ReportAggregateMojo extends AbstractMojo {
    private static final List<String> SIGNS = List.of("models", "scenarios", "reports", "benchmarks");

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.skip", defaultValue = "false")
    private boolean skip;

    /**
     * The folder that runs go to, relative to each module; where nothing is said, what the module's own configuration of this plugin says, else {@code reports/}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.runs")
    private @Nullable String runs;

    /**
     * The folder for the page that leads to all modules.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.output", defaultValue = "${project.build.directory}/evalkit")
    private File output;

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
            List<ModulesPage.Module> modules = new ArrayList<>();
            for (MavenProject each : session.getProjects()) {
                Path root = root(each);
                if (isRepository(root)) {
                    OverviewPages pages = OverviewPages.of(root, folder(each, root));
                    pages.write(name(each, root), (file, page) -> log(pages.nameOf(file)));
                    modules.add(new ModulesPage.Module(name(each, root), pages.index(), pages.runs()));
                }
            }
            if (modules.isEmpty()) {
                getLog().warn("No module holds an evaluation repository");
            } else if (session.getProjects().size() > 1) {
                Path index = output.toPath().resolve(Overview.INDEX);
                Page page = ModulesPage.of(project.getName(), output.toPath(), modules);
                DurableFile.write(index, page.document());
                log(index.toString());
            }
        } catch (EvalkitException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void log(String file) {
        getLog().info("Written: " + Shown.text(file));
    }

    private Path root(MavenProject module) {
        return module.getFile() == null
                ? Path.of(session.getSystemProperties().getProperty("user.dir", ""))
                        .toAbsolutePath()
                : module.getBasedir().toPath();
    }

    /** What a module is called; where there is no POM, what its folder is called. */
    private static String name(MavenProject module, Path root) {
        return module.getFile() == null ? String.valueOf(root.getFileName()) : module.getName();
    }

    private static boolean isRepository(Path root) {
        return SIGNS.stream()
                        .filter(sign -> Files.isDirectory(root.resolve(sign)))
                        .count()
                > 1;
    }

    /** Where the module's runs are, as {@code evaluate} is told in its POM. */
    private Path folder(MavenProject module, Path root) {
        if (runs != null) {
            return root.resolve(runs);
        }
        Xpp3Dom configuration =
                module.getGoalConfiguration(execution.getGroupId(), execution.getArtifactId(), null, "evaluate");
        Xpp3Dom said = configuration == null ? null : configuration.getChild("runs");
        return root.resolve(said == null || said.getValue() == null ? "reports" : said.getValue());
    }
}
