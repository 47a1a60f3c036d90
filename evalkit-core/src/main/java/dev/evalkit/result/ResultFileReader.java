package dev.evalkit.result;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.Shown;
import dev.evalkit.json.JsonCursor;
import dev.evalkit.json.JsonKind;
import java.util.Arrays;

/** Reads one result file: an array of items, or a single one. */
final class ResultFileReader {
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
        return new ResultSet(items);
    }

    private void readItem() {
        json.peek();
        Location place = json.location();
        int position = items.size();
        keep(position, place);
        reader.read(place);
        int same = items.indexLast();
        if (same != position) {
            String identity = items.get(position).id().toString();
            throw new EvalkitException(
                    place,
                    "two items have the identity " + Shown.quoted(identity) + ", this one and the one at " + place(same)
                            + "; " + ItemReader.SET_APART);
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
