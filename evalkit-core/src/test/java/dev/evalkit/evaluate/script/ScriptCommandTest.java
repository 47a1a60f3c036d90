package dev.evalkit.evaluate.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptCommandTest {
    @TempDir
    Path folder;

    @Test
    void choosesTheInterpreterByTheEnding() throws IOException {
        assertThat(argv("f1.py")).containsExactly("my-python", path("f1.py"), "--x");
        assertThat(argv("f1.js")).containsExactly("node", path("f1.js"), "--x");
        assertThat(argv("F1.java"))
                .containsExactly(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), path("F1.java"), "--x");
        assertThat(argv("f1.sh")).containsExactly("sh", path("f1.sh"), "--x");
    }

    @Test
    void runsAFileWithItsRunBitDirectly() throws IOException {
        Path file = Files.writeString(folder.resolve("measure"), "");
        Assumptions.assumeTrue(file.toFile().setExecutable(true), "skipped: this file system has no run bits");
        assertThat(argv("measure")).containsExactly(path("measure"), "--x");
    }

    @Test
    void refusesAFileThatNothingSaysHowToRun() {
        assertThatThrownBy(() -> argv("measure.txt"))
                .hasMessage(path("measure.txt") + ": cannot tell how to run this file; give it its run bit (chmod +x),"
                        + " or one of the endings .py, .sh, .js, .java");
    }

    @Test
    void refusesAMissingFile() {
        assertThatThrownBy(() -> ScriptCommand.of(folder.resolve("gone.py"), List.of(), "python3"))
                .hasMessage("There is no script " + path("gone.py")
                        + "; correct run_script_ref.script, which is a path inside the repository");
    }

    @Test
    void letsThroughOnlyTheStandardTheEvalkitAndTheListedVariables() {
        Map<String, String> surrounding = Map.of(
                "PATH", "/bin", "HOME", "/home/a", "SECRET", "s", "EVALKIT_SEED", "old", "EVALKIT_X", "x", "CUDA", "0");
        assertThat(ScriptEnvironment.of(surrounding, List.of("CUDA"), Map.of("EVALKIT_SEED", "7")))
                .isEqualTo(
                        Map.of("PATH", "/bin", "HOME", "/home/a", "EVALKIT_SEED", "7", "EVALKIT_X", "x", "CUDA", "0"));
    }

    private List<String> argv(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            Files.writeString(file, "");
        }
        return ScriptCommand.of(file, List.of("--x"), "my-python").argv();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
