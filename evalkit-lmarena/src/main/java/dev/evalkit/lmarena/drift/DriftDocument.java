package dev.evalkit.lmarena.drift;

import dev.evalkit.report.Document;
import dev.evalkit.report.Format;
import dev.evalkit.report.PlainText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/** What changed between two boards, as Markdown, text, or the JSON of {@code drift.json}. */
public final class DriftDocument implements Document {
    private final DriftResult drift;
    private final DriftReport report;

    /** A result, and how it is shown to people. */
    public DriftDocument(DriftResult drift, DriftReport report) {
        this.drift = drift;
        this.report = report;
    }

    @Override
    public Set<Format> formats() {
        return EnumSet.of(Format.MD, Format.TEXT, Format.JSON);
    }

    @Override
    public void write(Format format, OutputStream out) throws IOException {
        String text = switch (format) {
            case MD -> report.markdown();
            case TEXT -> PlainText.of(report.lines());
            case JSON -> DriftFile.text(drift);
            case CSV, JUNIT, SARIF ->
                throw new IllegalArgumentException("Boards have no document in that format: " + format.id());
        };
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
