package dev.evalkit.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/** The result of a goal, ready to be written in several formats, always as UTF-8. */
public interface Document {
    /** The formats that it can be written in. */
    Set<Format> formats();

    /**
     * Writes it, without closing the stream.
     *
     * @throws IllegalArgumentException if it cannot be written in that format
     */
    void write(Format format, OutputStream out) throws IOException;
}
