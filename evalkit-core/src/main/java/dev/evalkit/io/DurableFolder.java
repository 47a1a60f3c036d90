package dev.evalkit.io;

import dev.evalkit.EvalkitException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/**
 * A folder that is built where nobody looks and takes its name when it is whole.
 *
 * <p>It is built as a hidden sibling ({@code .name.tmp-…}) of its target. {@link #publish()} renames it; if the name is taken the
 * folder becomes {@code name-2}, {@code name-3}, …: nothing is ever overwritten. Closing it unpublished deletes it.
 *
 * <pre>{@code
 * try (DurableFolder run = DurableFolder.create(reports.resolve(name))) {
 *     DurableFile.write(run.path().resolve("current.json"), items);
 *     return run.publish();
 * }
 * }</pre>
 */
public final class DurableFolder implements AutoCloseable {
    private static final int MOST_CLASHES = 10_000;

    private final Path target;
    private final Path hidden;
    private boolean published;

    private DurableFolder(Path target, Path hidden) {
        this.target = target;
        this.hidden = hidden;
    }

    /**
     * Begins a folder. The folders above it are made where they are missing.
     *
     * @param target where the folder shall stand once it is whole
     */
    public static DurableFolder create(Path target) {
        Path hidden = DurableFile.hiddenSibling(target);
        try {
            Folders.create(Folders.of(target));
            Files.createDirectory(hidden);
        } catch (IOException e) {
            throw Failures.of(hidden, "cannot be made", e);
        }
        return new DurableFolder(target, hidden);
    }

    /** The hidden folder: where its files are written. */
    public Path path() {
        return hidden;
    }

    /**
     * Gives the folder its name.
     *
     * @return where it stands now: the target, or the target with a counter
     * @throws IllegalStateException if it was published before
     */
    public Path publish() {
        return publish(name -> {});
    }

    /**
     * Gives the folder its name, for content that has to know that name.
     *
     * @param named is told the name that the folder is about to take and may still write into it; again with the next name where another
     *     process was faster
     * @return where it stands now: the target, or the target with a counter
     * @throws IllegalStateException if it was published before
     */
    public Path publish(Consumer<String> named) {
        if (published) {
            throw new IllegalStateException("Already published: " + target);
        }
        try {
            Path place = moveToFreeName(named);
            published = true;
            Folders.force(Folders.of(target));
            return place;
        } catch (IOException e) {
            throw Failures.of(target, "cannot be published", e);
        }
    }

    private Path moveToFreeName(Consumer<String> named) throws IOException {
        for (int counter = 1; counter <= MOST_CLASHES; counter++) {
            Path place = counter == 1 ? target : target.resolveSibling(target.getFileName() + "-" + counter);
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            named.accept(String.valueOf(place.getFileName()));
            Folders.forceAll(hidden);
            if (moved(place)) {
                return place;
            }
        }
        throw new EvalkitException("There are already " + MOST_CLASHES + " folders named " + target + ", " + target
                + "-2 and so on; remove some of them");
    }

    /** Whether the rename succeeded; it does not where another process took the name in the meantime. */
    private boolean moved(Path place) throws IOException {
        try {
            Files.move(hidden, place, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            return false;
        } catch (IOException e) {
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS) && Files.exists(hidden)) {
                return false;
            }
            throw e;
        }
    }

    /** Deletes what was not published. */
    @Override
    public void close() {
        if (!published) {
            try {
                Folders.delete(hidden);
            } catch (IOException e) {
                throw Failures.of(hidden, "cannot be deleted", e);
            }
        }
    }
}
