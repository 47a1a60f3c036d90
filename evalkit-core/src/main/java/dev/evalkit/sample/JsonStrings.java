package dev.evalkit.sample;

import java.nio.charset.StandardCharsets;

/** Decodes JSON strings that {@link JsonScanner} has accepted. */
final class JsonStrings {
    private JsonStrings() {}

    /** The key whose opening quote stands at the position. */
    static String key(byte[] bytes, int quote) {
        int end = quote + 1;
        while (bytes[end] != '"') {
            end += bytes[end] == '\\' ? 2 : 1;
        }
        return decode(bytes, quote + 1, end);
    }

    /** The text of a string without its quotes. */
    static String decode(byte[] bytes, int start, int end) {
        int escape = Words.indexOf(bytes, '\\', start, end);
        if (escape < 0) {
            return new String(bytes, start, end - start, StandardCharsets.UTF_8);
        }
        byte[] decoded = new byte[end - start];
        int length = 0;
        int run = start;
        while (escape >= 0) {
            System.arraycopy(bytes, run, decoded, length, escape - run);
            length += escape - run;
            if (bytes[escape + 1] == 'u') {
                int character = Hex.four(bytes, escape + 2);
                run = escape + 6;
                if (Character.isHighSurrogate((char) character)) {
                    character = Character.toCodePoint((char) character, (char) Hex.four(bytes, run + 2));
                    run += 6;
                }
                byte[] utf8 = Character.toString(character).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(utf8, 0, decoded, length, utf8.length);
                length += utf8.length;
            } else {
                decoded[length++] = single(bytes[escape + 1]);
                run = escape + 2;
            }
            escape = Words.indexOf(bytes, '\\', run, end);
        }
        System.arraycopy(bytes, run, decoded, length, end - run);
        return new String(decoded, 0, length + end - run, StandardCharsets.UTF_8);
    }

    private static byte single(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter;
        };
    }
}
