package dev.evalkit.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.diff.gate.Policy;
import dev.evalkit.model.Direction;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Result files as older tools wrote them: no intervals, little meta, and ids that have changed since. */
class OlderFilesTest {
    private static final Diff DIFF = Diff.withDefaults();

    @Test
    void fourItemsThatDifferOnlyInTheirModelAreFourRows() {
        DiffResult diff = DIFF.compare(Assistant.read("older-baseline.json"), Assistant.read("older-current.json"));

        assertThat(diff.rows().stream().map(OlderFilesTest::shown))
                .containsExactly(
                        "wren-1b 1101.2 → 1190.1 improved",
                        "kestrel-7b 1212.4 → 1214.0 no_worse",
                        "kestrel-3b 1187.9 → 1180.2 regressed",
                        "osprey-14b 1260.0 → 1259.2 no_worse");
        assertThat(diff.rows())
                .allMatch(row -> row.change() != null && row.change().threshold() == 5);
        assertThat(Policy.BALANCED.judge(diff).failing())
                .extracting(row -> row.id().model())
                .containsExactly("kestrel-3b");
    }

    @Test
    void anIdThatHasBecomeAnAliasMatchesItsIndicator() {
        DiffRow row = Items.only(
                DIFF.compare(Items.set(Items.bare("toxicity_rate", 0.02)), Items.set(Items.bare("toxicity", 0.04))));

        assertThat(row.id().metricId()).isEqualTo("toxicity");
        assertThat(row.direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(row.verdict()).isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void anIdThatBothFilesStillUseIsJudgedAsItsIndicatorToo() {
        DiffRow row = Items.only(DIFF.compare(
                Items.set(Items.bare("toxicity_rate", 0.02)), Items.set(Items.bare("toxicity_rate", 0.04))));

        assertThat(row.id().metricId()).isEqualTo("toxicity_rate");
        assertThat(row.verdict()).isEqualTo(Verdict.REGRESSED);
    }

    private static String shown(DiffRow row) {
        return row.id().model() + " " + Objects.requireNonNull(row.previous()).value() + " → "
                + Objects.requireNonNull(row.current()).value() + " "
                + row.verdict().id();
    }
}
