package dev.evalkit.report.github;

import dev.evalkit.io.LockedAppend;
import dev.evalkit.validate.Severity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The step of a workflow on GitHub that this process runs in; elsewhere it does nothing. */
public final class GitHubStep {
    /** GitHub shows no more of each severity with a step. */
    private static final int MOST_ANNOTATIONS = 10;

    /** GitHub refuses a summary of more than 1 MiB. */
    private static final int LARGEST_SUMMARY = 1_000_000;

    private final Map<String, String> environment;
    private final Consumer<String> commands;

    private GitHubStep(Map<String, String> environment, Consumer<String> commands) {
        this.environment = Map.copyOf(environment);
        this.commands = commands;
    }

    /**
     * The step.
     *
     * @param environment the environment variables of the process
     * @param commands prints a line that the step's runner reads
     */
    public static GitHubStep of(Map<String, String> environment, Consumer<String> commands) {
        return new GitHubStep(environment, commands);
    }

    private boolean isThere() {
        return "true".equals(environment.get("GITHUB_ACTIONS"));
    }

    /** The folder of a repository below the work space, with a slash at its end; empty where it is the work space, or none is known. */
    public String folder(Path root) {
        return Optional.ofNullable(environment.get("GITHUB_WORKSPACE"))
                .filter(workspace -> isThere() && !workspace.isBlank())
                .map(workspace -> Path.of(workspace).toAbsolutePath().normalize())
                .map(workspace -> below(workspace, root.toAbsolutePath().normalize()))
                .orElse("");
    }

    private static String below(Path workspace, Path root) {
        if (!root.startsWith(workspace) || root.equals(workspace)) {
            return "";
        }
        return workspace.relativize(root).toString().replace('\\', '/') + "/";
    }

    /** Shows annotations: the first {@value #MOST_ANNOTATIONS} of each severity, and how many more there are. */
    public void annotate(List<Annotation> annotations) {
        if (!isThere()) {
            return;
        }
        for (Severity severity : Severity.values()) {
            List<Annotation> some = annotations.stream()
                    .filter(annotation -> annotation.severity() == severity)
                    .toList();
            // The last one that is shown tells of those that are not.
            int shown = some.size() > MOST_ANNOTATIONS ? MOST_ANNOTATIONS - 1 : some.size();
            some.stream().limit(shown).map(Annotation::command).forEach(commands);
            if (some.size() > shown) {
                String more = (some.size() - shown) + " more are in the log and in the step's summary";
                commands.accept(new Annotation(severity, null, "evalkit", more).command());
            }
        }
    }

    /**
     * Appends to the step's summary, where there is one.
     *
     * @param markdown what is appended; of more than GitHub takes, the first lines
     * @throws dev.evalkit.EvalkitException if it cannot be written
     */
    public void summarize(String markdown) {
        String file = environment.getOrDefault("GITHUB_STEP_SUMMARY", "");
        if (!file.isBlank()) {
            LockedAppend.lines(Path.of(file), shortened(markdown));
        }
    }

    private static String shortened(String markdown) {
        if (markdown.getBytes(StandardCharsets.UTF_8).length <= LARGEST_SUMMARY) {
            return markdown;
        }
        StringBuilder kept = new StringBuilder();
        int bytes = 0;
        for (String line : markdown.lines().toList()) {
            bytes += line.getBytes(StandardCharsets.UTF_8).length + 1;
            if (bytes > LARGEST_SUMMARY) {
                break;
            }
            kept.append(line).append('\n');
        }
        return kept.append("\n… and more than GitHub shows\n").toString();
    }
}
