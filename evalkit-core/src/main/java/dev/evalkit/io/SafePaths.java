package dev.evalkit.io;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** References to files that documents hold: always inside the repository, whatever stands in the document. */
public final class SafePaths {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final String FORBIDDEN = "/\\:*?\"<>|";
    private static final int LONGEST_SEGMENT = 200;

    private SafePaths() {}

    /**
     * The existing file or folder that a reference names, with symbolic links resolved.
     *
     * @param root the repository's root folder
     * @param reference a relative path with {@code /} between its parts
     * @return the real path, inside the real path of the root
     * @throws EvalkitException if the reference is absolute, leaves the root (also through a symbolic link) or names nothing that exists. The
     *     message does not say where; callers that know the document add its place
     */
    public static Path resolve(Path root, String reference) {
        requireRelative(reference);
        Path inside = root.toAbsolutePath().normalize();
        try {
            Path named = inside.resolve(reference).normalize();
            if (!named.startsWith(inside)) {
                throw refused(reference, "leaves the repository");
            }
            Path real = named.toRealPath();
            if (!real.startsWith(inside.toRealPath())) {
                throw refused(reference, "leaves the repository through a symbolic link");
            }
            return real;
        } catch (InvalidPathException e) {
            throw refused(reference, "is not a path on this system");
        } catch (NoSuchFileException e) {
            throw new EvalkitException(Shown.quoted(reference) + " does not exist in the repository", e);
        } catch (FileSystemLoopException e) {
            throw refused(reference, "goes round in circles through symbolic links");
        } catch (IOException e) {
            throw Failures.of(inside.resolve(reference), "cannot be found", e);
        }
    }

    /**
     * Checks that writing to a file inside the repository would not leave it: as far as its path exists, it stays inside the real path of the root.
     *
     * @param root the repository's root folder, which need not exist
     * @param reference a relative path with {@code /} between its parts
     * @throws EvalkitException if the reference is no such path, or leaves the root through a symbolic link, also through one that leads nowhere
     */
    public static void requireInside(Path root, String reference) {
        requireRelative(reference);
        for (Path at = Path.of(reference); at != null; at = at.getParent()) {
            if (Files.exists(root.resolve(at), LinkOption.NOFOLLOW_LINKS)) {
                resolve(root, at.toString().replace('\\', '/'));
            }
        }
    }

    private static void requireRelative(String reference) {
        if (reference.isBlank()) {
            throw refused(reference, "is empty");
        }
        if (reference.indexOf('\0') >= 0) {
            throw refused(reference, "holds a NUL character");
        }
        if (reference.indexOf('\\') >= 0) {
            throw refused(reference, "holds a backslash");
        }
        if (reference.startsWith("/") || DRIVE.matcher(reference).matches()) {
            throw refused(reference, "is an absolute path");
        }
    }

    private static EvalkitException refused(String reference, String why) {
        return new EvalkitException(Shown.quoted(reference) + " " + why
                + "; references stay inside the repository: a relative path with / between its parts is expected");
    }

    /**
     * Whether an id can stand as one part of a path, and as an argument of a program, on every system: not empty, not {@code .} or {@code
     * ..}, no separators, wildcards, control or invisible characters, no leading dash, no blank at either end, no trailing dot, no device
     * name, at most 200 characters.
     */
    public static boolean isSafeSegment(String id) {
        return !id.isEmpty()
                && id.length() <= LONGEST_SEGMENT
                && !id.startsWith("-")
                && !id.endsWith(".")
                && id.equals(id.strip())
                && !WindowsNames.isReserved(id)
                && id.codePoints().allMatch(SafePaths::isSafe);
    }

    private static boolean isSafe(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> FORBIDDEN.indexOf(character) < 0;
        };
    }
}
