package dev.evalkit.json;

import dev.evalkit.json.Skeleton.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.NumberInput;

/**
 * Reads records that are written like the one before them: the same members in the same order with the same white space, of plain strings and numbers, arrays of
 * numbers, and one object of {@link RecurringValues}. Where a record is not, nothing is taken, and it is read member by member, which also finds what is wrong with it.
 *
 * <pre>{@code
 * if (records.next()) {
 *     // Look at its values, and if they please:
 *     records.take();
 * } else {
 *     json.beginObject();
 *     // ...
 *     json.endObject();
 *     if (records.learn()) {
 *         // What stands in which place may have changed.
 *     }
 * }
 * }</pre>
 *
 * @param <T> what the object is read as
 */
public final class SteadyRecords<T> {
    private static final int LONGEST = 1 << 12;
    private static final int PATIENCE = 16;
    private static final int MOST_DIGITS = 18;

    private final JsonCursor json;
    private final RecurringValues<T> objects;
    private @Nullable Skeleton skeleton;
    private long skeletonTokens;
    private boolean hasObject;
    private int depth;
    private byte[][] literals = {};
    private Kind[] kinds = {};
    private int[] froms = {};
    private int[] tos = {};
    private double[] numbers = {};
    private int end;
    private long learnFrom;
    private long tokensBefore;
    private int read;
    private int missed;
    private boolean isOther;

    /**
     * Records of one array.
     *
     * @param json where they stand
     * @param objects reads the objects in them
     */
    public SteadyRecords(JsonCursor json, RecurringValues<T> objects) {
        this.json = json;
        this.objects = objects;
    }

    /** Whether the record that comes next is written like the one that was learned last; it stays where it is. */
    public boolean next() {
        boolean isRecord = json.peek() == JsonKind.BEGIN_OBJECT;
        learnFrom = json.input().offset();
        tokensBefore = json.tokens();
        isOther = true;
        boolean isKnown = isRecord && skeleton != null && depth == json.depth() && matches();
        read += isKnown ? 1 : 0;
        missed += isKnown ? 0 : 1;
        return isKnown;
    }

    /** The members that the values of the record belong to, in order. */
    public List<String> names() {
        return skeleton == null ? List.of() : skeleton.names();
    }

    /** The string in that place. */
    public String text(int place) {
        return new String(json.input().bytes, froms[place], tos[place] - froms[place], StandardCharsets.ISO_8859_1);
    }

    /** The number in that place. */
    public double number(int place) {
        return numbers[place];
    }

    /** Takes the record, and gives its object; null where it has none. */
    public @Nullable T take() {
        boolean hasLines = skeleton != null && skeleton.hasLines();
        if (!hasObject) {
            json.takeRecord(end, skeletonTokens, hasLines);
            return null;
        }
        json.takeRecord(end, skeletonTokens + objects.guessedTokens(), hasLines || objects.guessHasLines());
        return objects.takeGuess();
    }

    /** Learns how the record that was read last was written; false where nothing new is learned: only a value was odd, or records keep changing. */
    public boolean learn() {
        if (!isOther || missed > PATIENCE + read) {
            return false;
        }
        byte[] text = json.textSince(learnFrom, LONGEST);
        skeleton = text.length == 0 ? null : Skeleton.of(text);
        if (skeleton == null) {
            return false;
        }
        literals = skeleton.literals().toArray(byte[][]::new);
        kinds = skeleton.kinds().toArray(Kind[]::new);
        int places = kinds.length;
        froms = new int[places];
        tos = new int[places];
        numbers = new double[places];
        depth = json.depth();
        hasObject = skeleton.kinds().contains(Kind.OBJECT);
        skeletonTokens = json.tokens() - tokensBefore - (hasObject ? objects.lastTokens() : 0);
        return true;
    }

    private boolean matches() {
        JsonInput in = json.input();
        in.ensure(LONGEST);
        byte[] bytes = in.bytes;
        int most = in.end;
        int longest = Math.min(in.limits().stringLength(), in.limits().numberLength());
        int at = in.at;
        for (int i = 0; i < kinds.length; i++) {
            byte[] literal = literals[i];
            // A number, word or bracket follows at least, so that there is a byte to look at.
            if (at + literal.length >= most
                    || !Arrays.equals(bytes, at, at + literal.length, literal, 0, literal.length)) {
                return false;
            }
            at += literal.length;
            froms[i] = at;
            at = switch (kinds[i]) {
                case TEXT -> text(bytes, at, most);
                case NUMBER -> number(bytes, at, most, i);
                case OBJECT -> objects.guess(bytes, at, most, depth + 1);
            };
            if (at < 0) {
                isOther = false;
                return false;
            }
            tos[i] = at;
            if (kinds[i] != Kind.OBJECT && at - froms[i] > longest) {
                return false;
            }
        }
        byte[] literal = literals[kinds.length];
        end = at + literal.length;
        return end <= most
                && Arrays.equals(bytes, at, end, literal, 0, literal.length)
                && json.tokens() + skeletonTokens + LONGEST < in.limits().tokens();
    }

    /** The end of plain text, or -1 where something in it would have to be decoded. */
    private static int text(byte[] bytes, int from, int most) {
        for (int i = from; i < most; i++) {
            byte each = bytes[i];
            if (each == '"') {
                return i;
            }
            if (each < ' ' || each == '\\') {
                return -1;
            }
        }
        return -1;
    }

    /** The end of a number of few digits, or -1 where it is something else. */
    private int number(byte[] bytes, int from, int most, int place) {
        boolean isNegative = bytes[from] == '-';
        int start = from + (isNegative ? 1 : 0);
        int at = start;
        long significand = 0;
        int digits = 0;
        int point = -1;
        for (; at < most; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                significand = 10 * significand + digit;
                digits++;
            } else if (bytes[at] == '.' && point < 0 && digits > 0) {
                point = at;
            } else {
                break;
            }
        }
        int whole = (point < 0 ? at : point) - start;
        if (digits == 0 || digits > MOST_DIGITS || point == at - 1 || (whole > 1 && bytes[start] == '0')) {
            return -1;
        }
        int exponent = point < 0 ? 0 : point + 1 - at;
        if (at < most && (bytes[at] | ' ') == 'e') {
            int end = exponentEnd(bytes, at + 1, most);
            if (end < 0) {
                return -1;
            }
            exponent += Integer.parseInt(new String(bytes, at + 1, end - at - 1, StandardCharsets.ISO_8859_1));
            at = end;
        }
        double size = NumberReader.exact(significand, exponent);
        numbers[place] = Double.isNaN(size)
                ? NumberInput.parseDouble(new String(bytes, from, at - from, StandardCharsets.ISO_8859_1), true)
                : isNegative ? -size : size;
        return Double.isInfinite(numbers[place]) ? -1 : at;
    }

    /** The end of a sign, if any, and one to three digits; -1 where something else stands there. */
    private static int exponentEnd(byte[] bytes, int from, int most) {
        int at = from < most && (bytes[from] == '-' || bytes[from] == '+') ? from + 1 : from;
        int start = at;
        while (at < most && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at == start || at - start > 3 ? -1 : at;
    }
}
