package dev.evalkit.report.finding;

import dev.evalkit.report.Csv;
import dev.evalkit.report.Document;
import dev.evalkit.report.Format;
import dev.evalkit.report.PlainText;
import dev.evalkit.report.Style;
import dev.evalkit.report.junit.JUnitXml;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Findings in all formats. */
public final class FindingDocuments implements Document {
    private static final List<String> COLUMNS =
            List.of("severity", "rule", "file", "line", "column", "pointer", "message", "accepted_for", "fingerprint");

    private final FindingReport report;
    private final FailOn failOn;
    private final String folder;

    private FindingDocuments(FindingReport report, FailOn failOn, String folder) {
        this.report = report;
        this.failOn = failOn;
        this.folder = folder;
    }

    /**
     * The documents of a report.
     *
     * @param failOn what fails the build
     * @param folder the repository's folder below the root of the sources with a slash at its end; empty where it is that root
     */
    public static FindingDocuments of(FindingReport report, FailOn failOn, String folder) {
        return new FindingDocuments(report, failOn, folder);
    }

    @Override
    public Set<Format> formats() {
        return EnumSet.allOf(Format.class);
    }

    /** Writes it, each format without a secret. */
    @Override
    public void write(Format format, OutputStream out) throws IOException {
        switch (format) {
            case MD -> text(markdown(), out);
            case JSON -> text(FindingJson.of(report, failOn), out);
            case CSV -> csv(out);
            case TEXT -> text(PlainText.of(lines()), out);
            case JUNIT -> text(JUnitXml.of(List.of(new FindingJUnit(report, failOn).suite())), out);
            case SARIF -> text(new SarifDocument(report, folder).text(), out);
        }
    }

    /** The Markdown, e.g. for a build server's summary. */
    public String markdown() {
        return new FindingMarkdown(report, failOn).text();
    }

    private static void text(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        FindingText text = FindingText.of(report, Style.PLAIN);
        List<String> lines = new ArrayList<>();
        text.findings().forEach(line -> lines.add(line.text()));
        lines.addAll(text.rules());
        lines.add(text.summary());
        return lines;
    }

    private void csv(OutputStream out) throws IOException {
        Csv csv = Csv.begin(out, COLUMNS);
        for (ReportedFinding finding : report.findings()) {
            csv.text(finding.severity().name().toLowerCase(Locale.ROOT))
                    .text(finding.rule())
                    .text(finding.location().file())
                    .whole(known(finding.location().line()))
                    .whole(known(finding.location().column()))
                    .text(finding.pointer())
                    .text(finding.message())
                    .text(finding.acceptedFor())
                    .text(finding.fingerprint())
                    .end();
        }
    }

    private static @Nullable Long known(int number) {
        return number > 0 ? (long) number : null;
    }
}
