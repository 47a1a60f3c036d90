package dev.evalkit.result;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.Shown;
import dev.evalkit.io.DurableFile;
import dev.evalkit.json.JsonCursor;
import dev.evalkit.json.JsonKind;
import dev.evalkit.json.JsonLimits;
import dev.evalkit.json.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/** Result files: arrays of items, read and written as streams. */
final class ResultFile {
    private ResultFile() {}

    static ResultSet read(Path file, String shownName) {
        try (JsonCursor json = JsonCursor.open(file, shownName, JsonLimits.forStreams())) {
            return read(json, shownName);
        }
    }

    static ResultSet read(InputStream in, String shownName) {
        try (JsonCursor json = JsonCursor.of(shownName, in, JsonLimits.forStreams())) {
            return read(json, shownName);
        }
    }

    private static ResultSet read(JsonCursor json, String shownName) {
        ItemReader reader = new ItemReader(json);
        List<ResultItem> items = new ArrayList<>();
        ItemIndex index = new ItemIndex(position -> items.get(position).id());
        Places places = new Places();
        boolean isArray = json.peek() == JsonKind.BEGIN_ARRAY;
        if (isArray) {
            json.beginArray();
        }
        while (json.hasNext()) {
            json.peek();
            Location place = json.location();
            places.add(place);
            items.add(reader.read(place));
            OptionalInt same = index.add(items.size() - 1);
            if (same.isPresent()) {
                throw new EvalkitException(
                        place,
                        "two items have the identity "
                                + Shown.quoted(items.get(same.getAsInt()).id().toString())
                                + ", this one and the one at " + places.of(shownName, same.getAsInt()) + "; "
                                + ItemReader.SET_APART);
            }
        }
        if (isArray) {
            json.endArray();
        }
        json.endDocument();
        return new ResultSet(Collections.unmodifiableList(items), index);
    }

    static void write(Path file, List<ResultItem> items) {
        DurableFile.write(file, out -> {
            try (JsonWriter json = JsonWriter.open(out)) {
                json.beginArray();
                for (ResultItem item : items) {
                    write(json, item);
                }
                json.endArray();
            }
        });
    }

    private static void write(JsonWriter json, ResultItem item) throws IOException {
        json.beginObject();
        json.name(ItemReader.METRIC_ID).value(item.metricId());
        json.name(ItemReader.VALUE).value(item.value());
        Interval ci = item.ci();
        json.name(ItemReader.CI).value(ci == null ? null : Arrays.asList(ci.low(), ci.high()));
        json.name(ItemReader.SAMPLES_USED).value(item.samplesUsed());
        json.name(ItemReader.META).value(item.meta().asMap());
        json.endObject();
    }

    /** Where items begin, for the one message that names two places. */
    private static final class Places {
        private int[] linesAndColumns = new int[16];
        private int count;

        void add(Location place) {
            if (count == linesAndColumns.length) {
                linesAndColumns = Arrays.copyOf(linesAndColumns, 2 * count);
            }
            linesAndColumns[count++] = place.line();
            linesAndColumns[count++] = place.column();
        }

        Location of(String file, int item) {
            return new Location(file, linesAndColumns[2 * item], linesAndColumns[2 * item + 1]);
        }
    }
}
