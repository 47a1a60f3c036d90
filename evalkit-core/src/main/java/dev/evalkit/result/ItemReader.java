package dev.evalkit.result;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.Shown;
import dev.evalkit.json.JsonCursor;
import dev.evalkit.json.JsonKind;
import dev.evalkit.json.RecurringValues;
import dev.evalkit.json.SteadyRecords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads result items one after another into a table.
 *
 * <p>What {@code meta} objects repeat from item to item (whole objects, strings) is kept once, so that a file of a million items fits
 * into memory.
 */
final class ItemReader {
    static final String METRIC_ID = "metric_id";
    static final String VALUE = "value";
    static final String CI = "ci";
    static final String SAMPLES_USED = "samples_used";
    static final String META = "meta";

    private static final String SHAPE = "{metric_id, value, ci, samples_used, meta}";

    static final String SET_APART =
            "an identity stands once in a file: meta.model, meta.scenario, meta.dataset or meta.slice can set them apart";

    private final JsonCursor json;
    private final Items items;
    private final RecurringValues<Meta> metas;
    private final SteadyItems steady;
    private final Recent<String> texts = new Recent<>();
    private final Recent<ItemScope> scopes = new Recent<>();
    private final Recent<Meta> known = new Recent<>();
    private final List<@Nullable Object> namesAndValues = new ArrayList<>();
    private double low;
    private double high;

    ItemReader(JsonCursor json, Items items) {
        this.json = json;
        this.items = items;
        this.metas = new RecurringValues<>(json, () -> isNull() ? Meta.EMPTY : meta());
        this.steady = new SteadyItems(new SteadyRecords<>(json, metas), items);
    }

    /**
     * Appends the item that comes next.
     *
     * @param place where it begins
     */
    void read(Location place) {
        if (!steady.read()) {
            readByMember(place);
            steady.learn();
        }
    }

    private void readByMember(Location place) {
        String metricId = null;
        double value = Double.NaN;
        low = Items.NO_INTERVAL;
        high = Items.OPEN;
        long samplesUsed = Items.UNKNOWN;
        Meta meta = Meta.EMPTY;
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            switch (name) {
                case METRIC_ID -> metricId = metricId();
                case VALUE -> value = json.nextDouble();
                case CI -> interval();
                case SAMPLES_USED -> samplesUsed = isNull() ? Items.UNKNOWN : count();
                case META -> meta = metas.next();
                default -> throw unknown(name);
            }
        }
        json.endObject();
        if (metricId == null || Double.isNaN(value)) {
            throw new EvalkitException(
                    place,
                    "a result item without \"" + (metricId == null ? METRIC_ID : VALUE) + "\"; expected " + SHAPE);
        }
        items.append(metricId, value, low, high, samplesUsed, meta);
    }

    private String metricId() {
        String metricId = json.nextString();
        if (metricId.isEmpty()) {
            throw new EvalkitException(json.location(), "\"metric_id\" is empty, expected the id of an indicator");
        }
        return metricId;
    }

    private void interval() {
        if (isNull()) {
            return;
        }
        Location place = json.location();
        json.beginArray();
        low = isNull() ? Items.OPEN : json.nextDouble();
        high = isNull() ? Items.OPEN : json.nextDouble();
        json.endArray();
        if (low > high) {
            throw new EvalkitException(
                    place, "\"ci\" must be [low, high], the lower end first, found [" + low + ", " + high + "]");
        }
    }

    private long count() {
        long count = json.nextLong();
        if (count < 0) {
            throw new EvalkitException(json.location(), "\"samples_used\" must be null or 0 and more, found " + count);
        }
        return count;
    }

    private Meta meta() {
        namesAndValues.clear();
        json.beginObject();
        while (json.hasNext()) {
            namesAndValues.add(json.nextName());
            namesAndValues.add(json.peek() == JsonKind.STRING ? texts.same(json.nextString()) : json.readValue());
        }
        json.endObject();
        return known.same(Meta.owning(namesAndValues.toArray(), scopes));
    }

    /** Whether null comes next; it is taken then. */
    private boolean isNull() {
        boolean isNull = json.peek() == JsonKind.NULL;
        if (isNull) {
            json.nextNull();
        }
        return isNull;
    }

    private EvalkitException unknown(String name) {
        return new EvalkitException(
                json.location(),
                "unknown key " + Shown.quoted(name) + " in a result item; expected " + SHAPE
                        + ", and anything else inside \"meta\"");
    }
}
