package dev.evalkit.robustness;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes of a file at random, each of which has its reason in files that were met: torn, merged, edited by hand, written by other tools. */
final class Mutations {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern MEMBER = Pattern.compile(
            "\"[^\"\\\\]*\"\\s*:\\s*(?:\"[^\"\\\\]*\"|[^,{}\\[\\]\"]+|\\{[^{}]*}|\\[[^\\[\\]]*])\\s*,?");
    private static final List<String> NUMBERS = List.of(
            "1e400",
            "-1e400",
            "NaN",
            "-Infinity",
            "Infinity",
            "-1",
            "-0",
            "0",
            "1e308",
            "1.7976931348623157e308",
            "1.7976931348623159e308",
            "4.9e-324",
            "1e-400",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "1" + "0".repeat(308),
            "1" + "0".repeat(309),
            "0.1e1",
            "01",
            "1.",
            ".5",
            "2147483648",
            "-2147483649",
            "1e5",
            "12.5",
            "1e19",
            "99999999999999999999",
            "\"1\"",
            "null",
            "[]",
            "{}",
            "true");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "{\"\": null}",
            "\"\"",
            "\" \"",
            "\"..\"",
            "\"\\u0000\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud800\"",
            "1",
            "[1, 2]",
            "[1, null]",
            "{\"a\": 1}",
            "\"2026-11-23T14:00:00Z\"",
            "\"+1000000000-12-31T23:59:59.999999999Z\"",
            "\"-1000000000-01-01T00:00:00Z\"",
            "\"builtin:accuracy\"",
            "\"mean\"");
    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\n",
            "\r",
            "\r\n",
            "\0",
            "\uFEFF",
            "\u2028",
            "/*",
            "//",
            "#",
            "'",
            "\t",
            " ",
            "\\u",
            "\\ud800",
            "\u00e9",
            "\ud83d\ude00",
            "1e400",
            "NaN",
            "null",
            "true",
            "-",
            "+",
            ".",
            "e",
            "\"id\": ",
            "\"id\": \"x\", ",
            "\"schema_version\": 99, ",
            "'''",
            "[[rules]]\n",
            "= ",
            "(",
            ")",
            "*",
            "{1000}",
            "\"\"",
            "\"x\",",
            "0",
            "00");

    private final SplittableRandom random;

    Mutations(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The file after one to four changes; mostly one, as two faults hide each other. */
    byte[] mutate(byte[] sound) {
        byte[] bytes = sound;
        int changes = 1 + (random.nextInt(3) == 0 ? random.nextInt(4) : 0);
        for (int i = 0; i < changes; i++) {
            bytes = change(bytes);
        }
        return bytes;
    }

    private byte[] change(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(random.nextInt(4) == 0 ? 200 : 8));
        return switch (random.nextInt(11)) {
            case 0 -> flipped(bytes, Math.min(at, bytes.length - 1));
            case 1 -> spliced(bytes, at, end, new byte[0]);
            case 2 -> spliced(bytes, end, end, slice(bytes, at, end));
            case 3 -> spliced(bytes, at, end, slice(bytes, random.nextInt(bytes.length + 1), bytes.length));
            case 4 -> spliced(bytes, at, at, one(TOKENS).getBytes(StandardCharsets.UTF_8));
            case 5 -> slice(bytes, 0, at);
            case 6 -> spliced(bytes, at, at, new byte[] {(byte) random.nextInt(256), (byte) random.nextInt(256)});
            case 7, 8 -> replaced(bytes, NUMBER, found -> one(NUMBERS));
            case 9 -> replaced(bytes, STRING, found -> one(VALUES));
            default -> replaced(bytes, MEMBER, found -> random.nextInt(3) == 0 ? found + "," + found : "");
        };
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private byte[] flipped(byte[] bytes, int at) {
        if (bytes.length == 0) {
            return bytes;
        }
        byte[] copy = bytes.clone();
        copy[at] ^= (byte) (1 << random.nextInt(8));
        return copy;
    }

    /** One of the places where the pattern is found, with something else there. */
    private byte[] replaced(byte[] bytes, Pattern pattern, UnaryOperator<String> replacement) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<MatchResult> found = pattern.matcher(text).results().toList();
        if (found.isEmpty()) {
            return bytes;
        }
        MatchResult one = found.get(random.nextInt(found.size()));
        String inner = replacement.apply(
                new String(one.group().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        return spliced(bytes, one.start(), one.end(), inner.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, Math.min(from, to), to);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] inner) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + inner.length);
        out.write(bytes, 0, from);
        out.writeBytes(inner);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
