package dev.evalkit.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a record is written apart from its values: the text around them.
 *
 * @param literals what stands before each value, and at last behind the last one; a string's quotes belong to it
 * @param kinds what kind of value follows each literal but the last
 * @param names the member that each value belongs to
 * @param hasLines whether there are line breaks
 */
record Skeleton(List<byte[]> literals, List<Kind> kinds, List<String> names, boolean hasLines) {

    /** What is not part of the skeleton. */
    enum Kind {
        TEXT,
        NUMBER,
        OBJECT
    }

    /**
     * Takes a record apart that is known to be good JSON.
     *
     * @param record its text, from behind the opening brace to the closing one
     * @return null where it has arrays of other than numbers, more than one object, or names that are not plain ASCII
     */
    static @Nullable Skeleton of(byte[] record) {
        return new Learner(record).learn();
    }

    private static final class Learner {
        private final byte[] text;
        private final List<byte[]> literals = new ArrayList<>();
        private final List<Kind> kinds = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private int at;
        private int from;
        private boolean hasLines;

        Learner(byte[] text) {
            this.text = text;
        }

        @Nullable
        Skeleton learn() {
            while (visible() != '}') {
                if (text[at] == ',') {
                    at++;
                    visible();
                }
                int start = at + 1;
                string();
                String name = new String(text, start, at - 1 - start, StandardCharsets.UTF_8);
                visible();
                at++;
                if (!value(visible(), name)) {
                    return null;
                }
            }
            literals.add(Arrays.copyOfRange(text, from, at + 1));
            boolean isWhole = at + 1 == text.length && literals.stream().allMatch(Learner::isPlain);
            return isWhole ? new Skeleton(literals, kinds, names, hasLines) : null;
        }

        /** Whether names stand there as they are, and places of errors can be counted by bytes and line feeds. */
        private static boolean isPlain(byte[] literal) {
            for (byte each : literal) {
                if (each < 0 || each == '\r' || each == '\\') {
                    return false;
                }
            }
            return true;
        }

        private boolean value(int first, String name) {
            switch (first) {
                case '"' -> {
                    at++;
                    cell(Kind.TEXT, name);
                    at--;
                    string();
                    from = at - 1;
                }
                case '{' -> {
                    boolean isFirst = !kinds.contains(Kind.OBJECT);
                    cell(Kind.OBJECT, name);
                    object();
                    from = at;
                    return isFirst;
                }
                case '[' -> {
                    return numbers(name);
                }
                case 't', 'f', 'n' -> {
                    while (Character.isLetter(text[at])) {
                        at++;
                    }
                }
                default -> number(name);
            }
            return true;
        }

        private void cell(Kind kind, String name) {
            literals.add(Arrays.copyOfRange(text, from, at));
            kinds.add(kind);
            names.add(name);
        }

        private void number(String name) {
            cell(Kind.NUMBER, name);
            while ("+-.eE0123456789".indexOf(text[at]) >= 0) {
                at++;
            }
            from = at;
        }

        private boolean numbers(String name) {
            at++;
            while (visible() != ']') {
                if (text[at] == ',') {
                    at++;
                } else if (text[at] == '-' || Character.isDigit(text[at])) {
                    number(name);
                } else {
                    return false;
                }
            }
            at++;
            return true;
        }

        /** Passes over a string whose opening quote comes next. */
        private void string() {
            at++;
            while (text[at] != '"') {
                at += text[at] == '\\' ? 2 : 1;
            }
            at++;
        }

        /** Passes over an object whose opening brace comes next. */
        private void object() {
            int depth = 0;
            do {
                if (text[at] == '"') {
                    string();
                } else {
                    depth += text[at] == '{' ? 1 : text[at] == '}' ? -1 : 0;
                    at++;
                }
            } while (depth > 0);
        }

        private int visible() {
            while (text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n') {
                hasLines |= text[at] == '\n';
                at++;
            }
            return text[at];
        }
    }
}
