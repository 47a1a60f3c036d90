package dev.evalkit.robustness;

import java.io.ByteArrayOutputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be wrong with a JSON document of any kind: a valid one, spoilt. */
final class HostileJson {
    private static final int MEBI = 1 << 20;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String valid;
    private final List<Hostile> all = new ArrayList<>();

    private HostileJson(String valid) {
        this.valid = valid;
    }

    /**
     * The spoilt ones.
     *
     * @param valid a document with an object in it
     */
    static List<Hostile> of(String valid) {
        HostileJson hostile = new HostileJson(valid);
        hostile.encodings();
        hostile.values();
        hostile.structures();
        hostile.sizes();
        return hostile.all;
    }

    private void encodings() {
        for (String charset : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
            encoded(charset, valid);
            encoded(charset + " with a byte order mark", '\uFEFF' + valid, charset);
        }
        Map<String, int[]> inString = new LinkedHashMap<>();
        inString.put("Latin-1", new int[] {0xE9});
        inString.put("Windows quotes", new int[] {0x93, 'x', 0x94});
        inString.put("a stray continuation byte", new int[] {0x80});
        inString.put("the byte FF", new int[] {0xFF});
        inString.put("a truncated sequence of two", new int[] {0xC3});
        inString.put("a truncated sequence of three", new int[] {0xE2, 0x82});
        inString.put("a truncated sequence of four", new int[] {0xF0, 0x9F, 0x98});
        inString.put("an overlong slash", new int[] {0xC0, 0xAF});
        inString.put("an overlong NUL", new int[] {0xC0, 0x80});
        inString.put("an overlong slash of three bytes", new int[] {0xE0, 0x80, 0xAF});
        inString.put("an overlong slash of four bytes", new int[] {0xF0, 0x80, 0x80, 0xAF});
        inString.put("an encoded surrogate", new int[] {0xED, 0xA0, 0x80});
        inString.put("an encoded pair of surrogates", new int[] {0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80});
        inString.put("beyond Unicode", new int[] {0xF4, 0x90, 0x80, 0x80});
        inString.put("five bytes", new int[] {0xF8, 0x88, 0x80, 0x80, 0x80});
        inString.put("a NUL byte", new int[] {0});
        inString.put("a raw tab", new int[] {'\t'});
        inString.put("a raw line break", new int[] {'\n'});
        inString.forEach((name, bytes) -> all.add(Hostile.bytes(name + " in a string", inserted(bytes))));
        all.add(Hostile.bytes(
                "two byte order marks",
                joined(BYTE_ORDER_MARK, BYTE_ORDER_MARK, valid.getBytes(StandardCharsets.UTF_8))));
        all.add(Hostile.bytes(
                "a byte order mark at the end",
                joined(valid.strip().getBytes(StandardCharsets.UTF_8), BYTE_ORDER_MARK)));
        all.add(Hostile.text("a byte order mark before a name", valid.replaceFirst("\\{", "{\uFEFF")));
    }

    private void encoded(String charset, String text) {
        encoded(charset, text, charset);
    }

    private void encoded(String name, String text, String charset) {
        all.add(Hostile.bytes(name, text.getBytes(Charset.forName(charset))));
    }

    private void values() {
        for (String number : List.of(
                "1e400",
                "-1e400",
                "1E+400",
                "9".repeat(400),
                "NaN",
                "Infinity",
                "-Infinity",
                "-NaN",
                "inf",
                "012",
                "-012",
                "+1",
                ".5",
                "1.",
                "1.e5",
                "0x10",
                "1e",
                "1e+",
                "-",
                "--1",
                "1_000",
                "1,5",
                "１",
                "1.5.2",
                "0b1",
                "1L",
                "1f",
                "- 1")) {
            all.add(Hostile.text("the number " + number, member("\"hostile\": " + number)));
        }
        for (String text : List.of(
                "\\ud800",
                "\\udc00",
                "\\udc00\\ud800",
                "\\ud800\\ud800",
                "\\ud800x",
                "\\ud83d\\u",
                "\\u12",
                "\\uGGGG",
                "\\x41",
                "\\'",
                "\\0")) {
            all.add(Hostile.text("the escape " + text, member("\"hostile\": \"" + text + "\"")));
            all.add(Hostile.text("the escape " + text + " in a name", member("\"" + text + "\": 1")));
        }
        for (String value : List.of(
                "True",
                "TRUE",
                "None",
                "undefined",
                "nul",
                "nulll",
                "'x'",
                "`x`",
                "/x/",
                "<x>",
                "(1)",
                "x",
                "\\u0031",
                "\u0001",
                "\u00A01")) {
            all.add(Hostile.text("the value " + value, member("\"hostile\": " + value)));
        }
    }

