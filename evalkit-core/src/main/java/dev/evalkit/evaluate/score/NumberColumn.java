package dev.evalkit.evaluate.score;

import java.util.Arrays;

/**
 * A column of numbers, one for each row; NaN where a row has none.
 *
 * <p>Small whole numbers, which most scores are, take one byte each.
 */
public final class NumberColumn {
    private static final int MISSING = 255;
    private static final int FIRST_CAPACITY = 256;
    private static final int FEW = 1 << 10;

    private byte[] small = new byte[FIRST_CAPACITY];
    private double[] wide = {};
    private boolean isWide;
    private int size;

    NumberColumn() {}

    /** How many rows there are. */
    public int size() {
        return size;
    }

    /** The number of a row; NaN where it has none. */
    public double get(int row) {
        if (isWide) {
            return wide[row];
        }
        int value = small[row] & 0xFF;
        return value == MISSING ? Double.NaN : value;
    }

    /** What happens for nearly every row stands here, and little of it, so that it is compiled soon and cheaply. */
    void add(double value) {
        if (isWide && size < wide.length) {
            wide[size++] = value;
        } else if (!isWide && (int) value == value && value >= 0 && value < MISSING && size < small.length) {
            small[size++] = (byte) value;
        } else {
            addUnusual(value);
        }
    }

    private void addUnusual(double value) {
        if (!isWide) {
            int whole = (int) value;
            if (whole == value && whole >= 0 && whole < MISSING) {
                addSmall(whole);
                return;
            }
            if (Double.isNaN(value)) {
                addSmall(MISSING);
                return;
            }
            widen();
        }
        if (size == wide.length) {
            wide = Arrays.copyOf(wide, grown(size));
        }
        wide[size++] = value;
    }

    void append(NumberColumn later) {
        int both = Math.addExact(size, later.size);
        if (!isWide && !later.isWide) {
            if (small.length < both) {
                small = Arrays.copyOf(small, Math.max(grown(size), both));
            }
            System.arraycopy(later.small, 0, small, size, later.size);
            size = both;
            return;
        }
        if (!isWide) {
            widen();
        }
        if (wide.length < both) {
            wide = Arrays.copyOf(wide, Math.max(grown(size), both));
        }
        if (later.isWide) {
            System.arraycopy(later.wide, 0, wide, size, later.size);
        } else {
            for (int row = 0; row < later.size; row++) {
                wide[size + row] = later.get(row);
            }
        }
        size = both;
    }

    /** Lets go of the room for more; called once nothing will be added. */
    void trim() {
        if (isWide) {
            wide = Arrays.copyOf(wide, size);
        } else {
            small = Arrays.copyOf(small, size);
        }
    }

    /** All numbers, where {@link #trim} was called; the array may be the column's own, so nobody may change it. */
    double[] all() {
        if (isWide) {
            return wide;
        }
        double[] values = new double[size];
        for (int row = 0; row < size; row++) {
            values[row] = get(row);
        }
        return values;
    }

    private void addSmall(int value) {
        if (size == small.length) {
            small = Arrays.copyOf(small, grown(size));
        }
        small[size++] = (byte) value;
    }

    private void widen() {
        double[] values = new double[Math.max(FIRST_CAPACITY, small.length)];
        for (int row = 0; row < size; row++) {
            values[row] = get(row);
        }
        wide = values;
        isWide = true;
        small = new byte[0];
    }

    /** Four times as many in the beginning, then one and a half times as many, as a list grows. */
    static int grown(int size) {
        return size < FEW ? Math.max(FIRST_CAPACITY, 4 * size) : Math.addExact(size, size >> 1);
    }
}
