package dev.evalkit.sample;

import java.io.Closeable;
import java.io.IOException;

/** Hands out the chunks of a file in order, to several threads; the boundaries depend on the file alone. */
interface ChunkSource extends Closeable {

    /** Fills the chunk with the next stretch of the file; false where there is none. */
    boolean next(Chunk chunk) throws IOException;

    /** Whether {@link #next} may have another chunk. */
    boolean hasNext();

    /** Says that the run failed: whatever takes long may end early, as what it would give is not wanted any more. */
    default void stop() {
        // Most sources hand out each chunk soon.
    }

    /** The line, from 1, on which the content of a chunk begins. */
    long firstLine(Chunk chunk) throws IOException;
}
