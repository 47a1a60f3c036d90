package dev.evalkit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafePathsTest {
    @TempDir
    Path temporary;

    private Path root;

    @BeforeEach
    void makeARepositoryBesideASecret() throws IOException {
        root = Files.createDirectories(temporary.resolve("repository")).toRealPath();
        Files.createDirectories(root.resolve("scripts/deep"));
        Files.writeString(root.resolve("scripts/f1.py"), "");
        Files.createDirectories(temporary.resolve("repository-other"));
        Files.writeString(temporary.resolve("secret.txt"), "");
        Files.createSymbolicLink(root.resolve("out"), temporary);
        Files.createSymbolicLink(root.resolve("linked.py"), root.resolve("scripts/f1.py"));
        Files.createSymbolicLink(root.resolve("loop"), root.resolve("loop"));
    }

    @Test
    void resolvesAReferenceToTheRealPath() {
        assertThat(SafePaths.resolve(root, "scripts/f1.py")).isEqualTo(root.resolve("scripts/f1.py"));
        assertThat(SafePaths.resolve(root, "./scripts//deep/../f1.py")).isEqualTo(root.resolve("scripts/f1.py"));
        assertThat(SafePaths.resolve(root, "linked.py")).isEqualTo(root.resolve("scripts/f1.py"));
        assertThat(SafePaths.resolve(root.resolve("scripts/.."), "linked.py")).isEqualTo(root.resolve("scripts/f1.py"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                "../secret.txt",
                "scripts/../../secret.txt",
                "../repository-other",
                "out/secret.txt",
                "out",
                "out/../secret.txt",
                "/etc/passwd",
                "//server/share",
                "C:/secret.txt",
                "c:secret.txt",
                "C:\\secret.txt",
                "..\\secret.txt",
                "\\\\server\\share",
                "scripts/f1.py\0.txt",
                "file:///etc/passwd",
                "~/secret.txt",
                "scripts/f1.py/x",
                "scripts/f1.py/../../../secret.txt",
                "loop",
                "",
                " ",
            })
    void refusesWhatIsNotInsideTheRepository(String reference) {
        assertThatThrownBy(() -> SafePaths.resolve(root, reference)).isInstanceOf(EvalkitException.class);
    }

    @Test
    void saysWhatWasFoundAndWhatIsExpected() {
        String expected =
                "; references stay inside the repository: a relative path with / between its parts is expected";
        assertThatThrownBy(() -> SafePaths.resolve(root, "../secret.txt"))
                .hasMessage("\"../secret.txt\" leaves the repository" + expected);
        assertThatThrownBy(() -> SafePaths.resolve(root, "out/secret.txt"))
                .hasMessage("\"out/secret.txt\" leaves the repository through a symbolic link" + expected);
        assertThatThrownBy(() -> SafePaths.resolve(root, "/etc/passwd"))
                .hasMessage("\"/etc/passwd\" is an absolute path" + expected);
        assertThatThrownBy(() -> SafePaths.resolve(root, "a\0b"))
                .hasMessage("\"a\\u0000b\" holds a NUL character" + expected);
        assertThatThrownBy(() -> SafePaths.resolve(root, "scripts/f2.py"))
                .hasMessage("\"scripts/f2.py\" does not exist in the repository");
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwen3-8b", "gpt-4o (2024)", "v1.2_final", "模型", ".hidden", "a..b", "Ünïcode", "x+y=z"})
    void acceptsIdsThatAreOnePartOfAPath(String id) {
        assertThat(SafePaths.isSafeSegment(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a/b",
                "a\\b",
                "a\0",
                "-rf",
                " a",
                "a ",
                "a.",
                "C:",
                "a*",
                "con",
                "LPT1.txt",
                "a\nb",
                "\u202Egpj",
                "\uD800",
                "a\u200Bb",
                "a|b",
                "a\"b"
            })
    void refusesIdsThatAreNot(String id) {
        assertThat(SafePaths.isSafeSegment(id)).isFalse();
        assertThat(SafePaths.isSafeSegment("x".repeat(201))).isFalse();
    }
}
