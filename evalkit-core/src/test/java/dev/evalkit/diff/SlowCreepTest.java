package dev.evalkit.diff;

import static dev.evalkit.diff.Items.item;
import static dev.evalkit.diff.Items.only;
import static dev.evalkit.diff.Items.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.result.RunManifest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowCreepTest {
    private static final Diff DIFF = Diff.withDefaults().withThreshold(0.02);

    private static Side first(double value, Object... meta) {
        Instant started = Instant.parse("2026-03-01T10:00:00Z");
        return Side.of(
                set(item("x", value, meta)),
                new RunManifest("r", "m", "s", started, started, null, null, null, List.of(), null));
    }

    @Test
    void whatGotWorseLittleByLittleIsWarnedAbout() {
        DiffRow row = only(DIFF.compare(Side.of(set(item("x", 0.86))), Side.of(set(item("x", 0.85))), first(0.90)));

        assertThat(row.verdict()).isEqualTo(Verdict.NO_WORSE);
        assertThat(row.reasons())
                .extracting(Reason::text)
                .containsExactly(
                        "point values only",
                        "slow creep: worse by 0.05 than the first accepted run of 2026-03-01 (0.9), beyond the tolerated 0.02");
        assertThat(row.says(Reason.Code.SLOW_CREEP)).isTrue();
    }

    @Test
    void whatIsWithinTheMarginOfTheFirstRunIsNot() {
        Side previous = Side.of(set(item("x", 0.86)));
        Side current = Side.of(set(item("x", 0.85)));

        assertThat(DIFF.compare(previous, current, first(0.87))).isEqualTo(DIFF.compare(previous, current));
    }

    @Test
    void whatWasMeasuredInAnotherWayIsNot() {
        Side previous = Side.of(set(item("x", 0.86, "dataset_sha256", "b")));
        Side current = Side.of(set(item("x", 0.85, "dataset_sha256", "b")));

        assertThat(only(DIFF.compare(previous, current, first(0.95, "dataset_sha256", "a")))
                        .says(Reason.Code.SLOW_CREEP))
                .isFalse();
    }
}
