package dev.evalkit.json;

import dev.evalkit.EvalkitException;

/** Halves of surrogate pairs: text that no encoding can hold, but that a JSON escape can smuggle in. */
final class Surrogates {

    private Surrogates() {}

    /** Refuses a string with half a pair, at the place where the cursor is. */
    static void requirePairs(String text, JsonCursor at) {
        int lone = indexOfLone(text);
        if (lone >= 0) {
            throw new EvalkitException(
                    at.location(),
                    "found the escape \\u" + Integer.toHexString(text.charAt(lone))
                            + ", half of a surrogate pair, expected both halves");
        }
    }

    /** The text with U+FFFD in place of each half. */
    static String replaceLone(String text) {
        int lone = indexOfLone(text);
        if (lone < 0) {
            return text;
        }
        int[] characters = text.codePoints()
                .map(each -> Character.getType(each) == Character.SURROGATE ? 0xFFFD : each)
                .toArray();
        return new String(characters, 0, characters.length);
    }

    private static int indexOfLone(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 1) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
