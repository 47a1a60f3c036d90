package dev.evalkit.stats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real samples and the numbers that others computed from them, read from where the project's shared material is present. */
final class ReferenceData {
    private static final Path ROOT = Path.of("..", "..", "shared", "data");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReferenceData() {}

    static boolean isPresent() {
        return Files.isDirectory(ROOT);
    }

    /** One skipped test: an assumption that fails while tests are being made would leave no trace in the report. */
    static Stream<DynamicTest> skipped() {
        return Stream.of(DynamicTest.dynamicTest(
                "reference data", () -> Assumptions.abort("skipped: no reference data at " + ROOT)));
    }

    /** All files with this name, sorted. */
    static List<Path> files(String name) throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(file -> file.getFileName().toString().equals(name))
                    .sorted()
                    .toList();
        }
    }

    static JsonNode json(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }

    static List<JsonNode> samples(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(JSON::readTree).toList();
    }

    /** A file by its path below the data folder. */
    static Path file(String path) {
        return ROOT.resolve(path);
    }

    /** A score: booleans are 1 and 0. */
    static double score(JsonNode sample, String field) {
        JsonNode value = sample.required(field);
        return value.isBoolean() ? (value.asBoolean() ? 1 : 0) : value.asDouble();
    }

    /** The moments of a field in each cluster, in the order of their first samples. */
    static List<Moments> clusters(List<JsonNode> samples, String field, String cluster) {
        Map<String, MomentsAccumulator> moments = new LinkedHashMap<>();
        for (JsonNode sample : samples) {
            moments.computeIfAbsent(sample.required(cluster).asString(), name -> new MomentsAccumulator())
                    .add(score(sample, field));
        }
        return moments.values().stream().map(MomentsAccumulator::toMoments).toList();
    }
}
