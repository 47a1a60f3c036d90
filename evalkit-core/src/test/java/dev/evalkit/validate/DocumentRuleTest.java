package dev.evalkit.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.repository.EvaluationRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentRuleTest {
    @TempDir
    Path root;

    @Test
    void saysOfEachDocumentOnceWhatIsWrong() throws IOException {
        write("indicators/cut.json", "{\"id\": ");
        write("indicators/shape.json", "{\"id\": \"shape\",\n \"thresholds\": 0.02, \"aliases\": 5}");
        write("indicators/bounds.json", "{\"thresholds\": {\"minimum\": 2, \"maximum\": 1}}");
        write("indicators/good.json", "{}");
        write("models/a.json", "{\"id\": \"m\"}");
        write("models/b.json", "{\"id\": \"m\"}");
        assertThat(findings())
                .containsExactlyInAnyOrder(
                        "EK-DOC-001 indicators/cut.json:1:8",
                        "EK-DOC-002 indicators/shape.json:2:16",
                        "EK-DOC-002 indicators/shape.json:2:33",
                        "EK-DOC-001 indicators/bounds.json:1:28",
                        "EK-REF-009 models/b.json:1:8");
    }

    @Test
    void judgesByTheSchemaOfTheRepository() throws IOException {
        write(
                "templates/model.schema.json",
                "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"required\": [\"licence\"]}");
        write("models/a.json", "{}");
        assertThat(findings()).containsExactly("EK-DOC-002 models/a.json:1:1");
    }

    private List<String> findings() {
        return Validator.of(Evaluators.load()).validate(EvaluationRepository.open(root)).stream()
                .map(finding -> finding.rule() + " " + finding.location())
                .toList();
    }

    private void write(String file, String content) throws IOException {
        Path target = root.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, content);
    }
}
