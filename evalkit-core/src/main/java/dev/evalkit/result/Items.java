package dev.evalkit.result;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Result items in columns. An item is made each time that it is asked for: a million of them, with their numbers in objects of their own, cost more to keep than to
 * make. As a list it cannot be changed; whoever appends items keeps it to itself until the last one is there.
 */
final class Items extends AbstractList<ResultItem> implements RandomAccess {
    /** The lower end of an interval that is not there; no interval has it. */
    static final double NO_INTERVAL = Double.POSITIVE_INFINITY;

    /** An end of an interval that is open; no interval has it. */
    static final double OPEN = Double.NaN;

    /** A number of samples that is not known. */
    static final long UNKNOWN = -1;

    private static final int NONE = -1;
    private static final int FIRST_CAPACITY = 16;

    private @Nullable String[] metrics = new @Nullable String[FIRST_CAPACITY];
    private @Nullable Meta[] metas = new @Nullable Meta[FIRST_CAPACITY];
    private double[] values = new double[FIRST_CAPACITY];
    private double[] lows = new double[FIRST_CAPACITY];
    private double[] highs = new double[FIRST_CAPACITY];
    private long[] samples = new long[FIRST_CAPACITY];
    private int size;
    private int indexed;

    private final ItemIndex index = new ItemIndex(this::metric, this::scope);

    /** Appends an item of which {@link ResultItem} approves. */
    void append(String metricId, double value, double low, double high, long samplesUsed, Meta meta) {
        if (size == values.length) {
            grow();
        }
        metrics[size] = metricId;
        values[size] = value;
        lows[size] = low;
        highs[size] = high;
        samples[size] = samplesUsed;
        metas[size] = meta;
        size++;
    }

    void append(ResultItem item) {
        Interval ci = item.ci();
        append(
                item.metricId(),
                item.value(),
                ci == null ? NO_INTERVAL : ci.low() == null ? OPEN : ci.low(),
                ci == null || ci.high() == null ? OPEN : ci.high(),
                item.samplesUsed() == null ? UNKNOWN : item.samplesUsed(),
                item.meta());
    }

    private void grow() {
        int capacity = 2 * size;
        metrics = Arrays.copyOf(metrics, capacity);
        metas = Arrays.copyOf(metas, capacity);
        values = Arrays.copyOf(values, capacity);
        lows = Arrays.copyOf(lows, capacity);
        highs = Arrays.copyOf(highs, capacity);
        samples = Arrays.copyOf(samples, capacity);
    }

    /** Enters the items into the index that were appended since; the first whose identity stands twice, or -1. */
    int indexAppended() {
        while (indexed < size) {
            int position = indexed++;
            if (index.add(position).isPresent()) {
                return position;
            }
        }
        return NONE;
    }

    OptionalInt find(ItemId id) {
        return find(id.metricId(), ItemScope.of(id));
    }

    /** Where the item of that metric and scope is, if it is here. */
    OptionalInt find(String metric, ItemScope scope) {
        return index.find(metric, scope);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public ResultItem get(int position) {
        double low = lows[Objects.checkIndex(position, size)];
        return new ResultItem(
                metric(position),
                values[position],
                low == NO_INTERVAL ? null : new Interval(end(low), end(highs[position])),
                samples[position] == UNKNOWN ? null : (Long) samples[position],
                meta(position));
    }

    private static @Nullable Double end(double end) {
        return Double.isNaN(end) ? null : (Double) end;
    }

    String metric(int position) {
        return Objects.requireNonNull(metrics[position]);
    }

    double value(int position) {
        return values[position];
    }

    Meta meta(int position) {
        return Objects.requireNonNull(metas[position]);
    }

    ItemScope scope(int position) {
        return meta(position).scope();
    }
}
