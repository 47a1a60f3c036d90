package dev.evalkit.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.lmarena.SnapshotStore;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunStore;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.scan.ScanBaseline;
import dev.evalkit.scan.Scanner;
import dev.evalkit.validate.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing outside a repository is read or run, whatever the fields say that name a file, and wherever links lead. */
class PathEscapesTest {
    /** Stands in every file outside, each of which is malformed in a way that its reader would quote. */
    private static final String CANARY = "CANARY";

    @TempDir
    Path folder;

    private Path outside;
    private Path root;
    private Fixture fixture;

    @BeforeEach
    void aRepositoryBesideCanaries() throws IOException {
        outside = Files.createDirectories(folder.toRealPath().resolve("outside"));
        Files.writeString(outside.resolve("canary"), CANARY);
        Files.writeString(outside.resolve("canary.json"), CANARY);
        Files.writeString(outside.resolve("canary.jsonl"), CANARY + "\n");
        Files.writeString(
                outside.resolve("canary.sh"),
                "#!/bin/sh\ntouch '" + outside + "/executed'\necho '{\"metric_id\": \"accuracy\", \"value\": 1}'\n");
        assertThat(outside.resolve("canary.sh").toFile().setExecutable(true)).isTrue();
        root = Files.createDirectories(folder.toRealPath().resolve("repository"));
        fixture = new Fixture(root).write();
        fixture.file("scripts/fine.sh", "echo '{\"metric_id\": \"accuracy\", \"value\": 1}'\n");
        Files.createSymbolicLink(root.resolve("folder-link"), outside);
        Files.createSymbolicLink(root.resolve("chain-link"), Path.of("folder-link"));
        Files.createSymbolicLink(root.resolve("scripts/up"), Path.of("../../outside"));
        Files.createSymbolicLink(root.resolve("file-link.sh"), outside.resolve("canary.sh"));
        Files.createSymbolicLink(root.resolve("file-link.jsonl"), outside.resolve("canary.jsonl"));
        Files.createSymbolicLink(root.resolve("loop"), Path.of("loop"));
    }

    /** Ways to name a file outside, FILE standing for its name and ROOT for the absolute path of its folder. */
    static Stream<String> references() {
        return Stream.of(
                "../outside/FILE",
                "./../outside/FILE",
                "scripts/../../outside/FILE",
                "scripts/./.././../outside/FILE",
                "missing/../../outside/FILE",
                "../repository/../outside/FILE",
                "..//outside/FILE",
                "scripts/fine.sh/../../../outside/FILE",
                "ROOT/FILE",
                "/ROOT/FILE",
                "//ROOT/FILE",
                "file:ROOT/FILE",
                "file://ROOT/FILE",
                "FILE:///ROOT/FILE",
                "~/../ROOT/FILE",
                "~root/FILE",
                "$HOME/FILE",
                "${HOME}/FILE",
                "$(echo ROOT)/FILE",
                "`echo ROOT`/FILE",
                "%2e%2e/outside/FILE",
                "..%2foutside%2fFILE",
                "%252e%252e%252foutside%252fFILE",
                "..%c0%afoutside/FILE",
                "%00../outside/FILE",
                "\\u002e\\u002e/outside/FILE",
                "&#46;&#46;/outside/FILE",
                "..\\outside\\FILE",
                "..\\/outside/FILE",
                "scripts\\..\\..\\outside\\FILE",
                "\\\\localhost\\c$\\FILE",
                "//localhost/c$/FILE",
                "\\\\?\\C:\\FILE",
                "\\\\.\\C:\\FILE",
                "C:/FILE",
                "C:FILE",
                "c:..\\outside\\FILE",
                "folder-link/FILE",
                "chain-link/FILE",
                "scripts/up/FILE",
                "scripts/../folder-link/FILE",
                "folder-link/../outside/FILE",
                "chain-link/../../outside/FILE",
                "loop/FILE",
                "loop/../../outside/FILE",
                "FILE\0",
                "..\0/outside/FILE",
                "../outside/FILE\0.txt",
                "../outside/FILE.",
                "../outside/FILE ",
                " ../outside/FILE",
                "\t../outside/FILE",
                "../outside/FILE\n",
                "\uFF0E\uFF0E/outside/FILE",
                "\u2025/outside/FILE",
                "..\u2215outside\u2215FILE",
                "..\uFF0Foutside/FILE",
                ".\u200B./outside/FILE",
                "..;/outside/FILE",
                "....//outside/FILE",
                ".../outside/FILE",
                "..././outside/FILE",
                "../outside/FILE?",
                "../outside/FILE#x",
                "../outside/FILE::$DATA",
                "../outside/./FILE",
                "../".repeat(60) + "ROOT/FILE",
                "scripts/" + "../".repeat(60) + "ROOT/FILE",
                "x/".repeat(3_000) + "../".repeat(3_001) + "outside/FILE",
                "x".repeat(5_000),
                "x/".repeat(5_000) + "FILE",
                "CON",
                "nul",
                "scripts/AUX.sh",
                "com1.sh",
                "",
                " ",
                ".",
                "..",
                "/",
                "scripts",
                "/dev/null",
                "/dev/zero",
                "/dev/stdin",
                "/proc/self/environ",
                "/etc/passwd",
                "{model}/../../outside/FILE",
                "../outside/{model}",
                "{run_dir}/../../../outside/FILE",
                "{run_dir}",
                "{scenario}/{model}/../../../outside/FILE",
                "{unknown}/FILE",
                "{dataset}/../../outside/FILE",
                "http://localhost/FILE",
                "jar:file:ROOT/x.jar!/FILE",
                "classpath:FILE");
    }

