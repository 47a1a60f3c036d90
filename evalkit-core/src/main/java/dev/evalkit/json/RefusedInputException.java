package dev.evalkit.json;

import java.io.IOException;

/** Input that is refused before it is JSON: not UTF-8, or too large. The message is for the reader; the place is known to the parser. */
final class RefusedInputException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    RefusedInputException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
