package dev.evalkit.validate.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.schema.DocumentKind;
import dev.evalkit.schema.Schemas;
import dev.evalkit.validate.Finding;
import dev.evalkit.validate.Severity;
import dev.evalkit.validate.baseline.FindingBaseline.Sorted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingBaselineTest {
    private static final FindingBaseline NOTHING = new FindingBaseline(List.of());

    @TempDir
    Path root;

    private static Finding finding(String file, int line, String pointer, String message) {
        return new Finding("EK-DOC-002", Severity.ERROR, new Location(file, line, 7), pointer, message);
    }

    private static FindingBaseline accepting(Finding... findings) {
        return NOTHING.accepting(NOTHING.sort(List.of(findings)), "old data", UnaryOperator.identity());
    }

    @Test
    void anAcceptedFindingStaysAcceptedWhenLinesAndElementsMove() {
        FindingBaseline baseline = accepting(finding("a.json", 6, "/list/2/unit", "like b.json:3:4, found 7"));

        Sorted moved = baseline.sort(List.of(finding("a.json", 99, "/list/5/unit", "like b.json:77:1, found 7")));

        assertThat(moved.open()).isEmpty();
        assertThat(moved.stale()).isEmpty();
        assertThat(moved.accepted())
                .extracting(FindingBaseline.Accepted::reason)
                .containsExactly("old data");
    }

    @Test
    void itDoesNotStayAcceptedInAnotherFileOrWithAnotherValue() {
        Finding accepted = finding("a.json", 6, "/unit", "found 7");
        FindingBaseline baseline = accepting(accepted);

        for (Finding other : List.of(
                finding("b.json", 6, "/unit", "found 7"),
                finding("a.json", 6, "/name", "found 7"),
                finding("a.json", 6, "/unit", "found 8"),
                new Finding("EK-DOC-001", Severity.ERROR, new Location("a.json", 6, 7), "/unit", "found 7"))) {
            Sorted sorted = baseline.sort(List.of(other));
            assertThat(sorted.open()).containsExactly(other);
            assertThat(sorted.stale())
                    .extracting(FindingBaseline.Entry::toString)
                    .containsExactly("a.json: found 7 (EK-DOC-002)");
        }
    }

    @Test
    void twoThatAreAlikeNeedTwoEntries() {
        Finding first = finding("a.json", 6, "/list/0", "found 7");
        Finding second = finding("a.json", 7, "/list/1", "found 7");

        assertThat(accepting(first).sort(List.of(first, second)).open()).containsExactly(second);
        assertThat(accepting(first, second).sort(List.of(first, second)).open()).isEmpty();
    }

    @Test
    void whatIsWrittenConformsToItsSchemaAndIsReadAgain() {
        FindingBaseline baseline = accepting(finding("a.json", 6, "/unit", "found 7"));

        baseline.write(root);

        assertThat(FindingBaseline.of(root)).isEqualTo(baseline);
        assertThat(Schemas.bundled()
                        .get(DocumentKind.ACCEPTED)
                        .validate(JsonDocument.read(root.resolve(FindingBaseline.FILE))))
                .isEmpty();
        assertThat(FindingBaseline.of(root.resolve("none"))).isEqualTo(NOTHING);
    }

    @Test
    void acceptingAgainDropsWhatIsStale() {
        Finding gone = finding("gone.json", 1, "", "found 1");
        Finding there = finding("there.json", 1, "", "found 2");
        FindingBaseline baseline = accepting(gone);

        FindingBaseline wider = baseline.accepting(baseline.sort(List.of(there)), "new data", UnaryOperator.identity());

        assertThat(wider.entries()).extracting(FindingBaseline.Entry::file).containsExactly("there.json");
    }

    @Test
    void aReasonIsAskedFor() throws IOException {
        assertThatThrownBy(() -> NOTHING.accepting(NOTHING.sort(List.of()), " ", UnaryOperator.identity()))
                .isInstanceOf(EvalkitException.class)
                .hasMessage("A finding is accepted with a reason: say why it may stay as it is");
        Files.writeString(root.resolve(FindingBaseline.FILE), """
                {
                  "accepted": [{"rule": "r", "file": "f", "hash": "h", "reason": ""}]
                }
                """);
        assertThatThrownBy(() -> FindingBaseline.of(root))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(".evalkit-validate.json:2:66: found an accepted finding without a reason");
    }
}
