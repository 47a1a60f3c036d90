package dev.evalkit.report;

import dev.evalkit.diff.gate.DiffFile;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.json.JsonWriter;
import dev.evalkit.report.junit.JUnitXml;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A diff in several formats: JSON is that of {@code diff.json}, Markdown that of {@code summary.md}. */
public final class DiffDocument implements Document {
    static final Set<Format> FORMATS = EnumSet.complementOf(EnumSet.of(Format.SARIF));

    private final Outcome outcome;
    private final DiffTable table;

    private DiffDocument(Outcome outcome, DiffTable table) {
        this.outcome = outcome;
        this.table = table;
    }

    /** The diff; the table says how many rows its text shows. */
    public static DiffDocument of(Outcome outcome, DiffTable table) {
        return new DiffDocument(outcome, table);
    }

    @Override
    public Set<Format> formats() {
        return EnumSet.copyOf(FORMATS);
    }

    @Override
    public void write(Format format, OutputStream out) throws IOException {
        switch (format) {
            case MD -> text(DiffSummary.of(outcome), out);
            case JSON -> {
                try (JsonWriter json = JsonWriter.open(new Kept(out))) {
                    DiffFile.write(json, outcome, null);
                }
            }
            case CSV -> DiffCsv.begin(out).add(outcome);
            case TEXT -> text(PlainText.of(table.lines(outcome)), out);
            case JUNIT -> text(JUnitXml.of(List.of(new DiffJUnit(outcome, null).suite())), out);
            case SARIF -> throw new IllegalArgumentException("A diff has no places in files, which SARIF is about");
        }
    }

    static void text(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
