package dev.evalkit.scan.pattern;

import dev.evalkit.EvalkitException;
import java.util.ArrayList;
import java.util.List;

/** Reads the syntax of RE2 into a tree. What is wrong with an expression the library says better; here it is only refused. */
final class SyntaxReader {
    private static final int DEEPEST = 100;
    private static final int MOST_REPEATS = 1000;

    private final String source;
    private int at;
    private int depth;
    private boolean anyCase;
    private boolean dotAll;

    private SyntaxReader(String source) {
        this.source = source;
    }

    /**
     * The tree of an expression.
     *
     * @throws EvalkitException if it is nested more than 100 deep, repeats more than 1000 times, or is malformed
     */
    static Node read(String source) {
        SyntaxReader reader = new SyntaxReader(source);
        Node node = reader.choice();
        if (reader.at < source.length()) {
            throw reader.refused("a ) that closes nothing");
        }
        return node;
    }

    private Node choice() {
        if (++depth > DEEPEST) {
            throw refused("groups nested more than " + DEEPEST + " deep");
        }
        List<Node> branches = new ArrayList<>();
        branches.add(sequence());
        while (accept('|')) {
            branches.add(sequence());
        }
        depth--;
        return branches.size() == 1 ? branches.get(0) : new Node.Choice(branches);
    }

    private Node sequence() {
        List<Node> parts = new ArrayList<>();
        while (more() && peek() != '|' && peek() != ')') {
            Node part = repeated(atom());
            if (part instanceof Node.Sequence inner) {
                parts.addAll(inner.parts());
            } else if (!(part instanceof Node.Empty)) {
                parts.add(part);
            }
        }
        return parts.size() == 1 ? parts.get(0) : parts.isEmpty() ? new Node.Empty() : new Node.Sequence(parts);
    }

    private Node repeated(Node part) {
        Node node = part;
        while (more()) {
            if (accept('*')) {
                node = new Node.Repeat(node, 0, Node.UNBOUNDED);
            } else if (accept('+')) {
                node = new Node.Repeat(node, 1, Node.UNBOUNDED);
            } else if (accept('?')) {
                node = new Node.Repeat(node, 0, 1);
            } else {
                int[] counts = counts();
                if (counts.length == 0) {
                    return node;
                }
                node = new Node.Repeat(node, counts[0], counts[1]);
            }
            // A ? behind a repetition only says which match is preferred.
            accept('?');
        }
        return node;
    }

    /** {@code {n}}, {@code {n,}} or {@code {n,m}}; nothing where the brace is a plain character. */
    private int[] counts() {
        int end = peek() == '{' ? source.indexOf('}', at) : -1;
        String[] numbers =
                end < 0 ? new String[0] : source.substring(at + 1, end).split(",", -1);
        if (numbers.length < 1 || numbers.length > 2 || !numbers[0].matches("[0-9]{1,9}")) {
            return new int[0];
        }
        int least = Integer.parseInt(numbers[0]);
        int most = numbers.length == 1 ? least : Node.UNBOUNDED;
        if (numbers.length == 2 && !numbers[1].isEmpty()) {
            if (!numbers[1].matches("[0-9]{1,9}")) {
                return new int[0];
            }
            most = Integer.parseInt(numbers[1]);
        }
        if (least > MOST_REPEATS || (most != Node.UNBOUNDED && most > MOST_REPEATS)) {
            throw refused("a repetition of more than " + MOST_REPEATS + " times");
        }
        at = end + 1;
        return new int[] {least, most};
    }

    private Node atom() {
        char next = source.charAt(at);
        return switch (next) {
            case '(' -> group();
            case '[' -> chars(new ClassReader(source, at));
            case '.' -> {
                at++;
                yield new Node.Chars(dotAll ? CharSet.ALL : CharSet.of('\n').not());
            }
            case '^', '$' -> {
                at++;
                yield new Node.Empty();
            }
            case '\\' -> escape();
            case '*', '+', '?' -> throw refused("a " + next + " that repeats nothing");
            default -> {
                int character = source.codePointAt(at);
                at += Character.charCount(character);
                yield literal(character);
            }
        };
    }

    private Node chars(ClassReader reader) {
        CharSet set = reader.read(anyCase);
        at = reader.at();
        return new Node.Chars(set);
    }

    private Node literal(int character) {
        CharSet set = CharSet.of(character);
        return new Node.Chars(character > 127 ? new CharSet(0, 0, true) : anyCase ? set.bothCases() : set);
    }

    private Node escape() {
        char kind = at + 1 < source.length() ? source.charAt(at + 1) : '\0';
        if ("bBAz".indexOf(kind) >= 0) {
            at += 2;
            return new Node.Empty();
        }
        if (kind == 'Q') {
            int end = source.indexOf("\\E", at);
            String quoted = source.substring(at + 2, end < 0 ? source.length() : end);
            at = end < 0 ? source.length() : end + 2;
            List<Node> parts = new ArrayList<>();
            quoted.codePoints().mapToObj(this::literal).forEach(parts::add);
            return new Node.Sequence(parts);
        }
        EscapeReader reader = new EscapeReader(source, at);
        CharSet set = reader.read();
        at = reader.at();
        return new Node.Chars(anyCase ? set.bothCases() : set);
    }

    private Node group() {
        boolean outerCase = anyCase;
        boolean outerDot = dotAll;
        at++;
        if (accept('?')) {
            if (source.startsWith("P<", at) || source.startsWith("<", at)) {
                int end = source.indexOf('>', at);
                at = end < 0 ? source.length() : end + 1;
            } else if (flags()) {
                return new Node.Empty();
            }
        }
        Node inner = choice();
        if (!accept(')')) {
            throw refused("a ( that is not closed");
        }
        anyCase = outerCase;
        dotAll = outerDot;
        return inner;
    }

    /** Reads {@code i-s:} or {@code i)}; true where the flags hold for the rest of the group around them. */
    private boolean flags() {
        boolean on = true;
        while (more()) {
            char flag = source.charAt(at++);
            switch (flag) {
                case 'i' -> anyCase = on;
                case 's' -> dotAll = on;
                case 'm', 'U' -> {}
                case '-' -> on = false;
                case ':' -> {
                    return false;
                }
                case ')' -> {
                    return true;
                }
                default -> throw refused("a group of an unknown kind");
            }
        }
        throw refused("a ( that is not closed");
    }

    private boolean more() {
        return at < source.length();
    }

    private char peek() {
        return source.charAt(at);
    }

    private boolean accept(char expected) {
        boolean found = more() && peek() == expected;
        at += found ? 1 : 0;
        return found;
    }

    private EvalkitException refused(String what) {
        return new EvalkitException(what);
    }
}
