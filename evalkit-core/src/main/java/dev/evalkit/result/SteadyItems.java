package dev.evalkit.result;

import dev.evalkit.json.SteadyRecords;
import java.util.List;

/** Reads items that are written like the one before them; all others, and whatever is wrong with one, are left to be read member by member. */
final class SteadyItems {
    private static final int NONE = -1;
    private static final double MOST_EXACT = 1L << 53;

    private final SteadyRecords<Meta> records;
    private final Items items;
    private boolean isUsable;
    private int metricId;
    private int value;
    private int ci;
    private int samplesUsed;

    SteadyItems(SteadyRecords<Meta> records, Items items) {
        this.records = records;
        this.items = items;
    }

    /** Appends the item that comes next, or returns false and leaves it where it is. */
    boolean read() {
        if (!records.next() || !isUsable) {
            return false;
        }
        String metric = records.text(metricId);
        double low = ci == NONE ? Items.NO_INTERVAL : records.number(ci);
        double high = ci == NONE ? Items.OPEN : records.number(ci + 1);
        double samples = samplesUsed == NONE ? Items.UNKNOWN : records.number(samplesUsed);
        if (metric.isEmpty()
                || (ci != NONE && low > high)
                || (samplesUsed != NONE && !(samples >= 0 && samples <= MOST_EXACT && samples == Math.rint(samples)))) {
            return false;
        }
        double number = records.number(value);
        Meta meta = records.take();
        items.append(metric, number, low, high, (long) samples, meta == null ? Meta.EMPTY : meta);
        return true;
    }

    /** Learns from the item that was read last, which was a good one. */
    void learn() {
        if (!records.learn()) {
            return;
        }
        List<String> names = records.names();
        metricId = names.indexOf(ItemReader.METRIC_ID);
        value = names.indexOf(ItemReader.VALUE);
        ci = names.indexOf(ItemReader.CI);
        samplesUsed = names.indexOf(ItemReader.SAMPLES_USED);
        long places =
                names.stream().filter(name -> !name.equals(ItemReader.META)).count();
        isUsable =
                metricId != NONE && value != NONE && places == 2 + (ci == NONE ? 0 : 2) + (samplesUsed == NONE ? 0 : 1);
    }
}
