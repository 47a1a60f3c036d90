package dev.evalkit.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.model.Benchmark;
import dev.evalkit.model.Model;
import dev.evalkit.model.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationRepositoryTest {
    @TempDir
    Path root;

    @Test
    void findsDocumentsOfAllKinds() {
        EvaluationRepository repository = new RepositoryFolder(root)
                .with("models/m.json", """
                        {"id": "m", "name": "M the model", "indicators": ["f1", {"indicator": "wer"}],
                         "benchmarks": [{"id": "mmlu", "score": 0.7}, 5]}
                        """)
                .with("scenarios/s.json", "{}")
                .with("indicators/f1.json", "{\"higher_is_better\": true, \"unit\": \"ratio\"}")
                .with("benchmarks/mmlu.json", "{\"name\": \"MMLU\"}")
                .open();
        assertThat(repository.problems()).isEmpty();
        Model model = repository.models().get("m");
        assertThat(model.name()).isEqualTo("M the model");
        assertThat(model.indicators()).containsExactly("f1", "wer");
        assertThat(model.benchmarks()).containsExactly("mmlu");
        assertThat(repository.scenarios().all())
                .extracting(Scenario::id, Scenario::name)
                .containsExactly(tuple("s", "s"));
        assertThat(repository.indicators().get("f1").unit()).isEqualTo("ratio");
        assertThat(repository.benchmarks().get("mmlu").name()).isEqualTo("MMLU");
    }

    @ParameterizedTest
    @CsvSource({
        "models, id, true",
        "models, model_id, true",
        "models, model_name, true",
        "models, other, false",
        "scenarios, id, true",
        "scenarios, scenario_id, true",
        "indicators, metric_id, true",
        "benchmarks, model_name, true",
    })
    void takesTheIdFromTheDocumentOrFromTheFilesName(String kind, String key, boolean holdsId) {
        EvaluationRepository repository = new RepositoryFolder(root)
                .with(kind + "/file.json", "{\"" + key + "\": \"The Id\"}")
                .open();
        Catalog<?> catalog = switch (kind) {
            case "models" -> repository.models();
            case "scenarios" -> repository.scenarios();
            case "indicators" -> repository.indicators();
            default -> repository.benchmarks();
        };
        assertThat(catalog.ids()).containsExactly(holdsId ? "The Id" : "file");
        assertThat(catalog.idOf("file")).isEqualTo(holdsId ? "The Id" : "file");
    }

    @Test
    void readsAByteOrderMarkAndKeepsUnknownFields() {
        EvaluationRepository repository = new RepositoryFolder(root)
                .with(
                        "models/m.json",
                        "\uFEFF{\"id\": \"m\", \"größe\": {\"parameters\": 8000000000, \"aliases\": [null]}}")
                .open();
        assertThat(repository.problems()).isEmpty();
        assertThat(repository.models().get("m").fields().get("größe"))
                .hasToString("{parameters=8000000000, aliases=[null]}");
    }

    @Test
    void findsAScenarioInAFolderOfItsOwn() {
        EvaluationRepository repository = new RepositoryFolder(root)
                .with("scenarios/voice_qa/voice_qa.json", "{}")
                .with("scenarios/voice_qa/samples.json", "[]")
                .with("scenarios/chat/scenario.json", "{\"scenario_id\": \"chat\"}")
                .with("scenarios/chat/other.json", "{}")
                .with("scenarios/ocr/definition.json", "{\"id\": \"ocr\"}")
                .with("scenarios/assets/picture.txt", "")
                .with("scenarios/unclear/a.json", "{}")
                .with("scenarios/unclear/b.json", "{}")
                .with("scenarios/.hidden/x.json", "{}")
                .open();
        assertThat(repository.scenarios().ids()).containsExactly("chat", "ocr", "voice_qa");
        assertThat(repository.scenarios().document("ocr").orElseThrow().file())
                .isEqualTo("scenarios/ocr/definition.json");
        assertThat(repository.problems())
                .extracting(Problem::toString)
                .containsExactly("scenarios/unclear: found 2 documents, expected one named unclear.json");
    }

    @Test
    void leavesOutWhatIsNoDocument() {
        EvaluationRepository repository = new RepositoryFolder(root)
                .with("benchmarks/mmlu.json", "{}")
                .with("benchmarks/index.md", "# Benchmarks")
                .with("benchmarks/index.json", "[]")
                .with("benchmarks/aliases.json", "{}")
                .with("benchmarks/benchmark.schema.json", "{}")
                .with("benchmarks/schema.json", "{}")
                .with("benchmarks/benchmark_template.json", "{}")
                .with("benchmarks/_draft.json", "{}")
                .with("benchmarks/.hidden.json", "{}")
                .with("benchmarks/snapshots/lmarena/20261101T000000Z.json", "{}")
                .with(
                        "benchmarks/own-rules.json",
                        "{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"type\": \"object\"}")
                .with("benchmarks/json-schema.json", "{\"$schema\": \"../templates/benchmark.schema.json\"}")
                .open();
        assertThat(repository.benchmarks().ids()).containsExactly("json-schema", "mmlu");
        assertThat(repository.problems()).isEmpty();
    }

    @Test
    void showsWhatIsWrongWithOneDocumentAndReadsTheOthers() {
        EvaluationRepository repository = new RepositoryFolder(root)
                .with("indicators/bad.json", "{\n  \"id\": \"bad\",\n  \"name\": ,\n}")
                .with("indicators/cut.json", "{\"id\": \"cut\", ")
                .with("indicators/wrong.json", "{\"id\": \"wrong_one\",\n \"thresholds\": {\"absolute\": -1}}")
                .with("indicators/list.json", "[]")
                .with("indicators/newer.json", "{\"schema_version\": 2}")
                .with("indicators/other.json", "{\"schema_version\": \"2.1\"}")
                .with("indicators/good.json", "{\"id\": \"good\"}")
                .open();
        assertThat(repository.indicators().all()).hasSize(2);
        assertThat(repository.indicators().ids())
                .containsExactly("bad", "cut", "good", "list", "newer", "other", "wrong_one");
        assertThat(repository.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "indicators/bad.json:3:11: found ',', expected a value",
                        "indicators/cut.json:1:15: found the end of the document, expected a name in double quotes",
                        "indicators/list.json:1:1: the document must be an object, found an array",
                        "indicators/newer.json:1:20: \"schema_version\" 2 is newer than 1, the newest that this evalkit reads; "
                                + "it needs a newer evalkit",
                        "indicators/wrong.json:2:29: \"absolute\" must be 0 or more, found -1.0");
        assertThat(repository.problems())
                .extracting(Problem::kind)
                .containsExactly(
                        Problem.Kind.UNREADABLE,
                        Problem.Kind.UNREADABLE,
                        Problem.Kind.UNREADABLE,
                        Problem.Kind.UNREADABLE,
                        Problem.Kind.MALFORMED);
        assertThat(repository.indicators().sources())
                .extracting(Source::file)
                .containsExactly("indicators/good.json", "indicators/other.json", "indicators/wrong.json");
        assertThatThrownBy(() -> repository.indicators().get("wrong_one"))
                .isInstanceOf(EvalkitException.class)
                .hasMessage("indicators/wrong.json:2:29: \"absolute\" must be 0 or more, found -1.0");
        assertThat(repository.indicators().get("good").id()).isEqualTo("good");
    }

    @Test
    void listsTheNearestKnownNamesForAnUnknownOne() {
        EvaluationRepository repository = new RepositoryFolder(root)
                .with("models/a.json", "{\"id\": \"qwen3-8b\"}")
                .with("models/b.json", "{\"id\": \"qwen3-8b-v2\"}")
                .with("models/c.json", "{\"id\": \"gpt-4o\"}")
                .open();
        assertThatThrownBy(() -> repository.models().get("Qwen3-8B"))
                .hasMessage("unknown model \"Qwen3-8B\": did you mean qwen3-8b or qwen3-8b-v2?");
        assertThatThrownBy(() -> repository.models().get("claude"))
                .hasMessage("unknown model \"claude\": known are gpt-4o, qwen3-8b, qwen3-8b-v2");
        assertThatThrownBy(() -> repository.scenarios().get("s"))
                .hasMessage("there is no scenario: scenarios/ holds no document, expected scenarios/<id>.json");
        assertThat(repository.models().find("claude")).isEmpty();
    }

    @Test
    void refusesAnIdThatStandsInTwoDocuments() {
        EvaluationRepository repository = new RepositoryFolder(root)
                .with("models/a.json", "{\"id\": \"m\"}")
                .with("models/b.json", "{\n \"id\": \"m\"}")
                .open();
        assertThat(repository.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "models/b.json:2:8: the id \"m\" stands in models/a.json already; an id stands in one document");
        assertThatThrownBy(() -> repository.models().get("m"))
                .hasMessage("the model \"m\" stands in models/a.json and models/b.json; an id stands in one document");
    }

    @Test
    void tellsBenchmarksOfOneModelNameApartByTheirFiles() {
        EvaluationRepository repository = new RepositoryFolder(root)
                .with("benchmarks/gpt-4o-mmlu.json", "{\"model_name\": \"GPT-4o\"}")
                .with("benchmarks/gpt-4o-gsm8k.json", "{\"model_name\": \"GPT-4o\"}")
                .with("benchmarks/llama.json", "{\"model_name\": \"Llama 3\"}")
                .open();
        assertThat(repository.problems()).isEmpty();
        assertThat(repository.benchmarks().ids()).containsExactly("Llama 3", "gpt-4o-gsm8k", "gpt-4o-mmlu");
        assertThat(repository.benchmarks().find("llama").map(Benchmark::id)).contains("Llama 3");
    }

    @Test
    void knowsOtherNames() {
        EvaluationRepository repository = new RepositoryFolder(root)
                .with("indicators/toxicity.json", "{\"id\": \"toxicity\", \"aliases\": [\"toxicity_rate\", \"tox\"]}")
                .with("models/m.json", "{\"id\": \"qwen3-8b\"}")
                .with(
                        "models/aliases.json",
                        "{\"$schema\": \"x\", \"qwen3-8b\": [\"Qwen3-8B-Instruct\", \"qwen3\"], \"n\": 5}")
                .with("benchmarks/mmlu.json", "{}")
                .with("benchmarks/aliases.json", "{\"aliases\": {\"MMLU (5-shot)\": \"mmlu\"}}")
                .open();
        assertThat(repository.problems()).isEmpty();
        assertThat(repository.indicators().get("toxicity_rate").id()).isEqualTo("toxicity");
        assertThat(repository.models().idOf("Qwen3-8B-Instruct")).isEqualTo("qwen3-8b");
        assertThat(repository.models().idOf("m")).isEqualTo("qwen3-8b");
        assertThat(repository.models().aliases().of("qwen3-8b")).containsExactly("Qwen3-8B-Instruct", "qwen3");
        assertThat(repository.models().aliases().asMap()).containsOnlyKeys("qwen3-8b");
        assertThat(repository.benchmarks().idOf("MMLU (5-shot)")).isEqualTo("mmlu");
    }

    @Test
    void refusesANameThatTwoIndicatorsClaim() {
        EvaluationRepository repository = new RepositoryFolder(root)
                .with("indicators/a.json", "{\"aliases\": [\"rate\", \"b\"]}")
                .with("indicators/b.json", "{\"aliases\": [\"rate\"]}")
                .open();
        assertThat(repository.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "indicators/a.json:1:22: \"b\" is another name of \"a\", and the id of another indicator; a name "
                                + "belongs to one indicator",
                        "indicators/b.json:1:14: \"rate\" is another name of \"a\" and of \"b\"; a name belongs to one "
                                + "indicator");
        assertThat(repository.indicators().find("rate")).isEmpty();
        assertThat(repository.indicators().get("b").id()).isEqualTo("b");
    }

    @Test
    void doesNotReadDocumentsThatALinkBringsInFromOutside(@TempDir Path outside) throws IOException {
        Path secret = Files.writeString(outside.resolve("secret.json"), "{\"id\": \"secret\"}");
        new RepositoryFolder(root).with("models/m.json", "{}");
        Files.createSymbolicLink(root.resolve("models/link.json"), secret);
        EvaluationRepository repository = EvaluationRepository.open(root);
        assertThat(repository.models().ids()).containsExactly("link", "m");
        assertThatThrownBy(() -> repository.models().get("link"))
                .hasMessageStartingWith(
                        "models/link.json: \"models/link.json\" leaves the repository through a symbolic link");
    }

    @Test
    void doesNotReadFoldersThatALinkBringsInFromOutside(@TempDir Path outside) throws IOException {
        new RepositoryFolder(outside).with("secret.json", "{}").with("own/own.json", "{}");
        new RepositoryFolder(root).with("scenarios/s.json", "{}");
        Files.createSymbolicLink(root.resolve("models"), outside);
        Files.createSymbolicLink(root.resolve("scenarios/own"), outside.resolve("own"));
        EvaluationRepository repository = EvaluationRepository.open(root);
        assertThat(repository.models().ids()).isEmpty();
        assertThat(repository.scenarios().all()).extracting(Scenario::id).containsExactly("s");
        assertThat(repository.problems())
                .extracting(Problem::location)
                .containsExactly(Location.of("models"), Location.of("scenarios/own"));
    }

    @Test
    void saysWhereNoRepositoryIs() {
        Path none = root.resolve("none");
        assertThatThrownBy(() -> EvaluationRepository.open(none))
                .hasMessage("There is no evaluation repository at " + none
                        + ": it is not a folder; expected one with models/, scenarios/ and indicators/");
    }

    @Test
    void choosesTheOnlyPairThereIs() {
        EvaluationRepository repository = RepositoryFolder.small(root).open();
        assertThat(repository.choosePair(PairRequest.ANY)).isEqualTo(new RunKey("m", "s"));
        assertThat(repository.choosePair(new PairRequest("m", null))).isEqualTo(new RunKey("m", "s"));
        assertThatThrownBy(() -> repository.choosePair(new PairRequest("n", null)))
                .hasMessage("unknown model \"n\": did you mean m?");
    }

    @Test
    void listsThePairsWhereThereAreSeveral() {
        EvaluationRepository repository = RepositoryFolder.small(root)
                .with("models/n.json", "{}")
                .with("scenarios/broken.json", "{")
                .open();
        assertThatThrownBy(() -> repository.choosePair(PairRequest.ANY))
                .hasMessage(
                        "Which model and which scenario? There are 4 pairs: m · broken, m · s, n · broken, n · s; name one "
                                + "with evalkit.model and evalkit.scenario");
        assertThat(repository.choosePair(new PairRequest("n", "s"))).isEqualTo(new RunKey("n", "s"));
    }

    @Test
    void saysThatThereIsNothingToChooseFrom() {
        EvaluationRepository repository = EvaluationRepository.open(root);
        assertThatThrownBy(() -> repository.choosePair(PairRequest.ANY))
                .hasMessage("there is no model: models/ holds no document, expected models/<id>.json");
    }

    /** The size and the habits of a repository that exists: everything is read, and nothing is found wrong with it. */
    @Test
    void readsALargeRepositoryWhole() {
        RepositoryFolder files = new RepositoryFolder(root);
        for (int i = 0; i < 26; i++) {
            String mark = i % 3 == 0 ? "\uFEFF" : "";
            files.with(
                    "models/model_" + i + ".json",
                    mark
                            + "{\"model_id\": \"model-%d\", \"name\": {\"en\": \"Model\", \"zh\": \"模型\"}, \"benchmarks\": [\"bench-%d\"]}"
                                    .formatted(i, i));
        }
        for (int i = 0; i < 200; i++) {
            files.with(
                    "benchmarks/bench-" + i + ".json",
                    "{\"model_name\": \"Name %d\", \"scores\": {\"é\": %s}}".formatted(i / 2, i / 7.0));
        }
        for (int i = 0; i < 12; i++) {
            files.with(
                    "indicators/metric_" + i + ".json",
                    "{\"metric_id\": \"metric_%d\", \"run_script_ref\": \"scripts/a.py\"}".formatted(i));
        }
        for (int i = 0; i < 10; i++) {
            files.with("scenarios/s" + i + "/s" + i + ".json", "{\"scenario_id\": \"s%d\"}".formatted(i))
                    .with("scenarios/s" + i + "/README.md", "")
                    .with("scenarios/s" + i + "/data.jsonl", "");
        }
        for (int i = 0; i < 240; i++) {
            files.with("benchmarks/snapshots/lmarena/" + i + ".json", "{}");
        }
        files.with("benchmarks/aliases.json", "{\"Bench Seven\": \"bench-7\"}").with("models/aliases.json", "{}");
        EvaluationRepository repository = files.open();
        assertThat(repository.problems()).isEmpty();
        assertThat(repository.models().documents()).hasSize(26);
        assertThat(repository.benchmarks().documents()).hasSize(200);
        assertThat(repository.indicators().documents()).hasSize(12);
        assertThat(repository.scenarios().documents()).hasSize(10);
        assertThat(repository.models().get("model-3").name()).isEqualTo("model-3");
        assertThat(repository.benchmarks().idOf("Bench Seven")).isEqualTo("bench-7");
    }
}
