package dev.evalkit.result;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.Shown;
import dev.evalkit.json.JsonCursor;
import dev.evalkit.json.JsonKind;
import java.util.Arrays;

/** Reads one result file: an array of items, or a single one. */
final class ResultFileReader {
    private static final int BLOCK = 1 << 10;

    private final JsonCursor json;
    private final String shownName;
    private final ItemReader reader;
    private final Items items = new Items();
    /** Line and column of each item, for the one message that names two places. */
    private int[] places = new int[16];

    ResultFileReader(JsonCursor json, String shownName) {
        this.json = json;
        this.shownName = shownName;
        this.reader = new ItemReader(json, items);
    }

    ResultSet read() {
        try {
            readAll();
        } catch (EvalkitException e) {
            // What is wrong first is said first.
            requireDistinct();
            throw e;
        }
        requireDistinct();
        return new ResultSet(items);
    }

    private void readAll() {
        if (json.peek() == JsonKind.BEGIN_ARRAY) {
            json.beginArray();
            while (json.hasNext()) {
                readItem();
            }
            json.endArray();
        } else {
            readItem();
        }
        json.endDocument();
    }

    private void readItem() {
        json.peek();
        Location place = json.location();
        keep(items.size(), place);
        reader.read(place);
        if (items.size() % BLOCK == 0) {
            requireDistinct();
        }
    }

    /** Many at once, since the index is larger than the processor's caches, and waits for memory overlap only where nothing else comes between them. */
    private void requireDistinct() {
        int twice = items.indexAppended();
        if (twice >= 0) {
            ItemId id = items.get(twice).id();
            throw new EvalkitException(
                    place(twice),
                    "two items have the identity " + Shown.quoted(id.toString()) + ", this one and the one at "
                            + place(items.find(id).orElseThrow()) + "; " + ItemReader.SET_APART);
        }
    }

    private void keep(int position, Location place) {
        if (2 * position == places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        places[2 * position] = place.line();
        places[2 * position + 1] = place.column();
    }

    private Location place(int position) {
        return new Location(shownName, places[2 * position], places[2 * position + 1]);
    }
}
