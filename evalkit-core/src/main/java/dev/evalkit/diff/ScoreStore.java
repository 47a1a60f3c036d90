package dev.evalkit.diff;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.diff.inference.Matching;
import dev.evalkit.evaluate.score.ScoreFile;
import dev.evalkit.io.Digests;
import dev.evalkit.io.SafePaths;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The score files of two runs. The last one of either side is kept, since items of one indicator stand together and share it. */
final class ScoreStore {
    private final Kept previous;
    private final Kept current;
    private @Nullable Matching matching;

    ScoreStore(Side previous, Side current) {
        this.previous = new Kept(previous);
        this.current = new Kept(current);
    }

    /** The scores behind an item of the previous side, if they are there. */
    Optional<ScoreFile> previous(ResultItem item) {
        return previous.of(item);
    }

    /** The scores behind an item of the current side, if they are there. */
    Optional<ScoreFile> current(ResultItem item) {
        return current.of(item);
    }

    /** Whether one of two items, by their meta, names scores that lie in a folder. */
    boolean reads(Meta before, Meta after) {
        return previous.reads(before) || current.reads(after);
    }

    /** The rows of two of these files by their ids. */
    Matching matching(ScoreFile before, ScoreFile after) {
        Matching known = matching;
        if (known == null || known.previous() != before.table() || known.current() != after.table()) {
            known = Matching.of(before.table(), after.table());
            matching = known;
        }
        return known;
    }

    /** Whether an item names scores, whether they are there or not. */
    static boolean names(Meta meta) {
        return path(meta) != null;
    }

    private static @Nullable String path(Meta meta) {
        return meta.asMap().get(Meta.SCORES_REF) instanceof Map<?, ?> ref && ref.get("path") instanceof String path
                ? path
                : null;
    }

    /** The score file of one side that was asked for last. */
    private static final class Kept {
        private final Side side;
        private @Nullable String name;
        private @Nullable ScoreFile file;

        Kept(Side side) {
            this.side = side;
        }

        boolean reads(Meta meta) {
            return side.folder() != null && names(meta);
        }

        Optional<ScoreFile> of(ResultItem item) {
            Path folder = side.folder();
            String path = folder == null ? null : path(item.meta());
            if (folder == null || path == null) {
                return Optional.empty();
            }
            if (!path.equals(name)) {
                file = new File(folder.toFile(), path).isFile() ? read(folder, path, item) : null;
                name = path;
            }
            return Optional.ofNullable(file);
        }

        private ScoreFile read(Path folder, String path, ResultItem item) {
            Path found = SafePaths.resolve(folder, path);
            if (item.meta().asMap().get(Meta.SCORES_REF) instanceof Map<?, ?> ref
                    && ref.get("sha256") instanceof String expected) {
                String actual = Digests.sha256(found);
                if (!actual.equals(expected)) {
                    throw new EvalkitException(
                            Location.of(found.toString()),
                            "the scores have the SHA-256 " + actual + ", but " + side.name() + " says " + expected
                                    + ": they are not those of its run. Restore them from version control, or evaluate again");
                }
            }
            return ScoreFile.read(found);
        }
    }
}
