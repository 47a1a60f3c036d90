package dev.evalkit.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {
    private static final Path TEMPLATES = Path.of("../templates");
    private static final Schemas SCHEMAS = Schemas.bundled();

    @ParameterizedTest
    @EnumSource(
            value = DocumentKind.class,
            names = {"INDICATOR", "MODEL", "SCENARIO", "BENCHMARK"})
    void everyStarterDocumentSatisfiesItsSchema(DocumentKind kind) {
        JsonDocument starter =
                JsonDocument.read(TEMPLATES.resolve(kind.name().toLowerCase(Locale.ROOT) + "_template.json"));
        assertThat(SCHEMAS.get(kind).validate(starter)).isEmpty();
        assertThat(starter.object().string("$schema")).isEqualTo(kind.schemaFile());
    }

    @Test
    void theStarterIndicatorSaysWhatComputesIt() {
        JsonDocument starter = JsonDocument.read(TEMPLATES.resolve("indicator_template.json"));
        assertThat(starter.object().object("run_script_ref").string("script")).isEqualTo("builtin:classification");
        JsonDocument example = JsonDocument.parse(
                "example", JsonWriter.toJson(starter.object().asMap().get("example_output")));
        assertThat(SCHEMAS.get(DocumentKind.RESULTS).validate(example)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everySchemaIsValidAgainstItsMetaSchema(Path file) {
        JsonDocument schema = JsonDocument.read(file);
        assertThat(schema.object().string("$schema")).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(DocumentSchema.of(schema).name()).isEqualTo(file.toString());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyPropertyHasATitleAndADescription(Path file) {
        List<String> lacking = new ArrayList<>();
        collectUndescribed(JsonDocument.read(file).value(), "", lacking);
        assertThat(lacking).isEmpty();
    }

    private static void collectUndescribed(@Nullable Object value, String at, List<String> lacking) {
        if (!(value instanceof Map<?, ?> schema)) {
            return;
        }
        schema.forEach((key, member) -> {
            String inner = at + "/" + key;
            if ("properties".equals(key) && member instanceof Map<?, ?> properties) {
                properties.forEach((name, property) -> {
                    if (!(property instanceof Map<?, ?> described)
                            || !(described.containsKey("$ref")
                                    || described.keySet().containsAll(List.of("title", "description")))) {
                        lacking.add(inner + "/" + name);
                    }
                });
            }
            collectUndescribed(member, inner, lacking);
        });
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyTemplateIsPackedIntoTheLibraryAsItIs(Path file) {
        assertThat(Schemas.bundled(file.getFileName().toString()).sha256())
                .isEqualTo(JsonDocument.read(file).sha256());
    }

    static List<Path> schemas() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.filter(each -> each.toString().endsWith(".schema.json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INDICATOR|{}",
                "INDICATOR|{'metric_id': 'a', 'run_script_ref': 'scripts/f1.py', 'surplus': {'x': [1]}}",
                "INDICATOR|{'id': 'a', 'run_script_ref': {'script': 'a.py', 'output_format': 'custom', 'mapping': {'value': '/f1', 'ci': '/ci', 'samples_used': '/n'}}, 'thresholds': {'relative': 0.05, 'minimum': 0.5}}",
                "INDICATOR|{'id': 'a', 'unit': null, 'thresholds': null, 'run_script_ref': null, 'version': 2}",
                "MODEL|{'model_name': 'q', 'benchmarks': {'mmlu': 0.8}, 'parameters': '8b'}",
                "INDICATOR|{'id': 'a', 'runbook': {'steps': ['run it']}, 'formula': {'where': 'k'}, 'related_metrics': 'other', 'range': [0, 1]}",
                "MODEL|{'model_name': 'q', 'evaluation': {'benchmarks': ['mmlu']}}",
                "ALIASES|{'$comment': 1, '_note': [2], 'mmlu': ['MMLU', 'Massive'], 'aliases': {'a': 'b'}}",
                "MODEL|{'model_id': 'q', 'benchmarks': ['mmlu', {'id': 'gsm8k', 'score': 1}]}",
                "SCENARIO|{'scenario_id': 's', 'priority_indicators': ['a', {'indicator': 'b', 'priority': 'high', 'thresholds': {'margin': 0}, 'slices': ['subject']}]}",
                "BENCHMARK|{'id': 'b', 'anything': true}",
                "RESULTS|[]",
                "RESULTS|{'metric_id': 'a', 'value': 1, 'ci': null, 'samples_used': null, 'meta': {}}",
                "RESULTS|[{'metric_id': 'a', 'value': 0.5, 'ci': [null, 1], 'samples_used': 3, 'meta': {'seed': 1, 'slice': {'subject': 'x', 'n': 1}, 'own': [], 'evaluator': 'exact_match'}}]",
                "RUN|{'schema_version': 1, 'run': 'r', 'model': 'm', 'scenario': 's', 'started': '2026-11-23T14:00:00Z', 'finished': '2026-11-23T14:00:01.5Z', 'seed': 1, 'tool_version': '0.1.0', 'git': {'commit': 'abc', 'dirty': false}, 'java': '17', 'os': 'Linux', 'indicators': [{'id': 'a', 'status': 'skipped', 'reason': 'custom output without a mapping', 'duration_ms': 3}], 'items_sha256': null, 'accepted': {'at': '2026-11-24T00:00:00Z', 'reason': 'first', 'previous': [], 'margins': {'a': 0.02}}}",
                "DIFF|{'schema_version': 1, 'prev': {'path': 'a.json'}, 'curr': {'path': 'b.json'}, 'policy': 'balanced', 'outcome': 'fail', 'counts': {'regressed': 1}, 'rows': [{'metric_id': 'a', 'prev': {'value': 1, 'ci': [0, 2], 'n': 3, 'shared': null}, 'curr': null, 'verdict': 'missing', 'gate': 'fail', 'reasons': []}]}",
                "SCORES_HEADER|{'schema_version': 1, 'statistic': {'accuracy': {'kind': 'mean', 'column': 'score'}}, 'columns': [{'name': 'score', 'kind': 'number'}], 'slices': [], 'clustered': false, 'pairing': 'paired', 'evaluator': {'id': 'builtin:accuracy', 'version': 1}}",
            })
    void acceptsWhatTheContractsAllow(DocumentKind kind, String document) {
        assertThat(SCHEMAS.get(kind).validate(parse(document))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INDICATOR|{'id': 3}|1:8: \"id\" must be a string or null, found the number 3 [/id, type]",
                "INDICATOR|{'id': ''}|1:8: \"id\" must have at least 1 characters, found 0 [/id, minLength]",
                "INDICATOR|{'aliases': 'a'}|1:13: \"aliases\" must be an array or null, found the string \"a\" [/aliases, type]",
                "INDICATOR|{'run_script_ref': {'args': []}}|1:20: \"script\" is missing from \"run_script_ref\" [/run_script_ref, required]",
                "INDICATOR|{'run_script_ref': {'script': 'a', 'output_format': 'csv'}}|1:53: \"output_format\" must be one of \"unified_v1\", \"custom\", null, found the string \"csv\" [/run_script_ref/output_format, enum]",
                "INDICATOR|{'thresholds': {'margin': -1}}|1:27: \"margin\" must be at least 0, found the number -1 [/thresholds/margin, minimum]",
                "RESULTS|{'metric_id': 'a', 'value': 1, 'ci': null, 'samples_used': null, 'meta': {}, 'note': 'x'}|1:86: \"note\" is not expected in the document [/note, additionalProperties]",
                "RESULTS|[{'metric_id': 'a', 'value': '1', 'ci': null, 'samples_used': null, 'meta': {}}]|1:30: \"value\" must be a number, found the string \"1\" [/0/value, type]",
                "RESULTS|[{'metric_id': 'a', 'value': 1, 'ci': [0], 'samples_used': 1.5, 'meta': {}}]|1:39: \"ci\" must have at least 2 elements, found 1 [/0/ci, minItems]",
                "RESULTS|[{'metric_id': 'a', 'value': 1, 'ci': null, 'samples_used': null}]|1:2: \"meta\" is missing from element 1 [/0, required]",
                "RESULTS|3|1:1: the document must be an array or an object, found the number 3 [type]",
                "ALIASES|{'mmlu': 3}|1:10: \"mmlu\" must be a string or an array, found the number 3 [/mmlu, type]",
                "DIFF|{'schema_version': 1, 'prev': {}, 'curr': {}, 'policy': 'strict', 'outcome': 'fail', 'counts': {}, 'rows': [{'metric_id': 'a', 'prev': null, 'curr': null, 'verdict': 'worse', 'gate': 'fail', 'reasons': []}]}|1:167: \"verdict\" must be one of \"regressed\", \"inconclusive\", \"improved\", \"no_worse\", \"new\", \"missing\", \"incomparable\", found the string \"worse\" [/rows/0/verdict, enum]",
                "SCORES_HEADER|{'schema_version': 0, 'statistic': {'a': {'kind': 'mean'}}, 'columns': [{'name': 'score', 'kind': 'number'}], 'evaluator': {}}|1:20: \"schema_version\" must be at least 1, found the number 0 [/schema_version, minimum]",
            })
    void refusesWhatTheyDoNot(DocumentKind kind, String document, String violation) {
        assertThat(SCHEMAS.get(kind).validate(parse(document)).get(0)).hasToString("x.json:" + violation);
    }

    private static JsonDocument parse(String document) {
        return JsonDocument.parse("x.json", document.replace('\'', '"'));
    }

    @Test
    void manyFaultsAreAllFoundInOneReading() {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("metric_id", "m" + i);
            item.put("value", "none");
            items.add(item);
        }
        List<Violation> found =
                SCHEMAS.get(DocumentKind.RESULTS).validate(JsonDocument.parse("x.json", JsonWriter.toJson(items)));
        assertThat(found).hasSize(2000);
        assertThat(found)
                .extracting(each -> each.location().line())
                .isSorted()
                .last()
                .isEqualTo(2000);
    }
}
