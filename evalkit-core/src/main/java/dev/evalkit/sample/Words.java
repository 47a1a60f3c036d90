package dev.evalkit.sample;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes of a buffer at once, each byte a lane of a {@code long} (Lamport, "Multiple byte processing with
 * full-word instructions", 1975). Marks are the high bits of lanes; the first mark in file order is exact, later ones may be false.
 *
 * <p>Every buffer that is read this way ends with {@link #PADDING} bytes of zero behind its content.
 */
final class Words {
    /** Bytes of zero behind the content of a buffer, so that a word may be loaded at any position of the content. */
    static final int PADDING = Long.BYTES;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long LOWS = 0x7F7F7F7F7F7F7F7FL;

    private Words() {}

    /** The eight bytes from a position on, the first one lowest. */
    static long at(byte[] bytes, int position) {
        return (long) LONG.get(bytes, position);
    }

    /** The bytes from a position on, eight at most, the first one lowest; zero in the lanes behind them. */
    static long upTo(byte[] bytes, int position, int length) {
        long word = at(bytes, position);
        return length >= Long.BYTES ? word : word & ~(-1L << (length * Byte.SIZE));
    }

    /** The byte in every lane. */
    static long broadcast(int value) {
        return (value & 0xFF) * ONES;
    }

    /** Marks quotes, control characters below space, and bytes that are not ASCII. */
    static long quoteControlOrHigh(long word) {
        // Flipping bit 1 turns the quote (0x22) into a space and keeps the controls below it, so one subtraction finds
        // both.
        return (((word ^ (2 * ONES)) - 0x21 * ONES) | word) & HIGHS;
    }

    /** Marks lanes that are equal to those of a broadcast byte below 0x80, and bytes that are not ASCII. */
    static long equalOrHigh(long word, long broadcast) {
        return (((word ^ broadcast) - ONES) | word) & HIGHS;
    }

    /** Marks exactly the lanes that are equal to those of a broadcast byte. */
    static long equal(long word, long broadcast) {
        return zeroLanes(word ^ broadcast);
    }

    /** Marks lanes that are no decimal digit. */
    static long notDigits(long word) {
        long digits = word ^ (0x30 * ONES);
        return ((digits + 0x76 * ONES) | digits) & HIGHS;
    }

    /** The number that the first 1 to 8 lanes spell, which are decimal digits. */
    static long decimal(long word, int count) {
        long digits = (word & (0x0F * ONES)) << (Long.SIZE - count * Byte.SIZE);
        long pairs = (digits * 10 + (digits >>> 8)) & 0x00FF00FF00FF00FFL;
        long fours = (pairs * 100 + (pairs >>> 16)) & 0x0000FFFF0000FFFFL;
        return (fours * 10_000 + (fours >>> 32)) & 0xFFFFFFFFL;
    }

    /** How many lanes are UTF-8 continuation bytes, that is 10xxxxxx. */
    static int countContinuations(long word) {
        return Long.bitCount(word & ~(word << 1) & HIGHS);
    }

    /** How many bytes stand before the first mark. */
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }

    /** The first position of a byte in [from, to), or -1. */
    static int indexOf(byte[] bytes, int value, int from, int to) {
        long wanted = broadcast(value);
        for (int p = from; p < to; p += Long.BYTES) {
            long marks = equal(at(bytes, p), wanted);
            if (marks != 0) {
                int found = p + first(marks);
                return found < to ? found : -1;
            }
        }
        return -1;
    }

    /** The last position of a byte in [from, to), or -1. */
    static int lastIndexOf(byte[] bytes, int value, int from, int to) {
        int p = to - 1;
        while (p >= from && bytes[p] != (byte) value) {
            p--;
        }
        return p >= from ? p : -1;
    }

    /** How often a byte occurs in [from, to). */
    static int count(byte[] bytes, int value, int from, int to) {
        long wanted = broadcast(value);
        int count = 0;
        int p = from;
        for (; p <= to - Long.BYTES; p += Long.BYTES) {
            count += Long.bitCount(equal(at(bytes, p), wanted));
        }
        for (; p < to; p++) {
            if (bytes[p] == (byte) value) {
                count++;
            }
        }
        return count;
    }

    /** Marks exactly the lanes that are zero. */
    private static long zeroLanes(long word) {
        return ~(((word & LOWS) + LOWS) | word | LOWS);
    }
}
