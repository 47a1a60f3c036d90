package dev.evalkit.report;

import dev.evalkit.Shown;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values as RFC 4180 has them, CRLF line ends included. Text that a spreadsheet would take for a formula gets an apostrophe in front, control and
 * invisible characters are shown as {@code \\uXXXX}; numbers stay numbers.
 */
public final class Csv {
    private static final String FORMULA = "=+-@\t\r";

    private final OutputStream out;
    private final int columns;
    private final List<String> cells = new ArrayList<>();

    private Csv(OutputStream out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    /** Begins a table with its header; the stream is not closed. */
    public static Csv begin(OutputStream out, List<String> header) throws IOException {
        Csv csv = new Csv(out, header.size());
        header.forEach(csv::text);
        csv.end();
        return csv;
    }

    /** A cell of text; an empty one for null. */
    public Csv text(@Nullable String text) {
        String raw = text == null ? "" : text;
        boolean isFormula = !raw.isEmpty() && (FORMULA.indexOf(raw.charAt(0)) >= 0 || isFormulaBehindBlanks(raw));
        String shown = (isFormula ? "'" : "") + Shown.text(raw);
        // A line that begins with a colon may be a command to a build server.
        boolean isQuoted = shown.startsWith(":")
                || !shown.equals(shown.strip())
                || shown.chars().anyMatch(c -> c == ',' || c == '"' || c == ';' || c == '\'');
        cells.add(isQuoted ? '"' + shown.replace("\"", "\"\"") + '"' : shown);
        return this;
    }

    private static boolean isFormulaBehindBlanks(String text) {
        String bare = text.stripLeading();
        return !bare.isEmpty() && FORMULA.indexOf(bare.charAt(0)) >= 0;
    }

    /** A cell with a number in full precision; an empty one for null. */
    public Csv number(@Nullable Double number) {
        cells.add(number == null ? "" : Double.toString(number == 0 ? 0.0 : number));
        return this;
    }

    /** A cell with a whole number; an empty one for null. */
    public Csv whole(@Nullable Long number) {
        cells.add(number == null ? "" : Long.toString(number));
        return this;
    }

    /** Ends the row. */
    public void end() throws IOException {
        if (cells.size() != columns) {
            throw new IllegalStateException("Expected " + columns + " cells, found " + cells.size());
        }
        out.write((String.join(",", cells) + "\r\n").getBytes(StandardCharsets.UTF_8));
        cells.clear();
    }
}
