package dev.evalkit.scan;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the files of a tar archive (POSIX.1-1988 ustar, the long names of GNU and of POSIX.1-2001) one after the other. */
final class Tar {
    private static final int BLOCK = 512;
    private static final int MAGIC_AT = 257;
    private static final int LONGEST_NAME = 1 << 16;

    private final InputStream in;
    private long left;
    private long padding;
    private @Nullable String longName;

    Tar(InputStream in) {
        this.in = in;
    }

    /** Whether a file that begins like this is a tar archive. */
    static boolean isOne(byte[] head, int length) {
        return length >= BLOCK
                && head[MAGIC_AT] == 'u'
                && text(head, MAGIC_AT, 5).equals("ustar");
    }

    /** Goes to the next file and returns its name; null at the end. */
    @Nullable
    String next() throws IOException {
        while (true) {
            in.skipNBytes(left + padding);
            byte[] header = in.readNBytes(BLOCK);
            if (header.length == 0 || header[0] == 0) {
                return null;
            }
            if (!isOne(header, header.length)) {
                throw new IOException("a broken header");
            }
            left = size(header);
            padding = -left & (BLOCK - 1);
            char type = (char) header[156];
            if (type == 'L' || type == 'x') {
                readLongName(type);
            } else if (type == '0' || type == '\0') {
                return name(header);
            }
        }
    }

    private void readLongName(char type) throws IOException {
        byte[] data = in.readNBytes((int) Math.min(left, LONGEST_NAME));
        left -= data.length;
        String text = text(data, 0, data.length);
        if (type == 'L') {
            longName = text;
        } else {
            text.lines()
                    .filter(line -> line.contains(" path="))
                    .forEach(line -> longName = line.substring(line.indexOf('=') + 1));
        }
    }

    private String name(byte[] header) {
        String prefix = text(header, 345, 155);
        String name = text(header, 0, 100);
        String full = longName != null ? longName : prefix.isEmpty() ? name : prefix + "/" + name;
        longName = null;
        return full;
    }

    private static long size(byte[] header) throws IOException {
        String octal = text(header, 124, 12).strip();
        if (!octal.matches("[0-7]{1,12}")) {
            throw new IOException("a file of an unknown size");
        }
        return Long.parseLong(octal, 8);
    }

    private static String text(byte[] bytes, int from, int length) {
        byte[] field = Arrays.copyOfRange(bytes, from, from + length);
        int end = 0;
        while (end < field.length && field[end] != 0) {
            end++;
        }
        return new String(field, 0, end, StandardCharsets.UTF_8);
    }

    /** The content of the file that {@link #next} went to. */
    InputStream content() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (left == 0) {
                    return -1;
                }
                int read = in.read(bytes, offset, (int) Math.min(length, left));
                if (read < 0) {
                    throw new EOFException("a file that is cut off");
                }
                left -= read;
                return read;
            }
        };
    }
}
