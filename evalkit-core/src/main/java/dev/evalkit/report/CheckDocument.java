package dev.evalkit.report;

import dev.evalkit.Shown;
import dev.evalkit.diff.gate.DiffFile;
import dev.evalkit.json.JsonWriter;
import dev.evalkit.report.github.Annotation;
import dev.evalkit.report.junit.JUnitXml;
import dev.evalkit.report.junit.TestCase;
import dev.evalkit.report.junit.TestCase.Failed;
import dev.evalkit.report.junit.TestCase.Skipped;
import dev.evalkit.report.junit.TestSuite;
import dev.evalkit.validate.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a check says of all pairs of model and scenario, in several formats. */
public final class CheckDocument implements Document {
    private static final long SCHEMA_VERSION = 1;
    private static final String NEEDED_EVALKIT = "0.1.0";

    private final List<Judged> pairs;
    private final DiffTable table;

    private CheckDocument(List<Judged> pairs, DiffTable table) {
        this.pairs = List.copyOf(pairs);
        this.table = table;
    }

    /** The pairs in order; the table says how many rows their text shows. */
    public static CheckDocument of(List<Judged> pairs, DiffTable table) {
        return new CheckDocument(pairs, table);
    }

    @Override
    public Set<Format> formats() {
        return EnumSet.copyOf(DiffDocument.FORMATS);
    }

    @Override
    public void write(Format format, OutputStream out) throws IOException {
        switch (format) {
            case MD -> DiffDocument.text(markdown(), out);
            case JSON -> json(out);
            case CSV -> csv(out);
            case TEXT ->
                DiffDocument.text(
                        PlainText.of(pairs.stream().flatMap(this::lines).toList()), out);
            case JUNIT ->
                DiffDocument.text(
                        JUnitXml.of(pairs.stream().map(CheckDocument::suite).toList()), out);
            case SARIF -> throw new IllegalArgumentException("A check has no places in files, which SARIF is about");
        }
    }

    /** The summaries of all pairs, one after the other. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        for (Judged pair : pairs) {
            text.append(text.isEmpty() ? "" : "\n");
            text.append(
                    pair.outcome() == null
                            ? "# " + word(pair) + " · "
                                    + Markdown.text(pair.pair().toString()) + "\n\n" + Markdown.line(pair.message())
                                    + "\n"
                            : DiffSummary.of(pair.outcome(), pair.accepting()));
        }
        return text.toString();
    }

    private void json(OutputStream out) throws IOException {
        try (JsonWriter json = JsonWriter.open(new Kept(out))) {
            json.beginObject();
            json.name("schema_version").value(SCHEMA_VERSION);
            json.name("needs_evalkit").value(NEEDED_EVALKIT);
            json.name("outcome").value(pairs.stream().allMatch(Judged::passed) ? "pass" : "fail");
            json.name("pairs").beginArray();
            for (Judged pair : pairs) {
                json.beginObject();
                json.name("model").value(pair.pair().model());
                json.name("scenario").value(pair.pair().scenario());
                json.name("outcome").value(pair.passed() ? "pass" : "fail");
                if (pair.outcome() == null) {
                    json.name("message").value(pair.message());
                } else {
                    json.name("diff");
                    DiffFile.write(json, pair.outcome(), pair.accepting());
                }
                json.endObject();
            }
            json.endArray();
            json.endObject();
        }
    }

    private void csv(OutputStream out) throws IOException {
        DiffCsv csv = DiffCsv.begin(out);
        for (Judged pair : pairs) {
            if (pair.outcome() != null) {
                csv.add(pair.outcome());
            }
        }
    }

    private Stream<String> lines(Judged pair) {
        return pair.outcome() == null
                ? Stream.of(word(pair) + ": " + Shown.text(pair.message()))
                : table.lines(pair.outcome()).stream();
    }

    private static TestSuite suite(Judged pair) {
        if (pair.outcome() != null) {
            return new DiffJUnit(pair.outcome(), pair.accepting()).suite();
        }
        String message = Shown.text(pair.message());
        TestCase test = new TestCase(
                "evalkit." + Shown.text(pair.pair().scenario()).replace('.', '_'),
                "a run is compared with a baseline",
                pair.passed() ? new Skipped(message) : new Failed("nothing", message, message));
        return new TestSuite("evalkit " + Shown.text(pair.pair().toString()), List.of(test));
    }

    /** An annotation for each row that fails the build, and a warning for each that should be looked at. */
    public List<Annotation> annotations() {
        List<Annotation> annotations = new ArrayList<>();
        for (Judged pair : pairs) {
            if (pair.outcome() == null) {
                Severity severity = pair.passed() ? Severity.WARNING : Severity.ERROR;
                annotations.add(new Annotation(severity, null, pair.pair().toString(), pair.message()));
            } else {
                annotations.addAll(new DiffAnnotations(pair.outcome()).all());
            }
        }
        return annotations;
    }

    private static String word(Judged pair) {
        return pair.passed() ? "PASS" : "FAIL";
    }
}
