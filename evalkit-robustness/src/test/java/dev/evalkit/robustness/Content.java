package dev.evalkit.robustness;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file is filled with; the large ones never stand in memory. */
@FunctionalInterface
interface Content {
    void writeTo(Path file) throws IOException;

    static Content of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Content of(byte[] bytes) {
        return file -> Files.write(file, bytes);
    }

    /** A text with so many zero bytes between its two parts, which take no room on the disk. */
    static Content sparse(String before, long zeros, String after) {
        return file -> {
            Files.deleteIfExists(file);
            try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                sparse.write(before.getBytes(StandardCharsets.UTF_8));
                sparse.setLength(sparse.getFilePointer() + zeros);
                sparse.seek(sparse.length());
                sparse.write(after.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    /** The bytes of one block again and again. */
    static Content repeated(byte[] before, byte[] block, int times, byte[] after) {
        return file -> {
            try (var out = Files.newOutputStream(file)) {
                out.write(before);
                for (int i = 0; i < times; i++) {
                    out.write(block);
                }
                out.write(after);
            }
        };
    }
}