    @Test
    void thereAreMoreThanSixtyWays() {
        assertThat(references().distinct().count()).isGreaterThan(60);
    }

    @Test
    void noScriptOutsideRuns() throws IOException {
        for (String reference : references().toList()) {
            String script = named(reference, "canary.sh");
            fixture.file("indicators/accuracy.json", indicator(script, "outputs/{model}.jsonl"));
            assertFails(reference);
            assertThat(Validator.of(Evaluators.load()).validate(fixture.repository()))
                    .as(reference)
                    .anyMatch(each -> each.location().file().equals("indicators/accuracy.json"));
        }
    }

    @Test
    void noLinkToAScriptOutsideRuns() throws IOException {
        fixture.file("indicators/accuracy.json", indicator("file-link.sh", "outputs/{model}.jsonl"));
        assertThat(assertFails("file-link.sh")).contains("leaves the repository through a symbolic link");
    }

    @Test
    void noInputOutsideIsRead() throws IOException {
        for (String reference : references().toList()) {
            fixture.file("indicators/accuracy.json", indicator("builtin:accuracy", named(reference, "canary.jsonl")));
            assertFails(reference);
        }
    }

    @Test
    void noScriptSeesAnInputOutside() throws IOException {
        for (String reference : references().toList()) {
            fixture.file("indicators/accuracy.json", indicator("scripts/fine.sh", named(reference, "canary.jsonl")));
            assertFails(reference);
        }
    }

