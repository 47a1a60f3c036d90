package dev.evalkit.json;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads values that recur within a document, such as the same small object in each of a million records: where the text of a value read before stands again, it is
 * compared and not read, and one instance serves for all.
 *
 * <p>Values mostly follow one another in the same order, so that the next one is guessed. A table of bounded size: a value that finds its place taken
 * by another takes the place.
 *
 * @param <T> what a value is read as; immutable, as it is shared
 */
public final class RecurringValues<T> {
    private static final int SIZE = 1 << 10;
    private static final int LONGEST = 1 << 10;

    private final JsonCursor json;
    private final Supplier<T> reader;
    private final Map<Integer, Entry<T>> entries = new HashMap<>();
    private @Nullable Entry<T> last;
    private @Nullable Entry<T> guess;
    private long lastTokens;

    /** A value, its text, how many tokens that has at which depth, and the one that followed it last time. */
    private static final class Entry<T> {
        private final byte[] text;
        private final int depth;
        private final long tokens;
        private final T value;
        private final boolean hasLines;
        private @Nullable Entry<T> next;

        Entry(byte[] text, int depth, long tokens, T value) {
            this.text = text;
            this.depth = depth;
            this.tokens = tokens;
            this.value = value;
            boolean found = false;
            for (byte each : text) {
                found |= each == '\n';
            }
            this.hasLines = found;
        }
    }

    /**
     * Values of one kind.
     *
     * @param json where they stand
     * @param reader reads the one that comes next
     */
    public RecurringValues(JsonCursor json, Supplier<T> reader) {
        this.json = json;
        this.reader = reader;
    }

    /** The end of the object at a place if it is the expected one or another that was read before, else -1. */
    int guess(byte[] bytes, int at, int most, int depth) {
        Entry<T> expected = last == null ? null : last.next;
        if (!isAt(expected, bytes, at, most, depth)) {
            expected = entries.get(place(objectHash(bytes, at, most)));
            if (!isAt(expected, bytes, at, most, depth)) {
                return -1;
            }
        }
        Entry<T> found = Objects.requireNonNull(expected);
        guess = found;
        return at + found.text.length;
    }

    private boolean isAt(@Nullable Entry<T> entry, byte[] bytes, int at, int most, int depth) {
        return entry != null
                && entry.depth == depth
                && at + entry.text.length <= most
                && Arrays.equals(bytes, at, at + entry.text.length, entry.text, 0, entry.text.length);
    }

    /** What {@link Arrays#hashCode(byte[])} says of an object's text where that has no escapes; anything where there is none. */
    private static int objectHash(byte[] bytes, int at, int most) {
        int hash = 1;
        int open = 0;
        boolean isInside = false;
        for (int i = at; i < Math.min(most, at + LONGEST); i++) {
            byte each = bytes[i];
            hash = 31 * hash + each;
            if (each == '"') {
                isInside = !isInside;
            } else if (!isInside) {
                open += each == '{' ? 1 : each == '}' ? -1 : 0;
                if (open == 0) {
                    break;
                }
            }
        }
        return hash;
    }

    private static int place(int hash) {
        return (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (SIZE - 1);
    }

    /** The value that was guessed. */
    T takeGuess() {
        Entry<T> taken = Objects.requireNonNull(guess);
        Objects.requireNonNull(last).next = taken;
        last = taken;
        return taken.value;
    }

    /** How many tokens the value that was guessed has. */
    long guessedTokens() {
        return Objects.requireNonNull(guess).tokens;
    }

    /** Whether there are line breaks in the value that was guessed. */
    boolean guessHasLines() {
        return Objects.requireNonNull(guess).hasLines;
    }

    /** How many tokens the value that was read last had. */
    long lastTokens() {
        return lastTokens;
    }

    /** The value of the member whose name was read last. */
    public T next() {
        Entry<T> expected = last == null ? null : last.next;
        if (expected != null && json.takeIfNext(expected.text, expected.depth, expected.tokens, expected.hasLines)) {
            last = expected;
            lastTokens = expected.tokens;
            return expected.value;
        }
        long from = json.offset();
        long before = json.tokens();
        T value = reader.get();
        lastTokens = json.tokens() - before;
        byte[] text = json.textSince(from, LONGEST);
        if (isWholeByItself(text)) {
            follow(text, lastTokens, value);
        }
        return value;
    }

    /**
     * Whether text that begins so holds this value and no other: after a closing bracket or quote it cannot go on, as a number could. What is not ASCII, and
     * line breaks other than line feeds, would have to be counted for the places of errors.
     */
    private static boolean isWholeByItself(byte[] text) {
        if (text.length == 0 || "}]\"".indexOf(text[text.length - 1]) < 0) {
            return false;
        }
        for (byte each : text) {
            if (each < ' ' && each != '\n') {
                return false;
            }
        }
        return true;
    }

    private void follow(byte[] text, long tokens, T value) {
        int place = place(Arrays.hashCode(text));
        Entry<T> entry = entries.get(place);
        if (entry == null || !Arrays.equals(entry.text, text)) {
            entry = new Entry<>(text, json.depth(), tokens, value);
            entries.put(place, entry);
        }
        if (last != null) {
            last.next = entry;
        }
        last = entry;
    }
}
