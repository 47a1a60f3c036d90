package dev.evalkit.result;

import dev.evalkit.io.DurableFile;
import dev.evalkit.json.JsonCursor;
import dev.evalkit.json.JsonLimits;
import dev.evalkit.json.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Result files: arrays of items, read and written as streams. */
final class ResultFile {
    private ResultFile() {}

    static ResultSet read(Path file, String shownName) {
        try (JsonCursor json = JsonCursor.open(file, shownName, JsonLimits.forStreams())) {
            return new ResultFileReader(json, shownName).read();
        }
    }

    static ResultSet read(InputStream in, String shownName) {
        try (JsonCursor json = JsonCursor.of(shownName, in, JsonLimits.forStreams())) {
            return new ResultFileReader(json, shownName).read();
        }
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
}
