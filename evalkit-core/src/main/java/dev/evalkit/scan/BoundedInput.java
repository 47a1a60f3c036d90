package dev.evalkit.scan;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What comes out of an archive, counted over all that is in it. */
final class BoundedInput extends FilterInputStream {
    private final Allowance allowance;

    BoundedInput(InputStream in, Allowance allowance) {
        super(in);
        this.allowance = allowance;
    }

    /** How many bytes and files may still come out of an archive and those within it. */
    static final class Allowance {
        private static final int MOST_FILES = 100_000;

        private final long most;
        private long bytes;
        private int files;

        Allowance(long most) {
            this.most = most;
        }

        void take(int count) throws SpentException {
            bytes += count;
            if (bytes > most) {
                throw new SpentException("more than " + most + " bytes come out of it; the rest was not looked into");
            }
        }

        void takeFile() throws SpentException {
            if (++files > MOST_FILES) {
                throw new SpentException("it holds more than " + MOST_FILES + " files; the rest was not looked into");
            }
        }
    }

    /** The allowance of an archive is spent. */
    static final class SpentException extends IOException {
        private static final long serialVersionUID = 1L;

        SpentException(String message) {
            super(message);
        }
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        allowance.take(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        allowance.take(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] buffer = new byte[(int) Math.min(count, 1 << 13)];
        return Math.max(0, read(buffer, 0, buffer.length));
    }
}
