package dev.evalkit.io;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Folder names from ids.
 *
 * <p>A slug keeps letters and digits of any script, {@code .}, {@code _} and {@code -}; every run of other characters becomes one
 * dash. Where that loses something (also a leading dot or dash, a device name of Windows, or length) a short hash of the id follows, so
 * that two ids do not share a folder. A slug is never empty, {@code .} or {@code ..}, and has at most 80 bytes in UTF-8. It
 * cannot be turned back into the id.
 */
public final class Slugs {
    private static final int LONGEST = 80;
    private static final int HASH = 8;

    private Slugs() {}

    /** The slug of an id. */
    public static String of(String id) {
        String slug = cut(replaced(Normalizer.normalize(id, Normalizer.Form.NFC)), LONGEST);
        if (slug.equals(id) && !slug.isEmpty() && !WindowsNames.isReserved(slug)) {
            return slug;
        }
        String hash = Digests.sha256(id.getBytes(StandardCharsets.UTF_8)).substring(0, HASH);
        String stem = cut(WindowsNames.isReserved(slug) ? "_" + slug : slug, LONGEST - HASH - 1);
        return stem.isEmpty() ? hash : stem + "-" + hash;
    }

    private static String replaced(String id) {
        StringBuilder slug = new StringBuilder();
        boolean gap = false;
        for (int character : id.codePoints().toArray()) {
            if (Character.isLetterOrDigit(character) || character == '.' || character == '_' || character == '-') {
                if (gap && !slug.isEmpty()) {
                    slug.append('-');
                }
                gap = false;
                slug.appendCodePoint(character);
            } else {
                gap = true;
            }
        }
        return slug.toString();
    }

    /** Cuts to a number of bytes, between characters, and takes dots and dashes off both ends (dots only from the far one). */
    private static String cut(String slug, int bytes) {
        int from = 0;
        while (from < slug.length() && (slug.charAt(from) == '.' || slug.charAt(from) == '-')) {
            from++;
        }
        int to = from;
        for (int room = bytes; to < slug.length(); ) {
            int character = slug.codePointAt(to);
            room -= Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (room < 0) {
                break;
            }
            to += Character.charCount(character);
        }
        while (to > from && slug.charAt(to - 1) == '.') {
            to--;
        }
        return slug.substring(from, to);
    }
}
