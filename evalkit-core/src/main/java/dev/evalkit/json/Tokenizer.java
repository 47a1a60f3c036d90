package dev.evalkit.json;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Takes a document apart into tokens, each of which is fully checked when it is reached, whether it is used or skipped. */
final class Tokenizer {
    private static final int LONGEST_WORD = 16;

    private final JsonInput in;
    private final TextReader text;
    private final NumberReader number;
    private final NameCache names = new NameCache();
    private Level[] levels = new Level[0];
    private int depth;
    private long tokens;
    private boolean isNamed;
    private String name = "";
    private boolean truth;

    /** An object or array that is open. */
    private static final class Level {
        private boolean isObject;
        private int end;
        private long members;
        private final NameSet names = new NameSet();
        private String name = "";

        String endInWords() {
            return isObject ? "the end of the object" : "the end of the array";
        }
    }

    Tokenizer(JsonInput in) {
        this.in = in;
        this.text = new TextReader(in);
        this.number = new NumberReader(in);
    }

    /**
     * Moves on to the next token.
     *
     * <p>One long method on purpose: it is too long for the JIT compiler to copy into each of its callers, which would compile the
     * whole tokenizer a dozen times over and cost more than reading a large document does.
     */
    JsonKind next() {
        int first = tokens == 0 ? begin() : in.nextVisible();
        in.beginToken();
        if (++tokens > in.limits().tokens()) {
            throw tooMany();
        }
        if (isNamed) {
            isNamed = false;
        } else if (depth > 0) {
            Level level = levels[depth - 1];
            if (first == level.end) {
                depth--;
                in.at++;
                return level.isObject ? JsonKind.END_OBJECT : JsonKind.END_ARRAY;
            }
            if (level.members++ > 0) {
                first = afterComma(first, level);
            }
            if (level.isObject) {
                return member(first, level);
            }
        } else if (tokens > 1) {
            return end(first);
        }
        switch (first) {
            case '"' -> {
                text.read(in.limits().stringLength(), "a string");
                return JsonKind.STRING;
            }
            case '{', '[' -> {
                if (depth == in.limits().depth()) {
                    throw tooDeep();
                }
                if (depth == levels.length) {
                    levels = Arrays.copyOf(levels, depth + 8);
                    Arrays.setAll(levels, i -> i < depth ? levels[i] : new Level());
                }
                Level level = levels[depth];
                level.isObject = first == '{';
                level.end = level.isObject ? '}' : ']';
                level.members = 0;
                level.names.clear();
                depth++;
                in.at++;
                return level.isObject ? JsonKind.BEGIN_OBJECT : JsonKind.BEGIN_ARRAY;
            }
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
                number.read();
                return JsonKind.NUMBER;
            }
            default -> {
                return word();
            }
        }
    }

    /** Takes a whole value of that text if it is the named member's, and within the limits. */
    boolean takeIfNext(byte[] text, long textTokens, boolean hasLines) {
        if (!isNamed || tokens + textTokens > in.limits().tokens()) {
            return false;
        }
        in.nextVisible();
        in.ensure(text.length);
        int to = in.at + text.length;
        if (to > in.end || !Arrays.equals(in.bytes, in.at, to, text, 0, text.length)) {
            return false;
        }
        in.beginToken();
        in.pass(to, hasLines);
        tokens += textTokens;
        isNamed = false;
        return true;
    }

    /** Takes the rest of an object that was just opened. */
    void takeRecord(int end, long recordTokens, boolean hasLines) {
        in.pass(end, hasLines);
        tokens += recordTokens;
        depth--;
    }

    /** How many tokens there were. */
    long count() {
        return tokens;
    }

    private int begin() {
        in.begin();
        return in.nextVisible();
    }

    private JsonKind end(int visible) {
        if (visible >= 0) {
            throw in.refused("found more after the end of the document, expected nothing");
        }
        tokens--;
        return JsonKind.END_DOCUMENT;
    }

    private int afterComma(int visible, Level level) {
        if (visible != ',') {
            throw unexpected("a comma or " + level.endInWords());
        }
        in.at++;
        int next = in.nextVisible();
        in.beginToken();
        return next;
    }

    private JsonKind member(int first, Level level) {
        if (first != '"') {
            throw unexpected("a name in double quotes" + (level.members == 1 ? " or " + level.endInWords() : ""));
        }
        String guessed = names.guess(in);
        if (guessed == null) {
            text.read(in.limits().nameLength(), "a name");
            guessed = text.value(names);
        }
        name = guessed;
        level.name = name;
        if (!level.names.add(name)) {
            throw new EvalkitException(
                    in.tokenLocation(),
                    "found the name " + Shown.quoted(name) + " twice in one object, expected it once");
        }
        if (in.nextVisible() != ':') {
            throw unexpected("a colon after the name " + Shown.quoted(name));
        }
        in.at++;
        isNamed = true;
        return JsonKind.NAME;
    }

    private EvalkitException tooMany() {
        return in.refused("found more than " + in.limits().tokens()
                + " values, names and brackets, which is the most that is read here");
    }

    private EvalkitException tooDeep() {
        return in.refused(
                "found more than " + depth + " levels of objects and arrays, which is the most that is read here");
    }

    private JsonKind word() {
        in.ensure(LONGEST_WORD);
        int to = in.at;
        while (to < in.end && to - in.at < LONGEST_WORD && Character.isLetter(in.bytes[to])) {
            to++;
        }
        String word = new String(in.bytes, in.at, to - in.at, StandardCharsets.ISO_8859_1);
        JsonKind found = switch (word) {
            case "true", "false" -> JsonKind.BOOLEAN;
            case "null" -> JsonKind.NULL;
            default ->
                throw word.isEmpty()
                        ? unexpected("a value")
                        : in.refused("found " + word
                                + ", expected a value (JSON knows true, false and null, and finite numbers)");
        };
        truth = word.length() == 4;
        in.at = to;
        return found;
    }

    NumberReader number() {
        return number;
    }

    String name() {
        return name;
    }

    String string() {
        return text.value();
    }

    boolean truth() {
        return truth;
    }

    /** The next byte is not what the grammar wants. */
    private EvalkitException unexpected(String expected) {
        in.ensure(4);
        if (in.at == in.end) {
            return in.refused("found the end of the document, expected " + expected);
        }
        return in.refused("found " + TextReader.shownCharacter(in) + ", expected " + expected);
    }

    /** The token is a fine one, but not what the caller asked for: {@code "x" must be a string, found the number 3}. */
    EvalkitException mismatch(JsonKind kind, String expected) {
        String found = switch (kind) {
            case BEGIN_OBJECT -> "an object";
            case END_OBJECT -> "the end of the object";
            case NAME -> "the name " + Shown.quoted(name);
            case BEGIN_ARRAY -> "an array";
            case END_ARRAY -> "the end of the array";
            case STRING -> "the string " + Shown.quoted(string());
            case NUMBER -> "the number " + Shown.shortened(number.text());
            case BOOLEAN -> String.valueOf(truth);
            case NULL -> "null";
            case END_DOCUMENT -> "the end of the document";
        };
        return new EvalkitException(
                in.tokenLocation(),
                switch (kind) {
                    case END_OBJECT, NAME, END_ARRAY, END_DOCUMENT -> "found " + found + ", expected " + expected;
                    default -> subject(kind) + " must be " + expected + ", found " + found;
                });
    }

    private String subject(JsonKind kind) {
        int holder = depth - (kind == JsonKind.BEGIN_OBJECT || kind == JsonKind.BEGIN_ARRAY ? 2 : 1);
        if (holder < 0) {
            return "the document";
        }
        Level level = levels[holder];
        return level.isObject ? Shown.quoted(level.name) : "element " + level.members;
    }
}
