package dev.evalkit.lmarena.http;

import dev.evalkit.Shown;
import dev.evalkit.lmarena.http.FetchException.Kind;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Takes the packing off a body, up to a size. */
final class Unpacking {
    private Unpacking() {}

    /**
     * The body without its packing.
     *
     * @param encoding what the answer says that it is packed with; empty for nothing
     * @throws FetchException if it broke off, is larger than allowed, or is packed in another way
     */
    static byte[] unpack(URI uri, String encoding, byte[] body, long most) {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> checked(uri, body, most);
            case "gzip", "x-gzip" -> gunzip(uri, body, most);
            default ->
                throw new FetchException(
                        Kind.ENCODING,
                        uri,
                        "the answer is packed with " + Shown.quoted(encoding) + ", expected gzip or nothing");
        };
    }

    private static byte[] checked(URI uri, byte[] body, long most) {
        if (body.length > most) {
            throw tooLarge(uri, most);
        }
        return body;
    }

    private static byte[] gunzip(URI uri, byte[] body, long most) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] unpacked = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 16L, most + 1));
            return checked(uri, unpacked, most);
        } catch (EOFException e) {
            throw new FetchException(
                    Kind.TRUNCATED, uri, "the packed answer broke off after " + body.length + " bytes; try again", e);
        } catch (IOException e) {
            throw new FetchException(
                    Kind.ENCODING, uri, "the answer says that it is packed with gzip and is not: " + e.getMessage(), e);
        }
    }

    private static FetchException tooLarge(URI uri, long most) {
        return new FetchException(
                Kind.TOO_LARGE, uri, "the answer is larger than the " + most + " bytes allowed when unpacked");
    }
}
