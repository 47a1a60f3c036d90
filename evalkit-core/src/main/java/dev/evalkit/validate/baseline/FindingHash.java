package dev.evalkit.validate.baseline;

import dev.evalkit.io.Digests;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** By what a finding is known again when lines or elements of arrays have moved: its rule, its file, the names on its JSON pointer, and its message. */
public final class FindingHash {
    private static final Pattern PLACE = Pattern.compile("(?<=\\S):\\d+(?::\\d+)?(?!\\d)");
    private static final Pattern INDEX = Pattern.compile("/\\d+(?=/|$)");
    private static final int LENGTH = 32;

    private FindingHash() {}

    /** The first 128 bits of the SHA-256, in hexadecimal digits. */
    public static String of(String rule, String file, String pointer, String message) {
        String text = String.join(
                "\0",
                rule,
                file,
                INDEX.matcher(pointer).replaceAll("/-"),
                PLACE.matcher(message).replaceAll(""));
        return Digests.sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, LENGTH);
    }
}
