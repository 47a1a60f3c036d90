package dev.evalkit.sample;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import java.io.IOException;
import java.nio.file.Path;

/** One of several arrays that are read side by side, element by element. */
final class ArrayColumn implements AutoCloseable {
    private final Path file;
    private final ChunkSource source;
    private final RecordCursor cursor;
    private final Chunk chunk = new Chunk();
    private long elements;

    private ArrayColumn(Path file, ChunkSource source, RecordCursor cursor) {
        this.file = file;
        this.source = source;
        this.cursor = cursor;
    }

    /** @param columns declares which column the elements are */
    static ArrayColumn open(Path path, Columns columns, int chunkBytes, SampleLimits limits) {
        try {
            SampleFile file = SampleFile.look(path, 0, limits);
            if (file.format() != SampleFormat.JSON_ARRAY) {
                throw new EvalkitException(
                        Location.of(path.toString(), 1),
                        "found no JSON array, expected one with an element for each sample");
            }
            ChunkSource source = file.chunks(chunkBytes, limits);
            return new ArrayColumn(path, source, new RecordCursor(file, columns, source, limits));
        } catch (IOException e) {
            throw Unreadable.because(path, e);
        }
    }

    Path file() {
        return file;
    }

    /** Goes on to the next element; false where there is none. */
    boolean next() {
        while (!cursor.next()) {
            if (!nextChunk()) {
                return false;
            }
        }
        elements++;
        return true;
    }

    private boolean nextChunk() {
        try {
            if (!source.next(chunk)) {
                return false;
            }
        } catch (IOException e) {
            throw Unreadable.because(file, e);
        }
        cursor.over(chunk);
        return true;
    }

    /** How many elements there are, found by going to the last one. */
    long count() {
        while (next()) {
            // Only their number is wanted.
        }
        return elements;
    }

    RecordCursor cursor() {
        return cursor;
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw Unreadable.because(file, e);
        }
    }
}
