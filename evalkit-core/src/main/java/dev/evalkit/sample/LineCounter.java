package dev.evalkit.sample;

import java.io.IOException;
import java.nio.file.Path;

/** The line and the column of positions in a chunk, counted on demand and onward from the last one asked for. */
final class LineCounter {
    private final Path file;
    private final ChunkSource source;
    private Chunk chunk = new Chunk();
    private int position;
    /** The line of the position, or 0 if it is not known yet. */
    private long line;

    LineCounter(Path file, ChunkSource source) {
        this.file = file;
        this.source = source;
    }

    void over(Chunk chunk) {
        this.chunk = chunk;
        this.line = 0;
    }

    long line(int wanted) {
        if (line == 0 || wanted < position) {
            line = firstLine();
            position = chunk.start();
        }
        line += Words.count(chunk.bytes(), '\n', position, wanted);
        position = wanted;
        return line;
    }

    private long firstLine() {
        try {
            return source.firstLine(chunk);
        } catch (IOException e) {
            throw Unreadable.because(file, e);
        }
    }

    /** The column in characters, from 1. */
    int column(int wanted) {
        int newline = Words.lastIndexOf(chunk.bytes(), '\n', chunk.start(), wanted);
        return newline < 0
                ? chunk.firstColumn() + Utf8.characters(chunk.bytes(), chunk.start(), wanted) + 1
                : Utf8.characters(chunk.bytes(), newline + 1, wanted) + 1;
    }
}
