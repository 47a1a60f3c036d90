package dev.evalkit.evaluate.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.evalkit.io.Digests;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.IndicatorRun.Status;
import dev.evalkit.result.Interval;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indicators that a script of the repository computes. */
class ScriptsTest {
    private static final String ITEM =
            "{\"metric_id\": \"x\", \"value\": 0.5, \"ci\": [0.4, null], \"samples_used\": 10, \"meta\": {\"note\": \"mine\"}}";

    private final SmallRepository repository;

    ScriptsTest(@TempDir Path folder) {
        this.repository = new SmallRepository(folder);
    }

    private ResultItem item() {
        StoredRun run = repository.run();
        assertThat(run.details().orElseThrow().indicators())
                .allSatisfy(each ->
                        assertThat(each.status()).as("%s", each.reason()).isEqualTo(Status.OK));
        List<ResultItem> items = run.results().items();
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private void failsBecause(String reason) {
        StoredRun run = repository.run();
        IndicatorRun only = run.details().orElseThrow().indicators().get(0);
        assertThat(only.status()).isEqualTo(Status.FAILED);
        assertThat(only.reason()).isEqualTo(reason);
        assertThat(run.results().items()).isEmpty();
        assertThat(run.isComplete()).isFalse();
    }

    @Test
    void itsResultIsWhatItPrints() {
        repository.script("x", "echo '" + ITEM + "'");
        ResultItem item = item();
        assertThat(item.value()).isEqualTo(0.5);
        assertThat(item.ci()).isEqualTo(new Interval(0.4, null));
        assertThat(item.samplesUsed()).isEqualTo(10);
    }

    @Test
    void itsResultMayBeWrittenToTheFileThatItIsToldAndThenItMayPrintWhatItLikes() {
        repository.script("x", "echo thinking...", "echo '[" + ITEM + "]' > \"$EVALKIT_OUTPUT\"");
        assertThat(item().value()).isEqualTo(0.5);
    }

    @Test
    void whatTheIndicatorAndTheRunSayIsAddedToWhatItSaysItself() throws IOException {
        repository.script("x", "echo '" + ITEM + "'");
        Meta meta = item().meta();
        assertThat(meta.asMap())
                .containsEntry("model", "m")
                .containsEntry("scenario", "s")
                .containsEntry("unit", "ratio")
                .containsEntry("higher_is_better", true)
                .containsEntry("note", "mine");
        Map<?, ?> evaluator = (Map<?, ?>) meta.get(Meta.EVALUATOR).orElseThrow();
        assertThat(evaluator.get("id")).isEqualTo("scripts/x.sh");
        assertThat(evaluator.get("version"))
                .isEqualTo(Digests.sha256(repository.root().resolve("scripts/x.sh")));
    }

    @Test
    void itMayStateItsOwnVersion() {
        repository.script(
                "x", "echo '{\"metric_id\": \"x\", \"value\": 1, \"meta\": {\"evaluator\": {\"version\": 3}}}'");
        Map<?, ?> evaluator = (Map<?, ?>) item().meta().get(Meta.EVALUATOR).orElseThrow();
        assertThat(evaluator.get("version")).isEqualTo(3L);
    }

    @Test
    void placeholdersAreFilledInAndInputsAreRecorded() {
        repository
                .indicator(
                        "x",
                        "{\"script\": \"scripts/x.sh\", \"args\": [\"{model}\", \"{scenario}\", \"{dataset}\", \"{seed}\", \"$(id)\", \"out/{model}.txt\"],"
                                + " \"inputs\": [{\"path\": \"out/{model}.txt\", \"role\": \"output\", \"dataset\": \"d\"}]}")
                .file("out/m.txt", "answers")
                .file(
                        "scripts/x.sh",
                        "echo \"{\\\"metric_id\\\": \\\"x\\\", \\\"value\\\": 1, \\\"meta\\\": {\\\"args\\\": \\\"$*\\\"}}\"");
        Meta meta = item().meta();
        assertThat(meta.text("args")).hasValue("m s d 0 $(id) out/m.txt");
        assertThat(meta.text("dataset")).hasValue("d");
        assertThat(meta.get(Meta.INPUTS))
                .hasValue(List.of(Map.of(
                        "path",
                        "out/m.txt",
                        "role",
                        "output",
                        "sha256",
                        Digests.sha256(repository.root().resolve("out/m.txt")))));
    }

    @Test
    void theDigestOfItsArgumentsDoesNotDependOnTheModelOrOnFileNames() {
        repository.file("models/other.json", "{\"id\": \"other\"}");
        repository.file("out/m.txt", "a").file("out/other.txt", "b");
        repository
                .indicator(
                        "x",
                        "{\"script\": \"scripts/x.sh\", \"args\": [\"--model\", \"{model}\", \"out/{model}.txt\"],"
                                + " \"inputs\": [{\"path\": \"out/{model}.txt\", \"role\": \"output\"}]}")
                .file("scripts/x.sh", "echo '" + ITEM + "'");
        Object one = item().meta().get(Meta.EVALUATOR).orElseThrow();
        repository.file("models/m.json", "{\"id\": \"gone\"}").file("models/other.json", "{\"id\": \"m\"}");
        repository.file("out/m.txt", "c");
        assertThat(item().meta().get(Meta.EVALUATOR)).hasValue(one);
    }

    @Test
    void itSeesLittleOfTheEnvironmentAndIsToldWhatItIsRunFor() {
        repository.script(
                "x",
                "echo \"{\\\"metric_id\\\": \\\"x\\\", \\\"value\\\": 1, \\\"meta\\\": {\\\"env\\\": \\\"$(env | cut -d= -f1 | sort | tr '\\n' ' ')\\\"}}\"");
        assertThat(item().meta().text("env").orElseThrow().split(" "))
                .contains(
                        "EVALKIT_INDICATOR",
                        "EVALKIT_MODEL",
                        "EVALKIT_OUTPUT",
                        "EVALKIT_RUN_DIR",
                        "EVALKIT_SCENARIO",
                        "EVALKIT_SEED",
                        "PATH")
                .doesNotContain("JAVA_HOME", "USER", "MAVEN_OPTS");
    }

    @Test
    void aResultOfItsOwnShapeIsReadByTheMapping() {
        repository
                .indicator(
                        "x",
                        "{\"script\": \"scripts/x.sh\", \"output_format\": \"custom\", \"mapping\": {\"value\": \"/all/0/f1\","
                                + " \"ci\": \"/all/0/ci\", \"samples_used\": \"/n\"}}")
                .file("scripts/x.sh", "echo '{\"n\": 60, \"all\": [{\"f1\": 0.75, \"ci\": [0.7, 0.8]}]}'");
        ResultItem item = item();
        assertThat(item.metricId()).isEqualTo("x");
        assertThat(item.value()).isEqualTo(0.75);
        assertThat(item.ci()).isEqualTo(new Interval(0.7, 0.8));
        assertThat(item.samplesUsed()).isEqualTo(60);
    }

    @Test
    void aResultOfItsOwnShapeWithoutAMappingIsSkippedAndSaysSo() {
        repository
                .indicator("x", "{\"script\": \"scripts/x.sh\", \"output_format\": \"custom\"}")
                .file("scripts/x.sh", "echo '{\"f1\": 0.75}'");
        IndicatorRun only = repository.only();
        assertThat(only.status()).isEqualTo(Status.SKIPPED);
        assertThat(only.reason()).isEqualTo("its output_format is custom, and no mapping says where the numbers stand");
    }

    @Test
    void aMappingThatLeadsNowhereFails() {
        repository
                .indicator(
                        "x",
                        "{\"script\": \"scripts/x.sh\", \"output_format\": \"custom\", \"mapping\": {\"value\": \"/f1/macro\"}}")
                .file("scripts/x.sh", "echo '{\"f1\": 0.75}'");
        failsBecause(
                "scripts/x.sh (standard output): run_script_ref.mapping points at /f1/macro, where there is nothing;"
                        + " expected a number");
    }

    @Test
    void aMappedIntervalWhoseEndsAreSwappedFails() {
        repository
                .indicator(
                        "x",
                        "{\"script\": \"scripts/x.sh\", \"output_format\": \"custom\", \"mapping\": {\"value\": \"/f1\", \"ci\": \"/ci\"}}")
                .file("scripts/x.sh", "echo '{\"f1\": 0.75, \"ci\": [0.8, 0.7]}'");
        failsBecause("scripts/x.sh (standard output): run_script_ref.mapping points at /ci, where there is [0.8, 0.7];"
                + " expected an array of two ends, the lower one first");
    }

    @Test
    void oneThatEndsWithAStatusFailsWithTheEndOfWhatItSaid() {
        repository.script("x", "echo '" + ITEM + "'", "echo 'no model loaded' >&2", "exit 3");
        failsBecause("The script ended with status 3; its standard error ends with:\n    no model loaded");
    }

    @Test
    void oneThatIsSilentFails() {
        repository.script("x", "true");
        failsBecause(
                "scripts/x.sh (standard output) is empty: a script prints a result item {metric_id, value, ci, samples_used, meta},"
                        + " or an array of them, to standard output, or writes it to the file that EVALKIT_OUTPUT names");
    }

    @Test
    void oneThatHangsIsKilledWithAllThatItStarted() throws IOException {
        repository
                .indicator("x", "{\"script\": \"scripts/x.sh\", \"timeout_seconds\": 1}")
                .file("scripts/x.sh", "sleep 600 &", "echo $! > child.pid", "wait");
        failsBecause(
                "The script was still running after 1 s, and was killed; make it faster, or raise run_script_ref.timeout_seconds;"
                        + " it printed nothing to standard error");
        long child = Long.parseLong(
                Files.readString(repository.root().resolve("child.pid")).strip());
        // Killing is asynchronous: give the kernel a moment, but not the 600 s that the child would live.
        ProcessHandle.of(child).ifPresent(handle -> assertThat(handle.onExit()).succeedsWithin(Duration.ofSeconds(20)));
    }

    @Test
    void oneThatPrintsMoreThanItsResultFailsWithThePlace() {
        repository.script("x", "echo 'loading...'", "echo '" + ITEM + "'");
        assertThat(repository.only().reason()).startsWith("scripts/x.sh (standard output):1:1: ");
    }

    @Test
    void oneThatGivesAnotherIndicatorsNumberFails() {
        repository.script("x", "echo '{\"metric_id\": \"y\", \"value\": 1}'");
        failsBecause(
                "scripts/x.sh (standard output): found an item of metric_id \"y\"; the script of x gives items of \"x\" and, beside it,"
                        + " \"x.<name>\"");
    }

    @Test
    void oneThatIsNoNumberFails() {
        repository.script("x", "echo '{\"metric_id\": \"x\", \"value\": NaN}'");
        assertThat(repository.only().status()).isEqualTo(Status.FAILED);
    }

    @Test
    void oneOutsideTheRepositoryIsNotRun() {
        repository.indicator("x", "\"../x.sh\"");
        failsBecause(
                "\"../x.sh\" leaves the repository; references stay inside the repository: a relative path with / between its parts is"
                        + " expected");
    }

    @Test
    void anInputOutsideTheRepositoryIsNotRead() {
        repository
                .indicator(
                        "x",
                        "{\"script\": \"scripts/x.sh\", \"inputs\": [{\"path\": \"/etc/hosts\", \"role\": \"dataset\"}]}")
                .file("scripts/x.sh", "echo '" + ITEM + "'");
        failsBecause(
                "\"/etc/hosts\" is an absolute path; references stay inside the repository: a relative path with / between its parts is"
                        + " expected");
    }

    @Test
    void anIdThatIsNoSafePathSegmentIsRefusedWhereItWouldStandInAPath() {
        repository.file("models/m.json", "{\"id\": \"../m\"}");
        repository
                .indicator(
                        "x",
                        "{\"script\": \"scripts/x.sh\", \"inputs\": [{\"path\": \"out/{model}.txt\", \"role\": \"output\"}]}")
                .file("scripts/x.sh", "echo '" + ITEM + "'");
        StoredRun run = repository.run("../m");
        assertThat(run.details().orElseThrow().indicators().get(0).reason())
                .isEqualTo(
                        "\"out/{model}.txt\" holds {model}, but the model id \"../m\" is no safe name for a file or folder; name the file"
                                + " without the placeholder, or give the model an id of letters, digits, dots, dashes and underscores");
    }

    @Test
    void anUnknownPlaceholderFails() {
        repository
                .indicator("x", "{\"script\": \"scripts/x.sh\", \"args\": [\"{modell}\"]}")
                .file("scripts/x.sh", "echo '" + ITEM + "'");
        failsBecause(
                "\"{modell}\" holds the unknown placeholder {modell}; known here: {model}, {run_dir}, {scenario}, {seed}");
    }

    @Test
    void noScriptRunsUnlessItIsAllowed() {
        repository.script("x", "touch ran");
        StoredRun run = repository.run(SmallRepository.settings().withAllowScripts(false), Progress.SILENT);
        assertThat(run.details().orElseThrow().indicators().get(0).reason())
                .isEqualTo(
                        "Scripts run only where there is a POM, or with -Devalkit.allowScripts: scripts/x.sh would run with your"
                                + " rights");
        assertThat(repository.root().resolve("ran")).doesNotExist();
    }

    @Test
    void aJavaFileIsRunByTheRunningJdk() {
        repository
                .indicator("x", "\"scripts/X.java\"")
                .file(
                        "scripts/X.java",
                        "class X {",
                        "    public static void main(String[] args) {",
                        "        System.out.println(\"{\\\"metric_id\\\": \\\"x\\\", \\\"value\\\": 0.25}\");",
                        "    }",
                        "}");
        assertThat(item().value()).isEqualTo(0.25);
    }

    @Test
    void aPythonFileIsRunByTheInterpreterThatIsNamed() {
        assumeTrue(isOnThePath("python3"), "Skipped: there is no python3 on the PATH");
        repository
                .indicator("x", "\"scripts/x.py\"")
                .file("scripts/x.py", "import json", "print(json.dumps({'metric_id': 'x', 'value': 0.75}))");
        assertThat(item().value()).isEqualTo(0.75);
    }

    @Test
    void anInterpreterThatIsNotThereIsNamed() {
        repository.indicator("x", "\"scripts/x.py\"").file("scripts/x.py", "");
        StoredRun run = repository.run(SmallRepository.settings().withPython("no-such-python"), Progress.SILENT);
        assertThat(run.details().orElseThrow().indicators().get(0).reason())
                .startsWith("Cannot start no-such-python: ");
    }

    static boolean isOnThePath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
