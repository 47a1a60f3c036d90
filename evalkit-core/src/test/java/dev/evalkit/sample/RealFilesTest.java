package dev.evalkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records as evaluations have them, and strings as nobody wants them, compared with Jackson. */
class RealFilesTest {
    private static final JsonMapper JACKSON = JsonMapper.shared();

    private static final String NUMBER = "-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?";

    @TempDir
    Path folder;

    @Test
    void everyCellOfEverySampleFileIsAsJacksonReadsIt() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(Samples.shared("data"))) {
            all.filter(file -> file.getFileName().toString().matches("samples.*\\.jsonl"))
                    .forEach(files::add);
        }
        assertThat(files).hasSizeGreaterThan(20);
        for (Path file : files) {
            List<JsonNode> records = new ArrayList<>();
            Set<String> names = new LinkedHashSet<>();
            for (String line : Files.readAllLines(file)) {
                JsonNode record = JACKSON.readTree(line);
                records.add(record);
                names.addAll(record.propertyNames());
            }
            List<String> columns = List.copyOf(names);
            List<List<String>> expected = records.stream()
                    .map(record ->
                            columns.stream().map(name -> cell(record.get(name))).toList())
                    .toList();
            List<List<String>> read = SampleReader.withDefaults()
                    .withChunkBytes(10_000)
                    .fold(
                            file,
                            Samples.columns(columns.toArray(String[]::new)),
                            Samples.each(sample -> cells(sample, columns.size())))
                    .value();
            assertThat(read).as(file.toString()).isEqualTo(expected);
        }
    }

    /** Numbers as doubles, so that their spelling is left to other tests. */
    private static String cell(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "missing";
        }
        if (value.isArray()) {
            return value.valueStream().map(JsonNode::asString).collect(Collectors.joining("|"));
        }
        String text = value.asString();
        return text.matches(NUMBER) ? Double.toString(Double.parseDouble(text)) : text;
    }

    private static List<String> cells(Sample sample, int columns) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            List<String> texts = sample.texts(i);
            if (texts.size() == 1 && texts.get(0).matches(NUMBER)) {
                cells.add(Double.toString(sample.number(i)));
            } else if (sample.isMissing(i)) {
                cells.add("missing");
            } else {
                cells.add(String.join("|", texts));
            }
        }
        return cells;
    }

    /** Woolf's Big List of Naughty Strings (github.com/minimaxir/big-list-of-naughty-strings). */
    @Test
    void naughtyStringsComeThroughAsValuesAndAsKeys() throws IOException {
        Path array = Samples.shared("corpora/naughty-strings").resolve("blns.json");
        List<String> strings = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        for (JsonNode string : JACKSON.readTree(Files.readString(array))) {
            strings.add(string.asString());
            lines.append(JACKSON.writeValueAsString(JACKSON.createObjectNode().put("text", string.asString())))
                    .append('\n');
        }
        assertThat(strings).hasSizeGreaterThan(500);

        SampleFold<List<String>> texts = Samples.each(sample -> sample.text(0));
        assertThat(SampleReader.withDefaults()
                        .foldParallelArrays(List.of(new ColumnFile("text", array)), texts)
                        .value())
                .isEqualTo(strings);
        Path file = Samples.write(folder, "naughty.jsonl", lines.toString());
        assertThat(SampleReader.withDefaults()
                        .fold(file, Samples.columns("text"), texts)
                        .value())
                .isEqualTo(strings);

        for (String key : strings) {
            String record = JACKSON.writeValueAsString(
                    JACKSON.createObjectNode().put("other", 1).put(key, "found"));
            Path keyed = Samples.write(folder, "key.jsonl", record);
            assertThat(SampleReader.withDefaults()
                            .fold(keyed, Samples.columns(key), texts)
                            .value())
                    .as(key)
                    .containsExactly("found");
        }
    }

    @Test
    void battlesFromCsvAreReadWhole() throws IOException {
        Path file = Samples.shared("lmarena/battles").resolve("evalica-food.csv");
        List<String> lines = Files.readAllLines(file);
        List<String> rows = Samples.rows(file, lines.get(0).split(","));
        assertThat(rows).hasSize(lines.size() - 1);
        assertThat(rows.get(0)).isEqualTo("2: " + lines.get(1).replace(",", ", "));
    }
}
