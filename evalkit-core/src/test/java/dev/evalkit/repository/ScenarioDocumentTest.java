package dev.evalkit.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.model.Scenario;
import dev.evalkit.model.Scenario.PriorityIndicator;
import dev.evalkit.model.Thresholds;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioDocumentTest {
    @TempDir
    Path root;

    @Test
    void listsItsIndicatorsWithWhatItSaysOfThem() {
        Scenario scenario = scenario("""
                {"priority_indicators": [
                  {"indicator": "f1", "priority": "P0", "thresholds": {"absolute": 0.01}, "slices": ["subject"]},
                  {"indicator": "f1.recall", "priority": 2},
                  {"id": "latency_p99"}]}
                """);
        assertThat(scenario.priorityIndicators())
                .containsExactly(
                        new PriorityIndicator("f1", "P0", Thresholds.absolute(0.01), List.of("subject")),
                        new PriorityIndicator("f1.recall", "2", Thresholds.NONE, List.of()),
                        new PriorityIndicator("latency_p99", "", Thresholds.NONE, List.of()));
        assertThat(scenario.priority("f1.recall")).isPresent();
        assertThat(scenario.priority("f1.precision")).isEmpty();
    }

    @Test
    void mayListIdsAlone() {
        assertThat(scenario("{\"priority_indicators\": [\"f1\", \"wer\"]}").priorityIndicators())
                .extracting(PriorityIndicator::indicator)
                .containsExactly("f1", "wer");
        assertThat(scenario("{}").priorityIndicators()).isEmpty();
    }

    @Test
    void namesAllIndicatorsThatAreComputed() {
        Scenario scenario = scenario("""
                {"indicators": ["latency_p99", {"indicator": "wer"}],
                 "priority_indicators": [{"indicator": "f1", "slices": []}, "latency_p99"]}
                """);
        assertThat(scenario.indicators()).containsExactly("f1", "latency_p99", "wer");
        assertThat(scenario.priorityIndicators())
                .extracting(PriorityIndicator::indicator)
                .containsExactly("f1", "latency_p99");
    }

    @Test
    void saysWhereWhatIsWrong() {
        assertThatThrownBy(() -> scenario("{\"priority_indicators\": [\"f1\",\n \"wer\", \"f1\"]}"))
                .hasMessage(
                        "scenarios/s.json:2:9: the indicator \"f1\" is listed twice in \"priority_indicators\", expected once");
        assertThatThrownBy(() -> scenario("{\"priority_indicators\": [{\"priority\": \"P0\"}]}"))
                .hasMessage("scenarios/s.json:1:26: \"indicator\" is missing, expected a string");
        assertThatThrownBy(() -> scenario(
                        "{\"priority_indicators\": [{\"indicator\": \"f1\", \"thresholds\": {\"absolute\": true}}]}"))
                .hasMessage("scenarios/s.json:1:73: \"absolute\" must be a number, found true");
        assertThatThrownBy(() -> scenario("{\"priority_indicators\": \"f1\"}"))
                .hasMessage("scenarios/s.json:1:25: \"priority_indicators\" must be an array, found the string \"f1\"");
    }

    private Scenario scenario(String json) {
        return new RepositoryFolder(root)
                .with("scenarios/s.json", json)
                .open()
                .scenarios()
                .get("s");
    }
}
