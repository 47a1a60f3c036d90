package dev.evalkit.lmarena.http;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Something could not be fetched. The message begins with the address. */
public final class FetchException extends EvalkitException {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Kind {
        /** The address is none that is asked: its scheme, its host or what the host stands for. */
        ADDRESS,
        /** The server points elsewhere in a way that is not followed. */
        REDIRECT,
        /** No connection, or it broke in some other way than those below. */
        CONNECTION,
        /** The deadline passed. */
        TIMEOUT,
        /** The answer is larger than allowed, packed or unpacked. */
        TOO_LARGE,
        /** The answer broke off. */
        TRUNCATED,
        /** The server refuses, has no such thing, or is busy for too long. */
        STATUS,
        /** The answer is packed in a way that cannot be unpacked. */
        ENCODING,
        /** The answer is something else than JSON. */
        NOT_JSON
    }

    private final Kind kind;

    FetchException(Kind kind, URI uri, String message) {
        this(kind, uri, message, null);
    }

    FetchException(Kind kind, URI uri, String message, @Nullable Throwable cause) {
        super(Shown.text(uri.toString()) + ": " + message, cause);
        this.kind = kind;
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }
}
