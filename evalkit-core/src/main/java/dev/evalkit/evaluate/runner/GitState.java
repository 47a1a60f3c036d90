package dev.evalkit.evaluate.runner;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.script.ScriptCommand;
import dev.evalkit.evaluate.script.ScriptProcess;
import dev.evalkit.result.RunManifest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks git which commit a run is made from. */
final class GitState {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private GitState() {}

    /**
     * The commit, and whether tracked or untracked files differ from it, those under {@code reports/} and the QA log left out. Empty where there is no
     * git, no repository or no commit, none of which keeps a run from being made.
     */
    static Optional<RunManifest.GitState> of(Path folder) {
        try {
            String commit = git(folder, "rev-parse", "--verify", "HEAD").strip();
            String changes = git(
                    folder, "status", "--porcelain", "--", ".", ":(exclude)reports", ":(exclude)qa/qa_history.jsonl");
            return Optional.of(new RunManifest.GitState(commit, !changes.isBlank()));
        } catch (EvalkitException e) {
            return Optional.empty();
        }
    }

    private static String git(Path folder, String... arguments) {
        List<String> argv = new ArrayList<>(List.of("git"));
        argv.addAll(List.of(arguments));
        byte[] output = ScriptProcess.run(new ScriptCommand(argv), folder, System.getenv(), PATIENCE);
        return new String(output, StandardCharsets.UTF_8);
    }
}
