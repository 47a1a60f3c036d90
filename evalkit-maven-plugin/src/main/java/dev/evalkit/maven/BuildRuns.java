package dev.evalkit.maven;

import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.StoredRun;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.project.MavenProject;

/** The runs that this build made of a project: what one goal tells those after it. Other projects that are built at the same time have their own. */
final class BuildRuns {
    private final MavenProject project;

    BuildRuns(MavenProject project) {
        this.project = project;
    }

    void made(StoredRun run) {
        project.setContextValue(name(run.key()), run.folder().toString());
    }

    /** The folder of the pair's newest run that this build made. */
    Optional<Path> of(RunKey key) {
        return project.getContextValue(name(key)) instanceof String folder
                ? Optional.of(Path.of(folder))
                : Optional.empty();
    }

    private static String name(RunKey key) {
        return "dev.evalkit.run: " + key;
    }
}
