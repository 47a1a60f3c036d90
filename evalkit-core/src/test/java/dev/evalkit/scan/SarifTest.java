package dev.evalkit.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.json.JsonDocument;
import dev.evalkit.schema.DocumentSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifTest {
    private static final Path SCHEMA = Path.of("../../shared/corpora/schemas/sarif-2.1.0.json");

    @TempDir
    Path folder;

    @Test
    void theResultIsAValidSarifDocument() {
        Assumptions.assumeTrue(Files.exists(SCHEMA), "the schema of SARIF is not there");
        ScanFinding found = new ScanFinding("r", "a rule", "a b/ü.txt", 3, 5, 20, "0".repeat(64));
        ScanFinding byName = new ScanFinding("n", "", "x.zip!/id_rsa", 0, 0, 0, "1".repeat(64));
        ScanFinding accepted = new ScanFinding("r", "a rule", "c", 1, 1, 9, "2".repeat(64));
        ScanResult result = new ScanResult(
                List.of(found, byName), List.of(accepted), List.of(new Skipped("big", "too big")), 3, 99, 0, "all");
        ScanBaseline baseline = new ScanBaseline("salt", List.of()).accepting(List.of(accepted), "not in use");
        Path sarif = folder.resolve("scan.sarif");

        ScanDocuments.writeSarif(sarif, result, baseline);

        JsonDocument written = JsonDocument.read(sarif);
        assertThat(DocumentSchema.of(JsonDocument.read(SCHEMA)).validate(written))
                .isEmpty();
        assertThat(sarif)
                .content()
                .contains("\"uri\": \"a%20b/%C3%BC.txt\"", "\"justification\": \"not in use\"", "Skipped big: too big");
    }
}
