package dev.evalkit.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import dev.evalkit.model.Direction;
import dev.evalkit.model.Indicator;
import dev.evalkit.model.RunScriptRef;
import dev.evalkit.model.RunScriptRef.Input;
import dev.evalkit.model.RunScriptRef.Mapping;
import dev.evalkit.model.RunScriptRef.OutputFormat;
import dev.evalkit.model.RunScriptRef.Role;
import dev.evalkit.model.Thresholds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorDocumentTest {
    @TempDir
    Path root;

    @Test
    void saysEverythingThatAnIndicatorNeeds() {
        Indicator indicator = indicator("""
                {"id": "f1", "name": "F1", "definition": "Macro F1.", "category": "quality", "unit": "ratio",
                 "higher_is_better": true, "aliases": ["f1_macro"],
                 "run_script_ref": {
                   "script": "builtin:classification", "args": ["--average", "macro", "--model={model}"],
                   "inputs": [{"path": "data/{dataset}.jsonl", "role": "dataset", "dataset": "digits"},
                              {"path": "outputs/{model}.jsonl", "role": "output"}],
                   "output_format": "custom", "mapping": {"value": "/f1", "ci": "/ci", "samples_used": null},
                   "timeout_seconds": 1.5, "env": ["HF_HOME", "_X1"]},
                 "thresholds": {"margin": 0.01, "absolute": 0.02, "relative": 0.03, "minimum": 0, "maximum": 1, "good": 0.9}}
                """);
        assertThat(indicator)
                .extracting(Indicator::name, Indicator::definition, Indicator::category, Indicator::unit)
                .containsExactly("F1", "Macro F1.", "quality", "ratio");
        assertThat(indicator.direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(indicator.aliases()).containsExactly("f1_macro");
        assertThat(indicator.thresholds()).isEqualTo(new Thresholds(0.01, 0.02, 0.03, 0.0, 1.0));
        assertThat(indicator.runScriptRef())
                .isEqualTo(new RunScriptRef(
                        "builtin:classification",
                        List.of("--average", "macro", "--model={model}"),
                        List.of(
                                new Input("data/{dataset}.jsonl", Role.DATASET, "digits"),
                                new Input("outputs/{model}.jsonl", Role.OUTPUT, null)),
                        OutputFormat.CUSTOM,
                        new Mapping("/f1", "/ci", null),
                        Duration.ofMillis(1500),
                        List.of("HF_HOME", "_X1")));
    }

    @Test
    void takesABareStringForAScriptWithUnifiedOutput() {
        assertThat(indicator("{\"run_script_ref\": \"scripts/f1.py\"}").runScriptRef())
                .isEqualTo(RunScriptRef.of("scripts/f1.py"));
    }

    @Test
    void mayHaveNothingThatComputesIt() {
        Indicator indicator = indicator("{\"run_script_ref\": null}");
        assertThat(indicator.runScriptRef()).isNull();
        assertThat(indicator.direction()).isNull();
        assertThat(indicator.thresholds()).isEqualTo(Thresholds.NONE);
    }

    /** The {@code @} marks where the message points at. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "run_script_ref": @5 | "run_script_ref" must be an object, found the number 5
            "run_script_ref": @"" | "run_script_ref" must be builtin:<name> or a path inside the repository, found ""
            "run_script_ref": @{} | "script" is missing, expected a string
            "run_script_ref": {"script": @"builtin:"} | "script" must be builtin:<name> or a path inside the repository, found "builtin:"
            "run_script_ref": {"script": "a", "args": ["-k", @5]} | element 2 of "args" must be a string, found the number 5
            "run_script_ref": {"script": "a", "inputs": [@"x"]} | element 1 of "inputs" must be an object, found the string "x"
            "run_script_ref": {"script": "a", "inputs": [@{"path": "x"}]} | "role" is missing, expected a string
            "run_script_ref": {"script": "a", "inputs": [{"path": "x", "role": @"in"}]} | "role" must be dataset or output, found "in"
            "run_script_ref": {"script": "a", "output_format": @"xml"} | "output_format" must be custom or unified_v1, found "xml"
            "run_script_ref": {"script": "a", "mapping": {"value": @"f1"}} | "value" must be a JSON pointer like /metrics/accuracy, found "f1"
            "run_script_ref": {"script": "a", "mapping": @{}} | "value" is missing, expected a string
            "run_script_ref": {"script": "a", "timeout_seconds": @0} | "timeout_seconds" must be more than 0 and at most 2592000, found 0.0
            "run_script_ref": {"script": "a", "env": ["A", @"B=c"]} | "env" holds names of environment variables (letters, digits, underscores), found "B=c"
            "thresholds": @0.02 | "thresholds" must be an object, found the number 0.02
            "thresholds": {"absolut": @0.02} | unknown key "absolut" in "thresholds", did you mean "absolute"?
            "thresholds": {"relative": @-0.1} | "relative" must be 0 or more, found -0.1
            "thresholds": {"margin": @"0.1"} | "margin" must be a number, found the string "0.1"
            "thresholds": {"minimum": @2, "maximum": 1} | "minimum" must not exceed "maximum", found 2.0 and 1.0
            "higher_is_better": @"yes" | "higher_is_better" must be true or false, found the string "yes"
            "aliases": @"a" | "aliases" must be an array, found the string "a"
            """)
    void saysWhereWhatIsWrong(String member, String message) {
        int column = member.indexOf('@') + 1;
        assertThatThrownBy(() -> indicator("{\n" + member.replace("@", "") + "}"))
                .isInstanceOf(EvalkitException.class)
                .hasMessage("indicators/f1.json:2:" + column + ": " + message);
    }

    private Indicator indicator(String json) {
        return new RepositoryFolder(root)
                .with("indicators/f1.json", json)
                .open()
                .indicators()
                .get("f1");
    }
}
