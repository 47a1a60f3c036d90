package dev.evalkit.scan.pattern;

import dev.evalkit.EvalkitException;
import java.util.Map;

/** Reads a class in brackets. */
final class ClassReader {
    private static final Map<String, CharSet> NAMED = Map.ofEntries(
            Map.entry(
                    "alnum", CharSet.range('0', '9').or(CharSet.range('A', 'Z')).or(CharSet.range('a', 'z'))),
            Map.entry("alpha", CharSet.range('A', 'Z').or(CharSet.range('a', 'z'))),
            Map.entry("ascii", CharSet.range(0, 127)),
            Map.entry("blank", CharSet.of('\t').or(CharSet.of(' '))),
            Map.entry("cntrl", CharSet.range(0, 31).or(CharSet.of(127))),
            Map.entry("digit", CharSet.DIGITS),
            Map.entry("graph", CharSet.range('!', '~')),
            Map.entry("lower", CharSet.range('a', 'z')),
            Map.entry("print", CharSet.range(' ', '~')),
            Map.entry(
                    "punct",
                    CharSet.range('!', '/')
                            .or(CharSet.range(':', '@'))
                            .or(CharSet.range('[', '`'))
                            .or(CharSet.range('{', '~'))),
            Map.entry("space", CharSet.SPACE.or(CharSet.of(11))),
            Map.entry("upper", CharSet.range('A', 'Z')),
            Map.entry("word", CharSet.WORD),
            Map.entry("xdigit", CharSet.DIGITS.or(CharSet.range('A', 'F')).or(CharSet.range('a', 'f'))));

    private final String source;
    private int at;

    ClassReader(String source, int at) {
        this.source = source;
        this.at = at;
    }

    /** Where the class ends. */
    int at() {
        return at;
    }

    CharSet read(boolean anyCase) {
        at++;
        boolean negated = source.startsWith("^", at);
        at += negated ? 1 : 0;
        CharSet set = CharSet.NONE;
        boolean first = true;
        while (first || peek() != ']') {
            set = set.or(element());
            first = false;
        }
        at++;
        CharSet cased = anyCase ? set.bothCases() : set;
        return negated ? cased.not() : cased;
    }

    private CharSet element() {
        if (source.startsWith("[:", at)) {
            int end = source.indexOf(":]", at);
            if (end > 0) {
                return named(end);
            }
        }
        CharSet from = single();
        boolean range = at + 1 < source.length() && source.charAt(at) == '-' && source.charAt(at + 1) != ']';
        if (!range) {
            return from;
        }
        at++;
        CharSet to = single();
        int first = from.count() == 1 ? Long.numberOfTrailingZeros(from.low()) : 0;
        int low = first < Long.SIZE ? first : Long.SIZE + Long.numberOfTrailingZeros(from.high());
        if (from.count() != 1) {
            return from.or(to);
        }
        return to.other() ? CharSet.range(low, 128) : CharSet.range(low, last(to));
    }

    private static int last(CharSet set) {
        return set.high() != 0
                ? 2 * Long.SIZE - 1 - Long.numberOfLeadingZeros(set.high())
                : Long.SIZE - 1 - Long.numberOfLeadingZeros(set.low());
    }

    private CharSet named(int end) {
        boolean negated = source.startsWith("^", at + 2);
        String name = source.substring(at + (negated ? 3 : 2), end);
        CharSet set = NAMED.get(name);
        if (set == null) {
            throw new EvalkitException("the unknown class [:" + name + ":]");
        }
        at = end + 2;
        return negated ? set.not() : set;
    }

    private CharSet single() {
        if (peek() == '\\') {
            EscapeReader reader = new EscapeReader(source, at);
            CharSet set = reader.read();
            at = reader.at();
            return set;
        }
        int character = source.codePointAt(at);
        at += Character.charCount(character);
        return character > 127 ? new CharSet(0, 0, true) : CharSet.of(character);
    }

    private char peek() {
        if (at >= source.length()) {
            throw new EvalkitException("a [ that is not closed");
        }
        return source.charAt(at);
    }
}
