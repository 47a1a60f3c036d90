package dev.evalkit.qa;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.json.JsonWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A question and its answer, as the QA log keeps them.
 *
 * @param ts when it was added, to the millisecond
 * @param question what was asked; not blank
 * @param answer what was answered; not blank
 * @param tags words to find it by, none of them blank
 * @param refs what it is about, by kind, e.g. {@code metric_id} or {@code run}, in their order; neither names nor values are blank
 */
public record QaEntry(Instant ts, String question, String answer, List<String> tags, Map<String, String> refs) {
    /** So that a line is never longer than what is read, whatever is escaped in it. */
    private static final int MOST_CHARACTERS = 1 << 20;

    /**
     * Checks that nothing is blank.
     *
     * @throws EvalkitException if something is, or all is longer than a million characters together
     */
    public QaEntry {
        ts = ts.truncatedTo(ChronoUnit.MILLIS);
        tags = List.copyOf(tags);
        refs = Collections.unmodifiableMap(new LinkedHashMap<>(refs));
        long size = requireText("question", question) + requireText("answer", answer);
        for (String tag : tags) {
            size += requireText("tag", tag);
        }
        for (Map.Entry<String, String> ref : refs.entrySet()) {
            size += requireText("name of a reference", ref.getKey());
            size += requireText("reference " + Shown.quoted(ref.getKey()), ref.getValue());
        }
        if (size > MOST_CHARACTERS) {
            throw new EvalkitException("An entry of the QA log has at most " + MOST_CHARACTERS + " characters, found "
                    + size + "; put what is long into a file and refer to it");
        }
    }

    private static long requireText(String what, String text) {
        if (text.isBlank()) {
            throw new EvalkitException("The " + what + " of an entry of the QA log is blank, expected some text");
        }
        return text.length();
    }

    /** The line of the log, without its newline: {@code {"ts":…,"q":…,"a":…,"tags":[…],"refs":{…}}}. */
    String toLine() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("ts", ts.toString());
        members.put("q", question);
        members.put("a", answer);
        members.put("tags", tags);
        members.put("refs", refs);
        return JsonWriter.toLine(members);
    }
}
