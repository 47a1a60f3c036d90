package dev.evalkit.qa;

import dev.evalkit.EvalkitException;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes the QA log apart into lines, and tells what each of them is. */
final class QaLines {
    /** More than the longest entry, all of it escaped. */
    private static final int LONGEST = 16 << 20;

    private static final int BEGINNING = 1 << 10;
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int from;
    private int to;
    private boolean tooLong;
    private boolean ended;

    QaLines(InputStream in) {
        this.in = in;
    }

    void forEach(Consumer<? super QaLine> reader) throws IOException {
        for (int number = 1; read(); number++) {
            String text = line.toString(StandardCharsets.UTF_8).strip();
            if (tooLong) {
                reader.accept(new QaLine.Other(
                        number,
                        text.substring(0, Math.min(BEGINNING, text.length())),
                        "longer than " + LONGEST + " bytes, which is the most that is read here"));
            } else if (!text.isEmpty()) {
                reader.accept(line(number, text));
            }
        }
    }

    /** Reads up to the next newline; false at the end of the file. */
    private boolean read() throws IOException {
        line.reset();
        tooLong = false;
        ended = false;
        while (!ended) {
            if (from == to) {
                from = 0;
                to = Math.max(0, in.read(buffer));
                if (to == 0) {
                    break;
                }
            }
            int start = from;
            while (from < to && buffer[from] != '\n') {
                from++;
            }
            int length = from - start;
            tooLong |= line.size() + length > LONGEST;
            line.write(buffer, start, Math.min(length, LONGEST - line.size()));
            ended = from < to;
            from += ended ? 1 : 0;
        }
        return ended || line.size() > 0;
    }

    private QaLine line(int number, String text) {
        JsonDocument document;
        try {
            document = JsonDocument.parse(QaLog.FILE, line.toByteArray());
        } catch (EvalkitException e) {
            return ended ? other(number, text, e) : new QaLine.Torn(number, text);
        }
        try {
            return new QaLine.Entry(number, entry(document.object()));
        } catch (EvalkitException e) {
            return other(number, text, e);
        } catch (DateTimeException e) {
            return new QaLine.Other(number, text, "\"ts\" is no time: " + e.getMessage());
        }
    }

    private static QaLine.Other other(int number, String text, EvalkitException why) {
        String message = String.valueOf(why.getMessage());
        String place = why.location().map(location -> location + ": ").orElse("");
        return new QaLine.Other(number, text, message.substring(place.length()));
    }

    private static QaEntry entry(JsonObject line) {
        Map<String, String> refs = new LinkedHashMap<>();
        Optional<JsonObject> stated = line.optionalObject("refs");
        stated.ifPresent(object -> object.keys().forEach(key -> refs.put(key, object.string(key))));
        return new QaEntry(time(line), line.string("q"), line.string("a"), line.strings("tags"), refs);
    }

    /** Older tools wrote seconds since 1970. */
    private static Instant time(JsonObject line) {
        return line.asMap().get("ts") instanceof Long seconds
                ? Instant.ofEpochSecond(seconds)
                : OffsetDateTime.parse(line.string("ts")).toInstant();
    }
}
