package dev.evalkit.json;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that are read, and why some cannot be. */
final class Sources {

    private Sources() {}

    /** All bytes of a file that is not too large. */
    static byte[] bytes(Path file, String shownName, JsonLimits limits) {
        int most = (int) Math.min(limits.bytes(), Integer.MAX_VALUE - 16);
        try (InputStream in = Files.newInputStream(requireFile(file, shownName))) {
            // Its size is asked for first: what is too large should cost no memory, and what is not should be held
            // once.
            long size = Files.size(file);
            if (size > most) {
                throw new EvalkitException(
                        Location.of(shownName), "larger than " + most + " bytes, which is the most that is read here");
            }
            byte[] bytes = new byte[(int) size];
            if (in.readNBytes(bytes, 0, bytes.length) < bytes.length || in.read() >= 0) {
                throw new EvalkitException(
                        Location.of(shownName), "changed its size while it was read; try again when nothing writes it");
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable(shownName, e);
        }
    }

    /** A file that exists; folders and devices are refused, as the latter may never end. */
    static Path requireFile(Path file, String shownName) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            String found = Files.isDirectory(file) ? "a folder" : "a device or pipe";
            throw new EvalkitException(Location.of(shownName), "found " + found + ", expected a file");
        }
        return file;
    }

    static EvalkitException unreadable(String shownName, IOException cause) {
        Location at = Location.of(shownName);
        if (cause instanceof NoSuchFileException) {
            return new EvalkitException(at, "there is no such file", cause);
        }
        String reason =
                cause instanceof AccessDeniedException ? "permission denied" : String.valueOf(cause.getMessage());
        return new EvalkitException(at, "cannot be read: " + reason, cause);
    }
}