    private void structures() {
        all.add(Hostile.text("nothing", ""));
        all.add(Hostile.text("white space alone", " \t\r\n \n"));
        all.add(Hostile.bytes("a byte order mark alone", BYTE_ORDER_MARK));
        all.add(Hostile.bytes("zero bytes alone", new byte[64]));
        all.add(Hostile.text("half of it", valid.substring(0, valid.indexOf('"', valid.length() / 2) + 1)));
        all.add(Hostile.text(
                "all but its end", valid.strip().substring(0, valid.strip().length() - 1)));
        all.add(Hostile.text("a bracket behind it", valid.strip() + "]"));
        all.add(Hostile.text("a brace behind it", valid.strip() + "}"));
        all.add(Hostile.text("a comma behind it", valid.strip() + ","));
        all.add(Hostile.text("a word behind it", valid.strip() + " x"));
        all.add(Hostile.text("itself again behind it", valid.strip() + valid.strip()));
        all.add(Hostile.bytes("a NUL behind it", joined(valid.strip().getBytes(StandardCharsets.UTF_8), new byte[1])));
        all.add(Hostile.text("a name twice", member("\"hostile\": 1, \"hostile\": 2")));
        all.add(Hostile.text("a name twice, once escaped", member("\"hostile\": 1, \"hos\\u0074ile\": 2")));
        all.add(Hostile.text("a name twice in depth", member("\"hostile\": {\"a\": {\"b\": 1, \"b\": 1}}")));
        all.add(Hostile.text("a trailing comma", member("\"hostile\": [1,]")));
        all.add(Hostile.text("two commas", member("\"hostile\": [1,,2]")));
        all.add(Hostile.text("a missing comma", member("\"hostile\": [1 2]")));
        all.add(Hostile.text("a missing colon", member("\"hostile\" 1")));
        all.add(Hostile.text("a missing value", member("\"hostile\":")));
        all.add(Hostile.text("a name without quotes", member("hostile: 1")));
        all.add(Hostile.text("a number as a name", member("1: 1")));
        all.add(Hostile.text("a name in single quotes", member("'hostile': 1")));
        all.add(Hostile.text("a string without its end", member("\"hostile\": \"x")));
        all.add(Hostile.text("brackets that do not match", member("\"hostile\": [1}")));
        all.add(Hostile.text("a comment", member("/* x */ \"hostile\": 1")));
        all.add(Hostile.text("a comment to the end of the line", member("// x\n \"hostile\": 1")));
        all.add(Hostile.text("a hash comment", "# x\n" + valid));
        for (String root : List.of("null", "true", "17", "\"text\"", "[null]", "[[]]", "[[[]], [[]]]", "[1, 2]")) {
            all.add(Hostile.text("instead of it " + root, root));
        }
    }

    private void sizes() {
        all.add(new Hostile("100,000 open arrays", many("[", "[", 100_000, "")));
        all.add(new Hostile("100,000 open objects", many("", "{\"a\":", 100_000, "")));
        all.add(hostile("100,000 arrays", "[".repeat(100_000), "]", 100_000, ""));
        all.add(hostile("100,000 objects", "{\"a\":".repeat(100_000) + "1", "}", 100_000, ""));
        all.add(hostile("a million open arrays of arrays", "", "[[],", 1_000_000, ""));
        all.add(hostile("3,000,000 values", "[0", ",0", 3_000_000, "]"));
        all.add(hostile("a number of a million digits", "", "7", 1_000_000, ""));
        all.add(hostile("a million digits behind the point", "0.", "7", 1_000_000, ""));
        all.add(hostile("an exponent of a million digits", "1e", "7", 1_000_000, ""));
        all.add(hostile("a string of 20 MiB", "\"", "x", 20 << 20, "\""));
        all.add(new Hostile("a name of 20 MiB", many(opened() + "\"", "x", 20 << 20, "\": 1" + rest())));
        all.add(new Hostile(
                "a string of 1 GiB of zeros", Content.sparse(opened() + "\"hostile\": \"", 1L << 30, "\"" + rest())));
        all.add(new Hostile("1 GiB of zeros", Content.sparse("", 1L << 30, "")));
        all.add(new Hostile("1 GiB of zeros behind it", Content.sparse(valid.strip(), 1L << 30, "")));
    }

