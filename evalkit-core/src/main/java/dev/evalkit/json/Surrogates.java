package dev.evalkit.json;

/** Halves of surrogate pairs: text that no encoding can hold, but that a JSON escape can smuggle in. */
final class Surrogates {

    private Surrogates() {}

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
