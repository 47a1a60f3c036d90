package dev.evalkit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import dev.evalkit.io.LockedAppend.Appended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedAppendTest {
    @TempDir
    Path folder;

    @Test
    void appendsLinesToANewFile() throws IOException {
        Path file = folder.resolve("qa/qa_history.jsonl");
        assertThat(LockedAppend.line(file, "{\"q\":\"größer?\"}")).isEqualTo(new Appended(0, 0));
        assertThat(LockedAppend.line(file, "second").position()).isEqualTo(18);
        assertThat(Files.readString(file)).isEqualTo("{\"q\":\"größer?\"}\nsecond\n");
    }

    @Test
    void reportsATornTailAndKeepsItApart() throws IOException {
        Path file = Files.writeString(folder.resolve("x.jsonl"), "whole\n{\"torn");
        Appended appended = LockedAppend.line(file, "new");
        assertThat(appended).isEqualTo(new Appended(13, 6));
        assertThat(appended.foundTornTail()).isTrue();
        assertThat(Files.readString(file)).isEqualTo("whole\n{\"torn\nnew\n");
    }

    @Test
    void measuresATornTailThatIsLongerThanABlock() throws IOException {
        Path file = Files.writeString(folder.resolve("x.jsonl"), "a\n" + "x".repeat(20_000));
        assertThat(LockedAppend.line(file, "new").tornBytes()).isEqualTo(20_000);
    }

    @Test
    void refusesALineThatHoldsALineBreak() {
        Path file = folder.resolve("x.jsonl");
        assertThatThrownBy(() -> LockedAppend.line(file, "a\nb"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("One line expected, found a line break in: a\nb");
        assertThat(file).doesNotExist();
    }

    @Test
    void losesNoLineOfManyThreads() throws IOException, InterruptedException, ExecutionException {
        Path file = folder.resolve("x.jsonl");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String line = "line " + i;
            all.add(threads.submit(() -> LockedAppend.line(file, line)));
        }
        for (Future<?> each : all) {
            each.get();
        }
        threads.shutdown();
        assertThat(Files.readAllLines(file)).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void saysWhichFileCannotBeAppendedTo() {
        assertThatThrownBy(() -> LockedAppend.line(folder, "x"))
                .isInstanceOf(EvalkitException.class)
                .hasMessageStartingWith(folder + ": cannot be appended to: ");
    }
}