    /** Documents that keep to the grammar and want as much of everything as they can get: these may be accepted, if they cost little. */
    static List<Hostile> greedy(String valid) {
        HostileJson json = new HostileJson(valid);
        return List.of(
                json.hostile("240,000 empty objects", "[{}", ",{}", 240_000, "]"),
                json.hostile("240,000 empty arrays", "[[]", ",[]", 240_000, "]"),
                json.hostile("480,000 strings", "[\"a\"", ",\"b\"", 480_000, "]"),
                json.hostile("480,000 long whole numbers", "[1", ",1" + "0".repeat(25), 480_000, "]"),
                json.hostile("120,000 small objects", "[0", ",{\"a\":1}", 120_000, "]"),
                new Hostile("240,000 names", json.names("\"hostile\": {", 240_000, "}")),
                new Hostile("240,000 unknown members", json.names("", 240_000, "")),
                new Hostile("100,000 names of one hash code", json.collisions()),
                new Hostile("480,000 empty items", json.many("[{}", ",{}", 480_000, "]")),
                new Hostile("990,000 nulls", json.many("[null", ",null", 990_000, "]")),
                new Hostile("480,000 names in an item", json.names("\"hostile\": {", 480_000, "}")),
                Hostile.text("90 levels", json.member("\"hostile\": " + "[".repeat(90) + "]".repeat(90))),
                json.hostile("15 strings of 1 MiB", "[\"", "é".repeat((1 << 19) - 2) + "\",\"", 15, "\"]"),
                new Hostile("60 MiB of space", json.many(json.opened(), " ", 60 << 20, json.closed())));
    }

    private Content names(String before, int count, String after) {
        return file -> {
            try (Writer out = Files.newBufferedWriter(file)) {
                out.write(opened() + before + "\"n\":0");
                for (int i = 0; i < count; i++) {
                    out.write(",\"n" + i + "\":" + i);
                }
                out.write(after + rest());
            }
        };
    }

    /** Names of seventeen pairs of letters, each pair with the hash code of the other. */
    private Content collisions() {
        return file -> {
            try (Writer out = Files.newBufferedWriter(file)) {
                out.write(opened() + "\"hostile\": {\"n\":0");
                for (int i = 0; i < 100_000; i++) {
                    out.write(",\"");
                    for (int bit = 0; bit < 17; bit++) {
                        out.write((i >> bit & 1) == 0 ? "Aa" : "BB");
                    }
                    out.write("\":1");
                }
                out.write("}" + rest());
            }
        };
    }

    /** The document with one more member, whose value is made of many equal parts. */
    private Hostile hostile(String name, String before, String part, int times, String after) {
        return new Hostile(name, many(opened() + "\"hostile\": " + before, part, times, after + rest()));
    }

    private Content many(String before, String part, int times, String after) {
        int inBlock = Math.max(1, Math.min(times, MEBI / 4 / part.length()));
        return Content.repeated(
                bytes(before),
                bytes(part.repeat(inBlock)),
                times / inBlock,
                bytes(part.repeat(times % inBlock) + after));
    }

    /** The document with one more member in its first object. */
    private String member(String member) {
        return opened() + member + rest();
    }

    private String opened() {
        return valid.substring(0, valid.indexOf('{') + 1);
    }

    private String rest() {
        return ", " + valid.substring(valid.indexOf('{') + 1);
    }

    private String closed() {
        return valid.substring(opened().length());
    }

    private byte[] inserted(int... values) {
        byte[] inner = new byte[values.length];
        for (int i = 0; i < inner.length; i++) {
            inner[i] = (byte) values[i];
        }
        return joined(bytes(opened() + "\"hostile\": \"x"), inner, bytes("x\"" + rest()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
