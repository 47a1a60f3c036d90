package dev.evalkit.evaluate.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Throughput at its edges; rates by hand, batch means and runs in NumPy with Student's t of SciPy 1.10.1. */
class ThroughputEvaluatorTest {
    private static final String MEND = "; mend it, or allow bad lines with --max-bad-lines N";

    @TempDir
    private Path folder;

    @Test
    void oneRequestHasARateIfItTakesTime() {
        Run run = Given.jsonl(folder, "{'start': 0, 'end': 100}").by("throughput", "");
        Expected.bare(run.all(""), 10, 1);
        Expected.warnings(run.all(""), "10 requests or more are needed for an interval of a rate; there are 1");
        Given moment = Given.jsonl(folder, "{'start': 5, 'end': 5}");
        assertThatThrownBy(() -> moment.by("throughput", ""))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(
                        "The primary number is not defined for this sample: it needs a time between the first start and the last"
                                + " end: all of these are the same moment");
    }

    @Test
    void batchMeansGiveTheInterval() {
        int[] starts = {0, 370, 1480, 3330, 5920, 9250, 3320, 8130, 3680, 9970, 7000, 4770};
        int[] ends = {50, 433, 1556, 3419, 6022, 9300, 3383, 8206, 3769, 10072, 7050, 4833};
        String[] lines = new String[12];
        for (int i = 0; i < 12; i++) {
            lines[i] = "{'start': " + starts[i] + ", 'end': " + ends[i] + "}";
        }
        Run run = Given.jsonl(folder, lines).by("throughput", "");
        Expected.number(run.all(""), 1.1914217633042095, 0.30731168665003006, 2.075531839958389, 12);
        Expected.error(run.all(""), 0.34393383788103205);
        Expected.method(run.all(""), "batch_means");
        assertThat(run.all("").meta().number("batches")).hasValue(6);
    }

    @Test
    void runsHaveWindowsOfTheirOwn() {
        Run run = Given.csv(
                        folder,
                        "start,end,run",
                        "0,400,1",
                        "500,1000,1",
                        "900,1500,1",
                        "5000,5100,2",
                        "5200,6000,2",
                        "9000,9800,3")
                .by("throughput", "--cluster run");
        Expected.number(run.all(""), 1.8181818181818183, 0.9232970869615471, 2.7130665494020896, 6);
        Expected.error(run.all(""), 0.2079844197044284);
        assertThat(run.all("").meta().number("window_s").orElseThrow()).isCloseTo(3.3, Expected.CLOSED_FORM);
        Run one = Given.csv(folder, "start,end,run", "0,1000,1").by("throughput", "--cluster run");
        Expected.number(one.all(""), 1, 0.0, null, 1);
    }

    @Test
    void aLabelHasTheWindowFromItsFirstStartToItsLastEnd() {
        Given given = Given.jsonl(
                folder,
                "{'start': 0, 'end': 1000, 'ok': true, 'label': 'a'}",
                "{'start': 2000, 'end': 3000, 'ok': true, 'label': 'b'}",
                "{'start': 3000, 'end': 4000, 'ok': false, 'label': 'a'}",
                "{'start': 7, 'end': 7, 'ok': true, 'label': 'c'}");
        Run count = given.by("throughput", "--success ok --failures count --slice label");
        Expected.bare(count.all(""), 1, 4);
        Expected.bare(count.slice("", "label", "a"), 0.5, 2);
        Expected.bare(count.slice("", "label", "b"), 1, 1);
        Expected.bare(count.slice("errors", "label", "a"), 1, 2);
        Expected.value(count.slice("error_rate", "label", "a"), 0.5, 2);
        assertThat(count.find("", Map.of("label", "c"))).isEmpty();
        assertThat(count.findings().warnings())
                .containsExactly(
                        "The primary number is left out for 1 value of label, e.g. 'c': it needs a time between the first"
                                + " start and the last end: all of these are the same moment");
        Run drop = given.by("throughput", "--success ok --failures drop");
        Expected.bare(drop.all(""), 0.75, 4);
        Run failed = Given.jsonl(folder, "{'start': 0, 'end': 500, 'ok': 0}")
                .by("throughput", "--success ok --failures drop");
        Expected.bare(failed.all(""), 0, 1);
        Expected.value(failed.all("error_rate"), 1, 1);
    }

    @Test
    void timesAreIsoOrEpochWithAnEndOrADuration() {
        Run iso = Given.jsonl(
                        folder,
                        "{'start': '2026-11-01T10:15:00Z', 'end': '2026-11-01T11:15:02+01:00'}",
                        "{'start': '2026-11-01 10:15:03Z', 'end': '2026-11-01T10:15:04Z'}")
                .by("throughput", "");
        Expected.bare(iso.all(""), 0.5, 2);
        Run duration = Given.jsonl(folder, "{'start': 1700000000.25, 'd': 1}", "{'start': '1700000002.25', 'd': 1}")
                .by("throughput", "--duration d --unit s");
        Expected.bare(duration.all(""), 2.0 / 3, 2);
        Given backwards = Given.csv(folder, "start,end", "10,5");
        assertThatThrownBy(() -> backwards.by("throughput", ""))
                .hasMessage(backwards.file()
                        + ":2:4: found an end 5 before the start, expected an end not before its start in" + " \"end\""
                        + MEND);
        Given missing = Given.csv(folder, "start,end", "10,");
        assertThatThrownBy(() -> missing.by("throughput", ""))
                .hasMessage(missing.file() + ":2:4: found nothing, expected a time in \"end\"" + MEND);
    }
}
