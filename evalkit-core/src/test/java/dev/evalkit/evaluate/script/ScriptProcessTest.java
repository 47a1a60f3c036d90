package dev.evalkit.evaluate.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptProcessTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @BeforeAll
    static void needsAShell() {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: this machine has no /bin/sh");
    }

    @Test
    void returnsWhatTheScriptPrinted() throws IOException {
        assertThat(run("echo \"$1 in $(basename \"$PWD\")\"", LONG, "hello"))
                .isEqualTo("hello in " + folder.getFileName() + "\n");
    }

    @Test
    void passesArgumentsAsTheyAreWithoutAShellInBetween() throws IOException {
        assertThat(run("printf '%s|' \"$@\"", LONG, "a b", "$(touch evil)", "*", ""))
                .isEqualTo("a b|$(touch evil)|*||");
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @Test
    void seesOnlyTheGivenEnvironmentAndAnEmptyStandardInput() throws IOException {
        assertThat(run("cat; env | grep -v -e '^PWD=' -e '^SHLVL=' -e '^_=' | sort", LONG))
                .isEqualTo("EVALKIT_SEED=7\nPATH=/usr/bin:/bin\n");
    }

    @Test
    void saysTheStatusAndTheLastLinesOfStandardErrorWhenTheScriptFails() {
        assertThatThrownBy(() -> run("for i in $(seq 20); do echo line $i >&2; done; exit 3", LONG))
                .isInstanceOf(EvalkitException.class)
                .hasMessageStartingWith("The script ended with status 3; its standard error ends with:\n    line 11\n")
                .hasMessageEndingWith("\n    line 20");
    }

    @Test
    void killsTheWholeTreeAtTheDeadline() throws IOException {
        assertThatThrownBy(() -> run("sleep 77 & echo $! > child; wait", Duration.ofSeconds(2)))
                .hasMessage("The script was still running after 2 s, and was killed; make it faster, or raise "
                        + "run_script_ref.timeout_seconds; it printed nothing to standard error");
        assertNoLongerRuns("child");
    }

    @Test
    void doesNotWaitForeverForAChildThatKeepsTheOutputOpen() throws IOException {
        assertThatThrownBy(() -> run("sleep 77 & echo $! > child; sleep 0.3", Duration.ofSeconds(2)))
                .hasMessageStartingWith(
                        "The script ended, but a process that it started still holds its output open after 2 s");
        assertNoLongerRuns("child");
    }

    @Test
    void drainsBothOutputsSoThatAFloodDoesNotBlock() throws IOException {
        String printed = run("yes x | head -c 300000; yes y | head -c 3000000 >&2", LONG);
        assertThat(printed).hasSize(300_000);
    }

    @Test
    void saysWhichProgramIsMissing() {
        ScriptCommand command = new ScriptCommand(List.of("no-such-python", "f1.py"));
        assertThatThrownBy(() -> ScriptProcess.run(command, folder, Map.of(), LONG))
                .hasMessageStartingWith("Cannot start no-such-python: ")
                .hasMessageEndingWith("is it installed and on the PATH? (-Devalkit.python names another Python)");
    }

    private String run(String script, Duration timeout, String... arguments) throws IOException {
        Path file = folder.resolve("script.sh");
        Files.writeString(file, script + "\n");
        ScriptCommand command = ScriptCommand.of(file, List.of(arguments), "python3");
        Map<String, String> environment = Map.of("PATH", "/usr/bin:/bin", "EVALKIT_SEED", "7");
        return new String(ScriptProcess.run(command, folder, environment, timeout), StandardCharsets.UTF_8);
    }

    private void assertNoLongerRuns(String pidFile) throws IOException {
        long pid = Long.parseLong(Files.readString(folder.resolve(pidFile)).strip());
        // Killing is asynchronous: give the kernel a moment, but not the 77 s that the child would live.
        ProcessHandle.of(pid).ifPresent(handle -> assertThat(handle.onExit()).succeedsWithin(Duration.ofSeconds(20)));
    }
}
