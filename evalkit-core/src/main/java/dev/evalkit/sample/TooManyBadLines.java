package dev.evalkit.sample;

import dev.evalkit.EvalkitException;

/** More bad lines than are allowed. */
final class TooManyBadLines extends EvalkitException {
    private static final long serialVersionUID = 1L;

    TooManyBadLines(BadLine first, long allowed) {
        super(first.location(), message(first, allowed));
    }

    private static String message(BadLine first, long allowed) {
        String bad = "found " + first.found() + ", expected " + first.expected();
        return allowed == 0
                ? bad + "; mend it, or allow bad lines with --max-bad-lines N"
                : "more than the " + allowed + " bad lines that --max-bad-lines allows, of which this is the first: "
                        + bad;
    }
}