    @Test
    void noLinkToAnInputOutsideIsRead() throws IOException {
        fixture.file("indicators/accuracy.json", indicator("builtin:accuracy", "file-link.jsonl"));
        assertThat(assertFails("file-link.jsonl")).contains("leaves the repository through a symbolic link");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".",
                "../outside",
                "../outside/canary",
                "a/b",
                "/etc",
                "\\",
                "a\\b",
                "C:",
                "CON",
                "nul.txt",
                "-rf",
                "--help",
                " a",
                "a ",
                "a.",
                "a\nb",
                "a\u0000b",
                "\u202Ea",
                "*",
                "a?",
                "a|b",
                "\u200B",
                "{model}",
                "{run_dir}",
                "~",
                "$HOME"
            })
    void noIdLeadsAnInputOrARunElsewhere(String id) throws IOException {
        fixture.file("models/m1.json", "{\"id\": " + quoted(id) + "}");
        StoredRun run = new dev.evalkit.evaluate.runner.EvaluationRunner(
                        fixture.repository(),
                        Evaluators.load(),
                        dev.evalkit.evaluate.runner.RunSettings.withDefaults("0.1.0")
                                .withClock(Fixture.at(Fixture.NOON)),
                        dev.evalkit.evaluate.runner.Progress.SILENT)
                .run(id, "trivia", fixture.store());
        assertThat(run.folder().toRealPath().getParent()).isEqualTo(root.resolve("reports"));
        assertThat(run.key().model()).isEqualTo(id);
        assertThat(run.details().orElseThrow().indicators(IndicatorRun.Status.FAILED))
                .hasSize(1);
        assertNothingGotOut(run);
    }

    @Test
    void noScoresOutsideAreRead() throws IOException {
        fixture.evaluate();
        Path current = root.resolve("reports/m1_trivia_20261123T120100Z/current.json");
        String sound = Files.readString(current);
        RunStore store = fixture.store();
        for (String reference : references().toList()) {
            Files.writeString(
                    current, sound.replace("\"scores/accuracy.jsonl.gz\"", quoted(named(reference, "canary.jsonl"))));
            List<String> said = new ArrayList<>();
            saidBy(
                    said,
                    () -> fixture.gate()
                            .judge(
                                    store.open(current.getParent()),
                                    store.baseline(Fixture.KEY).orElseThrow())
                            .diff()
                            .rows()
                            .forEach(row -> said.add(row.toString())));
            assertThat(said).as(reference).isNotEmpty().noneMatch(each -> each.contains(CANARY));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "indicators/other.json",
                "models/other.json",
                "models/aliases.json",
                "scenarios/other.json",
                "scenarios/own/own.json",
                "benchmarks/other.json",
                "benchmarks/aliases.json",
                "benchmarks/snapshots/lmarena/20261124T120000Z.json",
                "templates/indicator.schema.json",
                "templates/model.schema.json",
                "templates/scenario.schema.json",
                "templates/benchmark.schema.json",
                "reports/m1_trivia_20261123T120100Z/run.json",
                "reports/m1_trivia_20261123T120100Z/current.json",
                "reports/m1_trivia_20261123T120000Z/baseline.json",
                "reports/m1_trivia_20261123T120100Z/diff.json",
                "reports/m1_trivia_20261124T120000Z/baseline.json",
                "reports/m1_trivia_20261123T120100Z/scores/accuracy.jsonl.gz",
                ".evalkit-scan.json",
                "gitleaks.toml"
            })
    void noLinkInThePlaceOfADocumentIsFollowedOut(String file) throws IOException {
        fixture.evaluate();
        Path link = root.resolve(file);
        Files.deleteIfExists(link);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, outside.resolve("canary.json"));
        assertThat(said()).noneMatch(each -> each.contains(CANARY)).anyMatch(each -> each.contains("symbolic link"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "indicators",
                "models",
                "scenarios",
                "scenarios/own",
                "benchmarks",
                "benchmarks/snapshots",
                "benchmarks/snapshots/lmarena",
                "templates",
                "reports",
                "reports/m1_trivia_20261124T120000Z",
                "reports/m1_trivia_20261123T120100Z/scores",
                "baselines",
                "baselines/m1",
                "reports/baselines"
            })
    void noLinkInThePlaceOfAFolderIsFollowedOut(String name) throws IOException {
        fixture.evaluate();
        for (String file : List.of(
                "other.json",
                "own.json",
                "run.json",
                "current.json",
                "baseline.json",
                "20261124T120000Z.json",
                "model.schema.json")) {
            Files.writeString(outside.resolve(file), CANARY);
            for (String inner : List.of(
                    "lmarena",
                    "snapshots/lmarena",
                    "m1_trivia_20261124T120000Z",
                    "m1/20261124T120000Z",
                    "20261124T120000Z")) {
                Files.createDirectories(outside.resolve(inner));
                Files.writeString(outside.resolve(inner).resolve(file), CANARY);
            }
        }
        Path link = root.resolve(name);
        if (Files.exists(link)) {
            Files.move(link, folder.resolve("moved"));
        }
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, outside);
        assertThat(said()).noneMatch(each -> each.contains(CANARY));
    }

    @Test
    void aLinkThatIsSwappedAfterValidationIsNotFollowedOut() throws IOException {
        fixture.file("indicators/accuracy.json", indicator("scripts/link.sh", "outputs/{model}.jsonl"));
        Path link = Files.createSymbolicLink(root.resolve("scripts/link.sh"), Path.of("fine.sh"));
        EvaluationRepository validated = fixture.repository();
        assertThat(Validator.of(Evaluators.load()).validate(validated)).isEmpty();
        Files.delete(link);
        Files.createSymbolicLink(link, outside.resolve("canary.sh"));
        assertThat(assertFails("a swapped link")).contains("leaves the repository through a symbolic link");
    }

    @Test
    void aScriptsOutputIsNoLinkToAFileOutside() throws IOException {
        fixture.file("indicators/accuracy.json", indicator("scripts/linking.sh", "outputs/{model}.jsonl"));
        fixture.file("scripts/linking.sh", "ln -s '" + outside.resolve("canary.json") + "' \"$EVALKIT_OUTPUT\"\n");
        assertFails("a link as output");
        assertThat(outside.resolve("canary.json")).hasContent(CANARY);
    }

    /** The repository is evaluated, its indicator fails, and nothing of what is outside is seen. */
    private String assertFails(String what) throws IOException {
        String reason;
        try {
            StoredRun run = fixture.run(Fixture.NOON);
            List<IndicatorRun> failed = run.details().orElseThrow().indicators(IndicatorRun.Status.FAILED);
            assertThat(failed).as(what).hasSize(1);
            reason = String.valueOf(failed.get(0).reason());
            assertNothingGotOut(run);
        } catch (EvalkitException e) {
            reason = String.valueOf(e.getMessage());
        }
        assertThat(outside.resolve("executed")).doesNotExist();
        assertThat(reason).as(what).doesNotContain(CANARY).isNotBlank();
        return reason;
    }

    private void assertNothingGotOut(StoredRun run) throws IOException {
        assertThat(outside.resolve("executed")).doesNotExist();
        try (Stream<Path> files = Files.walk(run.folder())) {
            for (Path file : files.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain(CANARY);
            }
        }
    }

    /** Everything that anybody says of the repository. */
    private List<String> said() {
        List<String> said = new ArrayList<>();
        saidBy(said, () -> fixture.repository().problems().forEach(each -> said.add(each.toString())));
        saidBy(said, () -> fixture.store().problems().forEach(each -> said.add(each.toString())));
        saidBy(
                said,
                () -> Validator.of(Evaluators.load())
                        .validate(fixture.repository())
                        .forEach(each -> said.add(each.toString())));
        saidBy(
                said,
                () -> fixture.gate()
                        .judge(
                                fixture.store().open(root.resolve("reports/m1_trivia_20261123T120100Z")),
                                fixture.store().baseline(Fixture.KEY).orElseThrow()));
        saidBy(said, () -> SnapshotStore.of(fixture.repository(), "lmarena").newest(each -> true));
        saidBy(said, () -> ScanBaseline.of(root));
        saidBy(said, () -> Scanner.forRepository(root));
        return said;
    }

    private static void saidBy(List<String> said, Runnable reader) {
        try {
            reader.run();
        } catch (EvalkitException e) {
            said.add(String.valueOf(e.getMessage()));
        }
    }

    private String named(String reference, String file) {
        return reference
                .replace("FILE", file)
                .replace("ROOT", outside.toString().substring(1).isEmpty() ? "" : outside.toString());
    }

    private static String indicator(String script, String input) {
        return Fixture.indicator("SCRIPT", "INPUT")
                .replace("\"SCRIPT\"", quoted(script))
                .replace("\"INPUT\"", quoted(input));
    }

    private static String quoted(String text) {
        return dev.evalkit.json.JsonWriter.toLine(text).strip();
    }
}
