package dev.evalkit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.evalkit.EvalkitException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {
    @TempDir
    Path folder;

    @Test
    void writesTextAsUtf8AndMakesTheFoldersAbove() throws IOException {
        Path file = folder.resolve("a/b with blank/ü.txt");
        DurableFile.write(file, "größe\n");
        assertThat(Files.readAllBytes(file)).isEqualTo("größe\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void replacesAFileAndLeavesNothingElseBehind() throws IOException {
        Path file = folder.resolve("x.json");
        DurableFile.write(file, "old");
        DurableFile.write(file, new byte[] {'n', 'e', 'w'});
        assertThat(Files.readString(file)).isEqualTo("new");
        assertThat(names()).containsExactly("x.json");
    }

    @Test
    void keepsTheOldFileWhenTheWritingCodeFails() throws IOException {
        Path file = folder.resolve("x.json");
        DurableFile.write(file, "old");
        assertThatThrownBy(() -> DurableFile.write(file, (OutputStream out) -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(file + ": cannot be written: No space left on device");
        assertThatThrownBy(() -> DurableFile.write(file, (OutputStream out) -> {
                    throw new IllegalStateException("a bug");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Files.readString(file)).isEqualTo("old");
        assertThat(names()).containsExactly("x.json");
    }

    @Test
    void letsTheWritingCodeCloseItsStream() throws IOException {
        Path file = folder.resolve("x.txt");
        DurableFile.write(file, (OutputStream out) -> {
            try (out) {
                out.write('x');
            }
        });
        assertThat(Files.readString(file)).isEqualTo("x");
    }

    @Test
    void keepsTheModeOfTheFileThatItReplaces() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX modes here");
        Path script = folder.resolve("run.sh");
        Files.writeString(script, "old");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x---"));
        DurableFile.write(script, "new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(script)))
                .isEqualTo("rwxr-x---");
    }

    @Test
    void replacesASymbolicLinkInsteadOfWritingThroughIt() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.txt"), "untouched");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), outside);
        DurableFile.write(link, "new");
        assertThat(Files.readString(outside)).isEqualTo("untouched");
        assertThat(Files.isSymbolicLink(link)).isFalse();
    }

    @Test
    void copiesByteForByte() throws IOException {
        Path from = Files.write(folder.resolve("current.json"), new byte[] {1, 2, 3, 0, -1});
        Path to = folder.resolve("deep/baseline.json");
        DurableFile.copy(from, to);
        assertThat(to).hasSameBinaryContentAs(from);
    }

    @Test
    void saysWhichFileCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path below = file.resolve("x.json");
        assertThatThrownBy(() -> DurableFile.write(below, "x"))
                .isInstanceOf(EvalkitException.class)
                .hasMessageStartingWith(below + ": cannot be written: ");
        assertThatThrownBy(() -> DurableFile.copy(folder.resolve("none"), folder.resolve("y")))
                .hasMessage(folder.resolve("y") + ": cannot be written: there is no such file");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
