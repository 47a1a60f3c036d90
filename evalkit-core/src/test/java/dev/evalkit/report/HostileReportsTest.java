package dev.evalkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.Location;
import dev.evalkit.Shown;
import dev.evalkit.diff.Diff;
import dev.evalkit.diff.Side;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.diff.gate.Policy;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.report.github.Annotation;
import dev.evalkit.repository.RunKey;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import dev.evalkit.result.RunManifest;
import dev.evalkit.validate.Severity;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever stands in a document, its reports have the structure that they have for plain words: checked by parsing each. The texts are models, scenarios, metrics, units,
 * data sets, slices, paths and reasons at once.
 */
class HostileReportsTest {
    private static final Instant AT = Instant.parse("2026-11-23T14:00:00Z");
    private static final String PLAIN = "plain";
    private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?(?:E-?\\d+)?");

    private static final Map<Format, String> PLAIN_DIFF = new EnumMap<>(Format.class);
    private static final Map<Format, String> PLAIN_CHECK = new EnumMap<>(Format.class);

    static List<String> texts() {
        return HostileTexts.all();
    }

    private static Outcome outcome(String text) {
        return Policy.BALANCED.judge(Diff.withDefaults().compare(side(text, 0.9), side(text, 0.5)));
    }

    private static Side side(String text, double value) {
        IndicatorRun skipped = new IndicatorRun(
                text, null, IndicatorRun.Status.SKIPPED, text.isBlank() ? "blank" : text, Duration.ZERO);
        RunManifest run = new RunManifest(text, text, text, AT, AT, 7L, null, null, List.of(skipped), null);
        ResultSet items = ResultSet.of(List.of(
                item(text, value, Map.of("higher_is_better", true, "unit", text, "dataset", text)),
                item(text, value / 2, Map.of("higher_is_better", true, "slice", Map.of(text, text))),
                item("other " + text, -value, Map.of("higher_is_better", true, "dataset", "d"))));
        return Side.of(items, run).from(text, "ab".repeat(32));
    }

    private static ResultItem item(String metric, double value, Map<String, Object> meta) {
        return new ResultItem(metric, value, null, null, Meta.of(meta));
    }

    private static DiffDocument diff(String text) {
        return DiffDocument.of(outcome(text), DiffTable.withDefaults());
    }

    private static CheckDocument check(String text) {
        RunKey pair = new RunKey(text, text);
        return CheckDocument.of(
                List.of(Judged.by(pair, outcome(text), "mvn " + text, text), Judged.without(pair, false, text)),
                DiffTable.withDefaults());
    }

    private static Map<Format, String> written(Document document) throws IOException {
        Map<Format, String> written = new EnumMap<>(Format.class);
        for (Format format : DiffDocument.FORMATS) {
            written.put(format, DiffDocumentsTest.written(document, format));
        }
        return written;
    }

    @BeforeAll
    static void writePlainOnes() throws IOException {
        PLAIN_DIFF.putAll(written(diff(PLAIN)));
        PLAIN_CHECK.putAll(written(check(PLAIN)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyFormatKeepsItsStructure(String text) throws IOException {
        compare(written(diff(text)), PLAIN_DIFF, text);
        compare(written(check(text)), PLAIN_CHECK, text);
    }

    private static void compare(Map<Format, String> written, Map<Format, String> plain, String text) {
        assertThat(ReadMarkdown.structure(in(written, Format.MD)))
                .as(in(written, Format.MD))
                .isEqualTo(ReadMarkdown.structure(in(plain, Format.MD)));
        String xml = in(written, Format.JUNIT);
        assertThat(ReadXml.structure(xml)).isEqualTo(ReadXml.structure(in(plain, Format.JUNIT)));
        assertThat(ReadXml.elements(xml, "testcase"))
                .extracting(test -> test.getAttribute("name"))
                .contains("other " + Shown.text(text) + " · d");
        assertThat(members(written)).isEqualTo(members(plain));
        checkCsv(in(written, Format.CSV), in(plain, Format.CSV), text);
        checkText(in(written, Format.TEXT), in(plain, Format.TEXT));
        assertThat(written.values())
                .allMatch(document ->
                        document.lines().noneMatch(line -> line.stripLeading().startsWith("::")));
    }

    private static String in(Map<Format, String> documents, Format format) {
        return Objects.requireNonNull(documents.get(format));
    }

    private static Set<String> members(Map<Format, String> written) {
        return JsonDocument.parse("x.json", in(written, Format.JSON))
                .object()
                .asMap()
                .keySet();
    }

    private static void checkCsv(String csv, String plain, String text) {
        List<List<String>> records = CsvReader.read(csv);
        int columns = records.get(0).size();
        assertThat(records).hasSameSizeAs(CsvReader.read(plain)).allMatch(record -> record.size() == columns);
        assertThat(records.stream().flatMap(List::stream))
                .filteredOn(cell -> FORMULA.matcher(cell).matches())
                .allMatch(cell -> NUMBER.matcher(cell).matches());
        assertThat(records.get(1).get(0).replaceFirst("^'", ""))
                .isEqualTo(Shown.text(text).replaceFirst("^'", ""));
    }

    private static void checkText(String text, String plain) {
        assertThat(text.lines()).hasSameSizeAs(plain.lines().toList());
        assertThat(text.lines())
                .allMatch(line -> line.chars().noneMatch(Character::isISOControl))
                .noneMatch(line -> line.stripLeading().startsWith("::"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void anAnnotationIsOneCommandWithTheTextInIt(String text) {
        Pattern command = Pattern.compile("::error file=([^:,]*),line=3,title=([^:,]*)::(.*)");

        Matcher matcher = command.matcher(new Annotation(Severity.ERROR, Location.of(text, 3), text, text).command());

        assertThat(matcher.matches()).isTrue();
        assertThat(List.of(matcher.group(1), matcher.group(2), matcher.group(3)))
                .allSatisfy(part -> assertThat(unescaped(part)).isEqualTo(Shown.text(text)));
        assertThat(check(text).annotations())
                .extracting(Annotation::command)
                .hasSize(2)
                .allMatch(line -> line.lines().count() == 1);
    }

    private static String unescaped(String part) {
        return part.replace("%2C", ",")
                .replace("%3A", ":")
                .replace("%0A", "\n")
                .replace("%0D", "\r")
                .replace("%25", "%");
    }

    @Test
    void numbersStayNumbersInFullPrecision() throws IOException {
        List<List<String>> records = CsvReader.read(DiffDocumentsTest.written(diff(PLAIN), Format.CSV));
        int delta = records.get(0).indexOf("delta");
        int current = records.get(0).indexOf("curr_value");

        assertThat(records.get(1).get(delta)).isEqualTo("-0.4");
        assertThat(records.get(3).get(current)).isEqualTo("-0.5");
    }

    @Test
    void theSummaryReadsTheSameWithoutARenderer() {
        String summary = DiffSummary.of(outcome("accuracy_f1 ms"));

        assertThat(summary).contains("| accuracy_f1 ms").doesNotContain("&#");
        assertThat(ReadMarkdown.words(summary)).contains("accuracy_f1 ms");
    }
}
