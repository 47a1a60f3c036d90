package dev.evalkit.rating.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.offset;

import dev.evalkit.evaluate.EvaluationSettings;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.evaluate.Findings;
import dev.evalkit.evaluate.Measure;
import dev.evalkit.evaluate.SampleEvaluation;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonObject;
import dev.evalkit.result.Interval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BattleEvaluatorsTest {
    private static final Path SHARED = Path.of("../../shared/lmarena");

    @TempDir
    Path folder;

    private Path file(String name, String... lines) {
        try {
            return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Findings run(String evaluator, Path file, String... arguments) {
        return SampleEvaluation.of(Evaluators.load().named(evaluator), List.of(arguments))
                .run(List.of(file), EvaluationSettings.withDefaults("test").withThreads(2));
    }

    private static Map<String, Measure> byModel(Findings findings) {
        Map<String, Measure> byModel = new HashMap<>();
        findings.measures()
                .forEach(measure -> byModel.put(measure.meta().text("model").orElseThrow(), measure));
        return byModel;
    }

    private static JsonObject reference(String name) {
        Path file = SHARED.resolve("reference").resolve(name + ".json");
        Assumptions.assumeTrue(Files.isRegularFile(file), "no ../shared/lmarena beside this checkout");
        return JsonDocument.read(file).object().object("rows");
    }

    @ParameterizedTest
    @CsvSource({"simple,evalica-simple", "food,evalica-food", "llmfao-gpt4,llmfao-gpt4-comparisons"})
    void bradleyTerryFindsTheExactMaximumOfRealBattles(String dataset, String battles) {
        JsonObject exact = reference(dataset + ".exact-mle-newton");
        Map<String, Measure> found =
                byModel(run("bradley_terry", SHARED.resolve("battles").resolve(battles + ".csv")));
        assertThat(found.keySet()).isEqualTo(exact.keys());
        found.forEach((model, measure) -> {
            JsonObject row = exact.object(model);
            assertThat(measure.value()).isEqualTo(row.number("rating"), offset(1e-6));
            Interval interval = Optional.ofNullable(measure.ci()).orElseThrow();
            assertThat(interval.low()).isEqualTo(row.number("lower"), offset(1e-5));
            assertThat(interval.high()).isEqualTo(row.number("upper"), offset(1e-5));
            assertThat(measure.samples()).isEqualTo(row.integer("battles"));
            assertThat(measure.meta().asMap().get("rank_upper_bound")).isEqualTo(row.integer("rank_ub"));
        });
    }

    @ParameterizedTest
    @CsvSource({"simple,evalica-simple", "food,evalica-food", "llmfao-gpt4,llmfao-gpt4-comparisons"})
    void onlineEloIsThatOfOthersInTheSameOrder(String dataset, String battles) {
        JsonObject elo = reference(dataset + ".evalica-elo");
        byModel(run("elo", SHARED.resolve("battles").resolve(battles + ".csv")))
                .forEach((model, measure) -> assertThat(measure.value()).isEqualTo(elo.number(model), offset(1e-9)));
    }

    @ParameterizedTest
    @CsvSource({"simple,evalica-simple", "food,evalica-food", "llmfao-gpt4,llmfao-gpt4-comparisons"})
    void ratesAveragedOverOpponentsAreThoseOfOthers(String dataset, String battles) {
        JsonObject rates = reference(dataset + ".evalica-average_win_rate");
        for (String model : rates.keys()) {
            Findings found = run(
                    "win_rate",
                    SHARED.resolve("battles").resolve(battles + ".csv"),
                    "--model",
                    model,
                    "--over",
                    "opponents");
            assertThat(found.measures().get(0).value()).isEqualTo(rates.number(model), offset(1e-12));
        }
    }

    private Path mixed() {
        return file(
                "b.jsonl",
                "{\"model_a\": \"a\", \"model_b\": \"b\", \"winner\": \"model_a\", \"id\": 1, \"judge\": \"x\"}",
                "{\"model_a\": \"b\", \"model_b\": \"a\", \"winner\": \"tie (bothbad)\", \"id\": 2, \"judge\": \"y\"}",
                "{\"model_a\": \"a\", \"model_b\": \"b\", \"winner\": \"model_b\", \"id\": 3, \"judge\": \"z\"}",
                "{\"model_a\": \"a\", \"model_b\": \"b\", \"winner\": \"model_a\", \"id\": 4, \"judge\": \"x\"}",
                "{\"model_a\": \"b\", \"model_b\": \"c\", \"winner\": \"both_bad\", \"id\": 5, \"judge\": \"y\"}",
                "{\"model_a\": \"a\", \"model_b\": \"a\", \"winner\": \"model_a\", \"id\": 6, \"judge\": \"x\"}",
                "{\"model_a\": \"a\", \"model_b\": \"b\", \"winner\": \"perhaps\", \"id\": 7, \"judge\": \"x\"}",
                "{\"model_a\": \"a\", \"model_b\": \"\", \"winner\": \"tie\", \"id\": 8, \"judge\": \"x\"}");
    }

    @Test
    void whatCannotBeABattleIsDroppedAndCounted() {
        Findings found = run("bradley_terry", mixed());
        assertThat(found.samples().used()).isEqualTo(5);
        assertThat(found.samples().leftOut())
                .containsExactly(
                        entry("battle of a model with itself", 1L),
                        entry("battle without a model's name", 1L),
                        entry("label that names no outcome", 1L));
        assertThat(found.measures()).hasSize(3);
        assertThat(found.measures().get(0).meta().text("method"))
                .contains("bradley_terry; ties half; 400 points for odds of 10; mean at 1000");
    }

    @Test
    void oneModelIsRatedAgainstOthersFromTheFullCovariance() {
        Findings found = run(
                "bradley_terry", mixed(), "--model", "a", "--against", "b", "--anchor", "b", "--anchor-rating", "1200");
        assertThat(found.measures()).extracting(Measure::name).containsExactly("", "difference");
        Measure difference = found.measures().get(1);
        assertThat(difference.slice()).containsExactly(entry("opponent", "b"));
        assertThat(difference.value()).isEqualTo(found.measures().get(0).value() - 1200, offset(1e-9));
        assertThat(found.measures().get(0).meta().get("model")).isEmpty();
        assertThat(difference.meta().text("method"))
                .contains("bradley_terry; ties half; 400 points for odds of 10; b at 1200");
    }

    @Test
    void judgesAreClustersAndDavidsonsModelSaysItsTies() {
        Measure clustered =
                run("bradley_terry", mixed(), "--judge", "judge").measures().get(0);
        assertThat(clustered.meta().text("ci_method")).contains("sandwich_cr1");
        Measure davidson =
                run("bradley_terry", mixed(), "--ties", "davidson").measures().get(0);
        assertThat(davidson.meta().number("tie_parameter")).isPresent();
        assertThat(davidson.meta().text("method"))
                .hasValueSatisfying(method -> assertThat(method).startsWith("bradley_terry; ties davidson; "));
    }

    @Test
    void aBootstrapCountsTheRoundsThatWereSeparated() {
        Path file = file(
                "b.csv", "left,right,winner", "a,b,left", "a,b,right", "a,b,left", "b,c,left", "b,c,right", "c,a,tie");
        Measure drawn =
                run("bradley_terry", file, "--bootstrap", "200").measures().get(0);
        assertThat(drawn.meta().number("bootstrap_rounds")).hasValue(200);
        assertThat(drawn.meta().number("separated_rounds").getAsDouble()).isPositive();
    }

    @Test
    void separatedBattlesAreNamedAndTheLargestGroupIsRatedOnRequest() {
        Path file = file("b.csv", "left,right,winner", "a,b,left", "a,b,right", "a,c,left");
        assertThatThrownBy(() -> run("bradley_terry", file))
                .hasMessageStartingWith(
                        "The battles determine no finite ratings: between the 2 groups that 3 models fall into");
        Findings largest = run("bradley_terry", file, "--separation", "largest_component");
        assertThat(byModel(largest)).containsOnlyKeys("a", "b");
        assertThat(largest.measures().get(0).meta().texts("models_left_out")).containsExactly("c");
    }

    @Test
    void winsAreCountedAgainstAllAgainstOneAndWithoutTies() {
        Measure all = run("win_rate", mixed(), "--model", "a").measures().get(0);
        assertThat(all.value()).isEqualTo(2.5 / 4);
        assertThat(all.samples()).isEqualTo(4);
        assertThat(all.meta().text("method")).contains("win_rate; ties half; over all battles");
        assertThat(all.meta().text("ci_method")).contains("student_t");
        Findings decided = run("win_rate", mixed(), "--model", "a", "--opponent", "b", "--ties", "left_out");
        Measure one = decided.measures().get(0);
        assertThat(one.value()).isEqualTo(2.0 / 3, offset(1e-15));
        assertThat(one.meta().text("ci_method")).contains("wilson");
        assertThat(one.meta().text("method")).contains("win_rate; ties left_out; against one opponent");
        assertThat(decided.samples().leftOut())
                .containsExactly(
                        entry("battle of a model with itself", 1L),
                        entry("battle of other models", 1L),
                        entry("battle without a model's name", 1L),
                        entry("label that names no outcome", 1L),
                        entry("tie", 1L));
        assertThat(decided.scoreRows()).isPresent();
    }

    @Test
    void softPreferencesHaveStandardErrorsAndWeightsCount() {
        Path file = file("b.csv", "model_a,model_b,share,w", "a,b,0.9,1", "b,a,0.4,3", "a,b,0.5,1", "a,c,0.8,1");
        Measure soft = run("win_rate", file, "--model", "a", "--preference", "share")
                .measures()
                .get(0);
        assertThat(soft.value()).isEqualTo((0.9 + 0.6 + 0.5 + 0.8) / 4, offset(1e-15));
        // s = 0.18257 of 0.9, 0.6, 0.5, 0.8; s/√4
        assertThat(soft.meta().number("std_error").getAsDouble()).isEqualTo(0.0912871, offset(1e-6));
        Measure weighted = run("win_rate", file, "--model", "a", "--preference", "share", "--weight", "w")
                .measures()
                .get(0);
        assertThat(weighted.value()).isEqualTo((0.9 + 3 * 0.6 + 0.5 + 0.8) / 6, offset(1e-15));
        assertThat(weighted.meta().number("opponents")).hasValue(2);
        assertThat(run("bradley_terry", file, "--preference", "share", "--weight", "w")
                        .measures())
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "win_rate||builtin:win_rate: --model is missing; name the model whose rate is wanted, e.g. --model {model}",
                "win_rate|--model,a,--opponent,b,--over,battles|builtin:win_rate: found --opponent with --over; give either",
                "win_rate|--model,z|There is no sample to evaluate: 1 battle of a model with itself, 5 battle of other models, 1 battle without a model's name, 1 label that names no outcome",
                "bradley_terry|--model,z|No battle of \"z\" counts; there are battles of a, b, c. Name one of them with --model",
                "bradley_terry|--against,b|builtin:bradley_terry: found --against without --model; name the model that is compared",
                "bradley_terry|--model,a,--against,z|--against names \"z\", of which no battle counts; name a rated model",
                "bradley_terry|--bootstrap,100,--covariance,fisher|builtin:bradley_terry: found --bootstrap with --judge or --covariance; give one of them",
                "bradley_terry|--winner,winner,--preference,p|builtin:bradley_terry: found --preference with --winner; give either",
                "bradley_terry|--base,1|builtin:bradley_terry: --base is '1', expected a number above 1",
                "elo|--k,0|builtin:elo: --k is '0', expected a number above 0",
                "elo|--judge,judge|builtin:elo has no option --judge; it has --base --gold --initial --k --max-bad-lines --model --model-a --model-b --points --pred --preference --weight --winner",
            })
    void whatMakesNoSenseIsSaid(String evaluator, String arguments, String message) {
        String[] argv = arguments == null ? new String[0] : arguments.split(",", -1);
        assertThatThrownBy(() -> run(evaluator, mixed(), argv)).hasMessage(message);
    }

    @Test
    void numbersOutOfRangeAreBadLines() {
        Path file = file("b.csv", "model_a,model_b,share,w", "a,b,1.5,1", "a,b,0.5,0");
        assertThatThrownBy(() -> run("bradley_terry", file, "--preference", "share"))
                .hasMessageContaining("b.csv:2")
                .hasMessageContaining("found 1.5, expected a preference from 0 to 1");
        assertThatThrownBy(() -> run("bradley_terry", file, "--preference", "w", "--weight", "w"))
                .hasMessageContaining("found 0.0, expected a weight above 0");
        assertThatThrownBy(() -> run("bradley_terry", file("c.csv", "winner,x", "left,1")))
                .hasMessage(
                        "There is no battle to evaluate: {battle without a model's name=1}; name the columns with --model-a, --model-b and --winner");
    }
}
