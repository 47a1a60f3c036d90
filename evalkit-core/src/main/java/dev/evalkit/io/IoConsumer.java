package dev.evalkit.io;

import java.io.IOException;

/** Something that takes a value and may fail to read or write while doing so, e.g. what fills a file's stream. */
@FunctionalInterface
public interface IoConsumer<T> {
    /** Takes the value. */
    void accept(T value) throws IOException;
}
