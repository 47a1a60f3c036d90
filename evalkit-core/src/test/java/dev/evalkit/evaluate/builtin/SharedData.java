package dev.evalkit.evaluate.builtin;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Other people's evaluations with the numbers that they published; they lie beside the project where they are to be had, and are not part of it. */
final class SharedData {
    private static final Path ROOT = Path.of("../../shared/data");

    private SharedData() {}

    /** Skips the test where the data are not there. */
    static void require() {
        assumeTrue(Files.isDirectory(ROOT), "skipped: " + ROOT + " with the published data sets is not here");
    }

    static boolean isHere() {
        return Files.isDirectory(ROOT);
    }

    static Path file(String set, String name) {
        return ROOT.resolve(set).resolve(name);
    }

    /** The checks that could be reproduced by somebody. */
    static List<JsonObject> equalChecks(String set) {
        return expected(set).objects("checks").stream()
                .filter(check -> check.bool("equal"))
                .toList();
    }

    static JsonObject expected(String set) {
        return JsonDocument.read(file(set, "expected.json")).object();
    }

    static List<JsonObject> intervals(String set) {
        return JsonDocument.read(file(set, "ci_reference.json")).objects();
    }
}
