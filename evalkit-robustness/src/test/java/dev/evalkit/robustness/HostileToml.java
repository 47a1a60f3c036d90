package dev.evalkit.robustness;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What can be wrong with a file of scan rules. */
final class HostileToml {
    private static final String VALID = "[[rules]]\nid = \"é\"\nregex = '''abc[0-9]+'''\n";

    private HostileToml() {}

    static List<Hostile> all() {
        List<Hostile> all = new ArrayList<>();
        for (String charset : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "ISO-8859-1", "UTF-16")) {
            all.add(Hostile.bytes(charset, VALID.getBytes(Charset.forName(charset))));
        }
        all.add(Hostile.bytes("an overlong sequence", bytes("title = \"", 0xC0, 0xAF)));
        all.add(Hostile.bytes("a truncated sequence", bytes("title = \"", 0xE2, 0x82)));
        all.add(Hostile.bytes("an encoded surrogate", bytes("title = \"", 0xED, 0xA0, 0x80)));
        all.add(Hostile.bytes("a NUL", bytes("title = \"", 0)));
        all.add(Hostile.text("an escaped surrogate", "title = \"\\ud800\"\n"));
        for (String value : List.of(
                "1e400",
                "nan",
                "inf",
                "-inf",
                "-1",
                "8.5",
                "\"3\"",
                "[1]",
                "true",
                "99999999999999999999",
                "1979-05-27",
                "0x")) {
            all.add(Hostile.text("the entropy " + value, VALID + "entropy = " + value + "\n"));
        }
        for (String value : List.of("-1", "2", "1e400", "nan", "2147483648", "4294967296", "\"1\"", "1.5")) {
            all.add(Hostile.text("the group " + value, VALID + "secretGroup = " + value + "\n"));
        }
        for (String regex : List.of(
                "[",
                "(",
                "(?<",
                "a{2,1}",
                "a{1001}",
                "(a{1000}){1000}",
                "((a{100}){100}){100}",
                "\\1",
                "(?=a)",
                "(?<=a)b",
                "a++",
                "*",
                "\\p{Nope}",
                "(?P<n>a)(?P<n>b)",
                "(".repeat(5_000),
                "(".repeat(5_000) + ")".repeat(5_000),
                "\\x{110000}",
                "[z-a]",
                "(?R)",
                "\\C+++")) {
            all.add(Hostile.text(
                    "the expression " + shown(regex), "[[rules]]\nid = \"x\"\nregex = '''" + regex + "'''\n"));
        }
        for (String text : List.of(
                "rules = 1",
                "rules = [1]",
                "rules = [[]]",
                "rules = {}",
                "[[rules]]",
                "[[rules]]\nid = \"\"",
                "[[rules]]\nid = \"x\"",
                "[[rules]]\nid = 1\nregex = 'a'",
                "[[rules]]\nid = \"x\"\nregex = 'a'\nkeywords = [\"\"]",
                "[[rules]]\nid = \"x\"\nregex = 'a'\nkeywords = [1]",
                "[[rules]]\nid = \"x\"\nregex = 'a'\nkeywords = \"a\"",
                "[[rules]]\nid = \"x\"\nregex = 'a'\nregexp = 'b'",
                "[extend]\npath = \"../other.toml\"",
                "[extend]\nurl = \"https://example.org/x.toml\"",
                "[extend]\nuseDefault = 1",
                "[allowlist]",
                "[allowlist]\nregexTarget = \"nothing\"\nregexes = ['a']",
                "[allowlist]\ncondition = \"XOR\"\npaths = ['a']",
                "title = 1",
                "title = \"a\"\ntitle = \"b\"",
                "title",
                "= 1",
                "title = ",
                "title = \"a",
                "title = '''a",
                "[a",
                "[[a]",
                "a.b = 1",
                "\"\" = 1",
                "unknown = 1",
                "{}",
                "[]",
                "<x/>",
                "title = \"a\" x")) {
            all.add(Hostile.text(shown(text), text + "\n"));
        }
        all.add(Hostile.text("a rule twice", VALID + VALID));
        all.add(Hostile.text("3,000 rules", rules(3_000)));
        all.add(Hostile.text("10,000 open arrays", "x = " + "[".repeat(10_000) + "\n"));
        all.add(Hostile.text("10,000 arrays", "x = " + "[".repeat(10_000) + "]".repeat(10_000) + "\n"));
        all.add(Hostile.text("2,000 inline tables", "x = " + "{a=".repeat(2_000) + "1" + "}".repeat(2_000) + "\n"));
        all.add(Hostile.text("a key of 100,000 parts", "a" + ".a".repeat(100_000) + " = 1\n"));
        all.add(Hostile.text("a million brackets", "x = " + "[".repeat(1_000_000) + "\n"));
        all.add(Hostile.text("a number of 49,000 digits", "x = " + "7".repeat(49_000) + "\n"));
        all.add(Hostile.text("a number of 900,000 digits", "x = " + "7".repeat(900_000) + "\n"));
        all.add(Hostile.text(
                "an expression of a million characters",
                "[[rules]]\nid = \"x\"\nregex = '''" + "a?".repeat(500_000) + "'''\n"));
        all.add(new Hostile("1 GiB of zeros", Content.sparse("", 1L << 30, "")));
        return all;
    }

    private static String rules(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("[[rules]]\nid = \"r").append(i).append("\"\nregex = 'a'\n");
        }
        return text.toString();
    }

    private static String shown(String text) {
        String line = text.replace('\n', ' ');
        return line.length() < 60 ? line : line.substring(0, 60) + "… (" + text.length() + ")";
    }

    private static byte[] bytes(String before, int... values) {
        StringBuilder text = new StringBuilder(before);
        for (int each : values) {
            text.append((char) each);
        }
        return text.append("\"\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
