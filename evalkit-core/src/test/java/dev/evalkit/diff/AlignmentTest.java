package dev.evalkit.diff;

import static dev.evalkit.diff.Items.indicator;
import static dev.evalkit.diff.Items.item;
import static dev.evalkit.diff.Items.map;
import static dev.evalkit.diff.Items.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import dev.evalkit.result.ResultSet;
import dev.evalkit.result.RunManifest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlignmentTest {
    private static final Diff DIFF = Diff.withDefaults();

    @Test
    void itemsThatDifferOnlyInTheirModelAreRowsOfTheirOwn() {
        ResultSet previous = set(item("elo", 1, "model", "a"), item("elo", 2, "model", "b"));
        ResultSet current = set(item("elo", 2, "model", "b"), item("elo", 1, "model", "a"));

        assertThat(rows(DIFF.compare(previous, current)))
                .containsExactly("elo model=b: 2.0 → 2.0", "elo model=a: 1.0 → 1.0");
    }

    @Test
    void oneModelIsComparedWithAnother() {
        DiffResult diff = DIFF.compare(set(item("f1", 1, "model", "v1")), set(item("f1", 2, "model", "v2")));

        assertThat(rows(diff)).containsExactly("f1: 1.0 → 2.0");
        assertThat(diff.previous().model()).isEqualTo("v1");
        assertThat(diff.current().model()).isEqualTo("v2");
    }

    @Test
    void aModelIsLookedForWhereTheOtherSideHoldsSeveral() {
        ResultSet one = set(item("f1", 1, "model", "a"));
        ResultSet several = set(item("f1", 2, "model", "b"), item("f1", 3, "model", "a"));

        assertThat(rows(DIFF.compare(one, several))).containsExactly("f1 model=b: - → 2.0", "f1 model=a: 1.0 → 3.0");
    }

    @Test
    void scenarioDatasetAndSliceSetItemsApart() {
        ResultSet previous = set(
                item("f1", 1, "scenario", "s", "dataset", "d"),
                item("f1", 2, "scenario", "t", "dataset", "d"),
                item("f1", 3, "scenario", "s", "dataset", "e"),
                item("f1", 4, "scenario", "s", "dataset", "d", "slice", map("subject", "law", "year", 2020)));
        ResultSet current = set(
                item("f1", 40, "scenario", "s", "dataset", "d", "slice", map("year", "2020", "subject", "law")),
                item("f1", 30, "scenario", "s", "dataset", "e"),
                item("f1", 20, "scenario", "t", "dataset", "d"),
                item("f1", 10, "scenario", "s", "dataset", "d"));

        assertThat(rows(DIFF.compare(previous, current)))
                .containsExactly(
                        "f1 scenario=s dataset=d subject=law year=2020: 4.0 → 40.0",
                        "f1 scenario=s dataset=e: 3.0 → 30.0",
                        "f1 scenario=t dataset=d: 2.0 → 20.0",
                        "f1 scenario=s dataset=d: 1.0 → 10.0");
    }

    @Test
    void rowsComeInTheOrderOfTheCurrentSideAndWhatIsMissingComesLast() {
        ResultSet previous = set(item("c", 1), item("x", 1), item("a", 1), item("y", 1));
        ResultSet current = set(item("a", 2), item("b", 2), item("c", 2));

        assertThat(rows(DIFF.compare(previous, current)))
                .containsExactly("a: 1.0 → 2.0", "b: - → 2.0", "c: 1.0 → 2.0", "x: 1.0 → -", "y: 1.0 → -");
    }

    @Test
    void whatAnItemDoesNotSayIsTakenFromItsRun() {
        Side previous =
                Side.of(set(item("f1", 1, "scenario", "chat", "model", "a"), item("f1", 2, "scenario", "voice")));
        Side current = Side.of(set(item("f1", 3)), run("a", "voice"));

        assertThat(rows(DIFF.compare(previous, current)))
                .containsExactly("f1 scenario=voice: 2.0 → 3.0", "f1 scenario=chat: 1.0 → -");
    }

    @Test
    void aFieldThatOneSideLeavesOutMatchesWhereThatIsUnique() {
        ResultSet older = set(item("f1", 1), item("wer", 2));
        ResultSet newer = set(item("f1", 10, "dataset", "mmlu", "scenario", "qa"), item("wer", 20, "dataset", "libri"));

        assertThat(rows(DIFF.compare(older, newer)))
                .containsExactly("f1 scenario=qa dataset=mmlu: 1.0 → 10.0", "wer dataset=libri: 2.0 → 20.0");
        assertThat(rows(DIFF.compare(newer, older)))
                .containsExactly("f1 scenario=qa dataset=mmlu: 10.0 → 1.0", "wer dataset=libri: 20.0 → 2.0");
    }

    @Test
    void eachSideMayLeaveOutSomethingElse() {
        ResultSet previous = set(item("f1", 1, "dataset", "mmlu"));
        ResultSet current = set(item("f1", 2, "scenario", "qa"));

        assertThat(rows(DIFF.compare(previous, current))).containsExactly("f1 scenario=qa dataset=mmlu: 1.0 → 2.0");
    }

    @Test
    void nothingIsGuessedWhereALeftOutFieldCouldBeSeveral() {
        ResultSet older = set(item("f1", 1));
        ResultSet newer = set(item("f1", 10, "dataset", "mmlu"), item("f1", 20, "dataset", "arc"));

        assertThat(rows(DIFF.compare(older, newer)))
                .containsExactly("f1 dataset=mmlu: - → 10.0", "f1 dataset=arc: - → 20.0", "f1: 1.0 → -");
    }

    @Test
    void whatIsLeftOverIsNoMatchOnlyBecauseItIsAlone() {
        ResultSet previous = set(item("f1", 1), item("f1", 2, "dataset", "mmlu"));
        ResultSet current = set(item("f1", 20, "dataset", "mmlu"), item("f1", 30, "dataset", "arc"));

        assertThat(rows(DIFF.compare(previous, current)))
                .containsExactly("f1 dataset=mmlu: 2.0 → 20.0", "f1 dataset=arc: - → 30.0", "f1: 1.0 → -");
    }

    @Test
    void aSliceIsNeverMatchedWithTheWhole() {
        ResultSet previous = set(item("f1", 1));
        ResultSet current = set(item("f1", 2, "slice", map("subject", "law")));

        assertThat(rows(DIFF.compare(previous, current))).containsExactly("f1 subject=law: - → 2.0", "f1: 1.0 → -");
    }

    @Test
    void anAliasMatchesTheIndicatorThatListsIt() {
        Diff diff = DIFF.with(Definitions.of(List.of(indicator("profanity", "profanity_rate", "swearing"))));
        ResultSet previous = set(item("profanity_rate", 1), item("swearing.severe", 2), item("profanity_rated", 3));
        ResultSet current = set(item("profanity", 10), item("profanity.severe", 20), item("profanity_rated", 30));

        assertThat(rows(diff.compare(previous, current)))
                .containsExactly(
                        "profanity: 1.0 → 10.0", "profanity.severe: 2.0 → 20.0", "profanity_rated: 3.0 → 30.0");
    }

    @Test
    void whatBothSidesNameTheSameKeepsItsName() {
        Diff diff = DIFF.with(Definitions.of(List.of(indicator("profanity", "profanity_rate"))));
        ResultSet previous = set(item("profanity_rate", 1));
        ResultSet current = set(item("profanity_rate", 2), item("profanity", 3));

        assertThat(rows(diff.compare(previous, current)))
                .containsExactly("profanity_rate: 1.0 → 2.0", "profanity: - → 3.0");
    }

    @Test
    void anAliasIsNoNameOfAnotherAlias() {
        Diff diff = DIFF.with(Definitions.of(List.of(indicator("profanity", "profanity_rate", "swearing"))));

        assertThat(rows(diff.compare(set(item("swearing", 1)), set(item("profanity_rate", 2)))))
                .containsExactly("profanity_rate: - → 2.0", "swearing: 1.0 → -");
    }

    @Test
    void nothingIsGuessedWhereAnIndicatorHasSeveralNamesOnOneSide() {
        Diff diff = DIFF.with(Definitions.of(List.of(indicator("profanity", "profanity_rate", "swearing"))));
        ResultSet previous = set(item("profanity_rate", 1), item("swearing", 2));

        assertThat(rows(diff.compare(previous, set(item("profanity", 3)))))
                .containsExactly("profanity: - → 3.0", "profanity_rate: 1.0 → -", "swearing: 2.0 → -");
    }

    @Test
    void anItemWithoutAModelAndOneOfTheOnlyModelAreAnErrorThatNamesBoth() {
        Side both = Side.of(set(item("f1", 1), item("f1", 2, "model", "m"))).from("old.json", "ab");
        Side one = Side.of(set(item("f1", 1)));

        String message = "old.json: the items 'f1' and 'f1 model=m' are the same one for a diff (f1); keep one of them";
        assertThatThrownBy(() -> DIFF.compare(both, one))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> DIFF.compare(one, both))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> DIFF.compare(Side.of(set(item("wer", 1))), both))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(message);
    }

    @Test
    void anAliasThatTwoIndicatorsClaimIsAnError() {
        assertThatThrownBy(() -> Definitions.of(List.of(indicator("a", "x"), indicator("b", "x"))))
                .isInstanceOf(EvalkitException.class)
                .hasMessage("The indicators a and b both have the alias x; remove it from one of them");
    }

    private static List<String> rows(DiffResult diff) {
        return diff.rows().stream()
                .map(row -> row.id() + ": " + value(row.previous()) + " → " + value(row.current()))
                .toList();
    }

    private static String value(@Nullable Observation observation) {
        return observation == null ? "-" : String.valueOf(observation.value());
    }

    private static RunManifest run(String model, String scenario) {
        return new RunManifest("r", model, scenario, Instant.EPOCH, Instant.EPOCH, null, null, null, List.of(), null);
    }
}
