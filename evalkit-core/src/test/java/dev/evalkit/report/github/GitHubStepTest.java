package dev.evalkit.report.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.Location;
import dev.evalkit.validate.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubStepTest {
    private final List<String> commands = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void elsewhereNothingIsPrintedAndNothingWritten() {
        GitHubStep step = GitHubStep.of(Map.of("GITHUB_WORKSPACE", folder.toString()), commands::add);

        step.annotate(List.of(new Annotation(Severity.ERROR, null, "t", "m")));
        step.summarize("# PASS\n");

        assertThat(commands).isEmpty();
        assertThat(step.folder(folder.resolve("evaluation"))).isEmpty();
    }

    @Test
    void filesAreNamedFromTheWorkSpace() {
        GitHubStep step =
                GitHubStep.of(Map.of("GITHUB_ACTIONS", "true", "GITHUB_WORKSPACE", folder.toString()), commands::add);

        assertThat(step.folder(folder.resolve("a/evaluation"))).isEqualTo("a/evaluation/");
        assertThat(step.folder(folder)).isEmpty();
        assertThat(step.folder(folder.resolveSibling("elsewhere"))).isEmpty();
    }

    @Test
    void textStaysInItsPartOfTheCommand() {
        Annotation annotation = new Annotation(
                Severity.WARNING,
                new Location("a:b,c%.json", 3, 0),
                "x::error::y,z",
                "100 %\n::error::injected %0A::error::twice");

        assertThat(annotation.command())
                .isEqualTo("::warning file=a%3Ab%2Cc%25.json,line=3,title=x%3A%3Aerror%3A%3Ay%2Cz::"
                        + "100 %25\\u000a::error::injected %250A::error::twice");
    }

    @Test
    void tenOfEachSeverityAreShownAndTheLastSaysHowManyMoreThereAre() {
        GitHubStep step = GitHubStep.of(Map.of("GITHUB_ACTIONS", "true"), commands::add);

        step.annotate(IntStream.range(0, 25)
                .mapToObj(i -> new Annotation(Severity.ERROR, null, "t", "m" + i))
                .toList());

        assertThat(commands)
                .hasSize(10)
                .startsWith("::error title=t::m0")
                .endsWith("::error title=evalkit::16 more are in the log and in the step's summary");
    }

    @Test
    void theSummaryIsAppendedTo() throws IOException {
        Path file = folder.resolve("summary.md");
        Files.writeString(file, "# Tests\n");
        GitHubStep step =
                GitHubStep.of(Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", file.toString()), commands::add);

        step.summarize("# PASS\n\nfine\n");
        step.summarize(("x".repeat(99) + "\n").repeat(20_000));

        assertThat(Files.readString(file))
                .startsWith("# Tests\n# PASS\n\nfine\n\nxxx")
                .endsWith("x\n\n… and more than GitHub shows\n\n");
        assertThat(Files.size(file)).isLessThan(1 << 20);
    }
}
