package dev.evalkit.lmarena.http;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.io.Digests;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.lmarena.http.FetchException.Kind;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;

/** What a server answered, unpacked: a document, or that it has not changed. Immutable. */
public final class Answer {
    private static final int NOT_MODIFIED = 304;

    private final URI uri;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    Answer(URI uri, int status, HttpHeaders headers, byte[] body) {
        this.uri = uri;
        this.status = status;
        this.headers = headers;
        this.body = body.clone();
    }

    /** Where it came from, after redirects. */
    public URI uri() {
        return uri;
    }

    /** Whether the document is still what its entity tag said; there is no body then. */
    public boolean isNotModified() {
        return status == NOT_MODIFIED;
    }

    /** A header of the answer. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The body, unpacked. */
    public byte[] body() {
        return body.clone();
    }

    /** The digest of the body. */
    public String sha256() {
        return Digests.sha256(body);
    }

    /**
     * The JSON document that the body is.
     *
     * @throws FetchException if it is something else, or broke off
     */
    public JsonDocument document() {
        String type = header("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("text/html") || firstCharacter() == '<') {
            throw new FetchException(
                    Kind.NOT_JSON,
                    uri,
                    "found a web page, expected JSON; check the address, and whether a proxy or a login page stands in between");
        }
        if (!isTypeOfJson(type)) {
            throw new FetchException(
                    Kind.NOT_JSON, uri, "found the type " + Shown.quoted(type) + ", expected application/json");
        }
        try {
            return JsonDocument.parse(name(), body);
        } catch (EvalkitException e) {
            throw broken(e);
        }
    }

    /** Many servers of files say text/plain or octet-stream whatever the file is. */
    private static boolean isTypeOfJson(String type) {
        String bare = type.contains(";") ? type.substring(0, type.indexOf(';')).strip() : type;
        return bare.isEmpty()
                || bare.equals("application/json")
                || bare.equals("text/json")
                || bare.endsWith("+json")
                || bare.equals("text/plain")
                || bare.equals("application/octet-stream");
    }

    /** Without a length nobody knows that the connection was closed too early: only the document does not end. */
    private FetchException broken(EvalkitException fault) {
        boolean hasLength = header("content-length").isPresent()
                || header("transfer-encoding").isPresent();
        String message = String.valueOf(fault.getMessage());
        int place = message.indexOf(name()) == 0 ? name().length() + 1 : 0;
        String what = message.substring(place).strip();
        return hasLength
                ? new FetchException(Kind.NOT_JSON, uri, "no JSON, at " + what, fault)
                : new FetchException(
                        Kind.TRUNCATED,
                        uri,
                        "the connection was closed after " + body.length
                                + " bytes without saying that this is all, and the document is not whole (at " + what
                                + "); try again",
                        fault);
    }

    private String name() {
        return Shown.text(uri.toString());
    }

    private int firstCharacter() {
        for (byte each : body) {
            boolean isMark = each == (byte) 0xef || each == (byte) 0xbb || each == (byte) 0xbf;
            if (!Character.isWhitespace(each) && !isMark) {
                return each;
            }
        }
        return -1;
    }
}
