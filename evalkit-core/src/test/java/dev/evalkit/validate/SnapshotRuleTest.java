package dev.evalkit.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.repository.EvaluationRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotRuleTest {
    @TempDir
    Path root;

    private void write(String name, String content) throws IOException {
        Path file = root.resolve("benchmarks/snapshots/lmarena").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Test
    void saysWhatIsWrongWithASnapshotAndLetsThoseOfOtherToolsBe() throws IOException {
        write("20260101T000000Z.json", "{\"schema_version\": 1, \"meta\": {}, \"rows\": [{\"model\": 3}]}");
        write("20260102T000000Z.json", "{\"schema_version\": 1, \"meta\": ");
        write("1735689600.json", "{\"meta\": {\"source\": \"old\"}, \"models\": []}");
        assertThat(Validator.of(Evaluators.load()).validate(EvaluationRepository.open(root)))
                .extracting(Finding::toString)
                .contains(
                        "benchmarks/snapshots/lmarena/20260101T000000Z.json:1:31: \"source\" is missing from \"meta\" (at /meta) [EK-DOC-002]",
                        "benchmarks/snapshots/lmarena/20260101T000000Z.json:1:54: \"model\" must be a string, found the number 3 (at /rows/0/model) [EK-DOC-002]",
                        "benchmarks/snapshots/lmarena/20260102T000000Z.json:1:31: found the end of the document, expected a value [EK-DOC-001]")
                .noneMatch(finding -> finding.contains("1735689600"));
    }

    @Test
    void aRepositoryWithoutSnapshotsHasNoFindings() {
        assertThat(Validator.of(Evaluators.load()).validate(EvaluationRepository.open(root)))
                .isEmpty();
    }
}
