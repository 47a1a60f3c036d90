package dev.evalkit.rating;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Real battles and what other programs make of them, where the collection lies beside the project; its README tells how each
 * reference was computed, and the tolerances.
 */
record SharedBattles(String dataset, String file) {
    static final SharedBattles SIMPLE = new SharedBattles("simple", "evalica-simple.csv");
    static final SharedBattles FOOD = new SharedBattles("food", "evalica-food.csv");
    static final SharedBattles LLMFAO = new SharedBattles("llmfao-gpt4", "llmfao-gpt4-comparisons.csv");

    private static final Path FOLDER = Path.of("../../shared/lmarena");

    BattleLog log() {
        Path path = FOLDER.resolve("battles").resolve(file);
        assumeTrue(Files.isRegularFile(path), () -> "SKIPPED: no reference battles at " + path);
        List<String> lines = lines(path);
        List<String> header = List.of(lines.get(0).split(",", -1));
        BattleLog log = new BattleLog();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Optional<Outcome> outcome = Outcome.ofLabel(cells[header.indexOf("winner")]);
            String left = cells[header.indexOf("left")];
            String right = cells[header.indexOf("right")];
            outcome.ifPresentOrElse(known -> log.add(Battle.of(left, right, known)), log::dropUnknownLabel);
        }
        return log;
    }

    PairCounts counts() {
        return log().counts();
    }

    /** A reference document. */
    JsonNode reference(String method) {
        Path path = FOLDER.resolve("reference").resolve(dataset + "." + method + ".json");
        assumeTrue(Files.isRegularFile(path), () -> "SKIPPED: no reference values at " + path);
        return new ObjectMapper().readTree(path);
    }

    /** One number for each model. */
    Map<String, Double> scores(String method) {
        return column(method, JsonNode::doubleValue);
    }

    /** One column of a reference that has several. */
    Map<String, Double> column(String method, String column) {
        return column(method, row -> row.get(column).doubleValue());
    }

    private Map<String, Double> column(String method, ToDoubleFunction<JsonNode> value) {
        return reference(method).get("rows").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, row -> value.applyAsDouble(row.getValue())));
    }

    @Override
    public String toString() {
        return dataset;
    }

    private static List<String> lines(Path path) {
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
