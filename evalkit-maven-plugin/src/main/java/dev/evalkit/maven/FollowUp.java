package dev.evalkit.maven;

import dev.evalkit.repository.RunKey;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/** Commands to go on with, to be pasted where Maven was started: with {@code evalkit:} where the POM makes that work, else with full coordinates. */
final class FollowUp {
    private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[\\p{L}\\p{N}_./:=,@%+-]*");

    private final MavenProject project;
    private final MojoExecution execution;
    private final PluginDescriptor plugin;
    private final Path startedIn;
    private final Path base;

    FollowUp(MavenSession session, MavenProject project, MojoExecution execution) {
        this.project = project;
        this.execution = execution;
        this.plugin = execution.getMojoDescriptor().getPluginDescriptor();
        this.startedIn = Path.of(session.getSystemProperties().getProperty("user.dir", ""))
                .toAbsolutePath();
        this.base = project.getFile() == null
                ? startedIn
                : project.getBasedir().toPath().toAbsolutePath().normalize();
    }

    /** The command that accepts a run as a baseline. */
    String accepting(Path run, Path repository) {
        return command(List.of(goal("baseline")), with(repository, "evalkit.run", shown(run)));
    }

    /** What to do about findings that may stay, with the command of the goal that found them. */
    String acceptingFindings(String goal, Path repository) {
        return "accept them all: "
                + command(List.of(goal(goal)), with(repository, "evalkit.acceptFindings", "why they may stay"));
    }

    /** The command that evaluates a model in a scenario. */
    String evaluating(RunKey key, Path repository) {
        return command(List.of(goal("evaluate")), pair(key, repository));
    }

    /** The command that makes the first baseline of a model in a scenario, answers included where the build produces them. */
    String firstBaseline(RunKey key, Path repository) {
        Map<String, String> properties = pair(key, repository);
        if (execution.getLifecyclePhase() == null) {
            return command(List.of(goal("evaluate"), goal("baseline")), properties);
        }
        properties.put("evalkit.missingBaseline", "create");
        return command(List.of("verify"), properties);
    }

    private Map<String, String> pair(RunKey key, Path repository) {
        Map<String, String> properties = with(repository, "evalkit.model", key.model());
        properties.put("evalkit.scenario", key.scenario());
        return properties;
    }

    private Map<String, String> with(Path repository, String name, String value) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (!repository.toAbsolutePath().normalize().equals(base)) {
            properties.put("evalkit.repository", shown(repository));
        }
        properties.put(name, value);
        return properties;
    }

    private String command(List<String> goals, Map<String, String> properties) {
        StringBuilder command = new StringBuilder("mvn");
        if (!base.equals(startedIn)) {
            command.append(" -f ").append(quoted(relative(startedIn, base)));
        }
        goals.forEach(goal -> command.append(' ').append(goal));
        properties.forEach((name, value) -> command.append(' ').append(quoted("-D" + name + "=" + value)));
        return command.toString();
    }

    private String goal(String name) {
        boolean isDeclared = Stream.concat(
                        project.getBuildPlugins().stream(),
                        project.getPluginManagement() == null
                                ? Stream.empty()
                                : project.getPluginManagement().getPlugins().stream())
                .map(Plugin::getKey)
                .anyMatch(Plugin.constructKey(plugin.getGroupId(), plugin.getArtifactId())::equals);
        return (isDeclared
                        ? plugin.getGoalPrefix()
                        : plugin.getGroupId() + ":" + plugin.getArtifactId() + ":" + plugin.getVersion())
                + ":"
                + name;
    }

    /** A path as a parameter: relative to the project where it is inside. */
    private String shown(Path path) {
        return relative(base, path.toAbsolutePath().normalize());
    }

    private static String relative(Path from, Path path) {
        return (path.startsWith(from) ? from.relativize(path) : path).toString().replace('\\', '/');
    }

    private static String quoted(String argument) {
        return NEEDS_NO_QUOTES.matcher(argument).matches() ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
