package dev.evalkit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFolderTest {
    @TempDir
    Path parent;

    @Test
    void isHiddenUntilItIsPublished() throws IOException {
        Path target = parent.resolve("reports/run");
        try (DurableFolder folder = DurableFolder.create(target)) {
            DurableFile.write(folder.path().resolve("scores/a.txt"), "a");
            assertThat(folder.path().getParent()).isEqualTo(target.getParent());
            assertThat(folder.path().getFileName().toString()).startsWith(".run.tmp-");
            assertThat(target).doesNotExist();
            assertThat(folder.publish()).isEqualTo(target);
        }
        assertThat(target.resolve("scores/a.txt")).hasContent("a");
        assertThat(names(parent.resolve("reports"))).containsExactly("run");
    }

    @Test
    void isDeletedWhenItWasNotPublished() throws IOException {
        Path outside = Files.writeString(parent.resolve("kept.txt"), "kept");
        try (DurableFolder folder = DurableFolder.create(parent.resolve("run"))) {
            DurableFile.write(folder.path().resolve("deep/a.txt"), "a");
            Files.createSymbolicLink(folder.path().resolve("link"), parent);
        }
        assertThat(names(parent)).containsExactly("kept.txt");
        assertThat(outside).hasContent("kept");
    }

    @Test
    void takesACounterWhereTheNameIsTakenAndNeverOverwrites() throws IOException {
        Path target = parent.resolve("run");
        Files.createDirectory(target);
        Files.writeString(parent.resolve("run-2"), "a file");
        try (DurableFolder folder = DurableFolder.create(target)) {
            assertThat(folder.publish()).isEqualTo(parent.resolve("run-3"));
        }
        assertThat(parent.resolve("run-2")).hasContent("a file");
    }

    @Test
    void isPublishedOnce() {
        try (DurableFolder folder = DurableFolder.create(parent.resolve("run"))) {
            folder.publish();
            assertThatThrownBy(folder::publish).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void givesEachOfManyThreadsAFolderOfItsOwn() throws IOException, InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Path>> published = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String content = "run " + i;
            published.add(threads.submit(() -> {
                try (DurableFolder folder = DurableFolder.create(parent.resolve("run"))) {
                    DurableFile.write(folder.path().resolve("id"), content);
                    return folder.publish();
                }
            }));
        }
        for (int i = 0; i < published.size(); i++) {
            assertThat(published.get(i).get().resolve("id")).hasContent("run " + i);
        }
        threads.shutdown();
        assertThat(names(parent)).hasSize(20);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
