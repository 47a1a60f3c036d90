package dev.evalkit.report.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.Shown;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonObject;
import dev.evalkit.report.CsvReader;
import dev.evalkit.report.Format;
import dev.evalkit.report.HostileTexts;
import dev.evalkit.report.ReadMarkdown;
import dev.evalkit.report.ReadXml;
import dev.evalkit.report.Style;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a finding quotes, and whatever its file is called, its reports have the structure that they have for plain words. */
class HostileFindingsTest {
    private static final FindingReport PLAIN = Findings.of("plain");

    static List<String> texts() {
        return HostileTexts.all();
    }

    private static String written(FindingReport report, Format format) throws IOException {
        return FindingDocumentsTest.written(report, format, "");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyFormatKeepsItsStructure(String text) throws IOException {
        FindingReport report = Findings.of(text);

        assertThat(ReadMarkdown.structure(written(report, Format.MD)))
                .isEqualTo(ReadMarkdown.structure(written(PLAIN, Format.MD)));
        assertThat(ReadXml.structure(written(report, Format.JUNIT)))
                .isEqualTo(ReadXml.structure(written(PLAIN, Format.JUNIT)));
        assertThat(CsvReader.read(written(report, Format.CSV))).hasSize(3).allMatch(record -> record.size() == 9);
        assertThat(written(report, Format.TEXT).lines())
                .hasSameSizeAs(written(PLAIN, Format.TEXT).lines().toList())
                .allMatch(line -> line.chars().noneMatch(Character::isISOControl))
                .noneMatch(line -> line.stripLeading().startsWith("::"));
        assertThat(FindingText.of(report, Style.PLAIN).findings())
                .hasSameSizeAs(FindingText.of(PLAIN, Style.PLAIN).findings());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void sarifHasTheTextsAndNoLinks(String text) throws IOException {
        JsonObject run = JsonDocument.parse("x.sarif", written(Findings.of(text), Format.SARIF))
                .object()
                .objects("runs")
                .get(0);
        JsonObject result = run.objects("results").get(0);
        JsonObject place =
                result.objects("locations").get(0).object("physicalLocation").object("artifactLocation");
        String message = result.object("message").string("text");

        assertThat(run.objects("results")).hasSize(2);
        assertThat(message).doesNotContain("](").isEqualTo(Shown.text(text).replace("](", "] ("));
        assertThat(place.string("uri")).matches("[A-Za-z0-9/_.~!%-]*");
        assertThat(URLDecoder.decode(place.string("uri"), StandardCharsets.UTF_8))
                .isEqualTo(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }
}
