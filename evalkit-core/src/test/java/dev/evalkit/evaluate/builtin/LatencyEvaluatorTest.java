package dev.evalkit.evaluate.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.Measure;
import dev.evalkit.result.Interval;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Latency at its edges. Quantiles are those of {@code numpy.quantile} by its methods, ranks those of {@code scipy.stats.binom.ppf} (SciPy 1.10.1). */
class LatencyEvaluatorTest {
    private static final String MEND = "; mend it, or allow bad lines with --max-bad-lines N";

    @TempDir
    private Path folder;

    private Given durations(double... durations) {
        String[] lines = new String[durations.length];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "{'latency_ms': " + durations[i] + "}";
        }
        return Given.jsonl(folder, lines);
    }

    @Test
    void quantilesFollowTheirDefinitions() {
        Given given = durations(3, 1, 4, 1.5, 9, 2.6, 5, 3.5, 8, 9.7);
        Map.of("hf7", 9.07, "hf6", 9.63, "nearest_rank", 9.0, "hf5", 9.35, "hf8", 9.443333333333333)
                .forEach((definition, p90) -> {
                    Run run = given.by("latency", "--quantile 0.5 --definition " + definition);
                    assertThat(run.all("p90").value()).isCloseTo(p90, Expected.CLOSED_FORM);
                    // ranks 2 and 9 of 10
                    assertThat(run.all("").ci()).isEqualTo(new Interval(1.5, 9.0));
                });
        Run run = given.by("latency", "");
        assertThat(run.all("").value()).isCloseTo(9.637, Expected.CLOSED_FORM);
        assertThat(run.all("stddev").value()).isCloseTo(3.120202984849971, Expected.CLOSED_FORM);
    }

    @Test
    void aP99NeedsThreeHundredSixtyEightValuesForAnUpperEnd() {
        double[] values = IntStream.rangeClosed(1, 368).asDoubleStream().toArray();
        assertThat(durations(values).by("latency", "").all("").ci()).isEqualTo(new Interval(360.0, 368.0));
        Measure less = durations(IntStream.rangeClosed(1, 367).asDoubleStream().toArray())
                .by("latency", "")
                .all("");
        assertThat(less.ci()).isEqualTo(new Interval(359.0, null));
        Measure p99 = durations(IntStream.rangeClosed(1, 150).asDoubleStream().toArray())
                .by("latency", "")
                .all("");
        assertThat(p99.ci()).isEqualTo(new Interval(146.0, null));
        Expected.warnings(
                p99, "368 values or more are needed for both ends of the interval of the 0.99 quantile; there are 150");
    }

    @Test
    void oneAndTwoRequestsHaveQuantilesInsideTheirIntervals() {
        Run one = durations(12.5).by("latency", "");
        Expected.number(one.all(""), 12.5, 12.5, null, 1);
        Expected.number(one.all("mean"), 12.5, 0.0, null, 1);
        assertThat(one.findings().warnings())
                .containsExactly(
                        "'stddev' is not defined for these samples and left out: it needs 2 samples that have a duration");
        Run two = durations(1, 3).by("latency", "");
        Expected.number(two.all(""), 2.98, 2.98, null, 2);
        Expected.number(two.all("mean"), 2, 0.0, 14.706204736432095, 2);
        Expected.bare(two.all("stddev"), Math.sqrt(2), 2);
        for (Measure measure : two.findings().measures()) {
            if (measure.ci() != null) {
                Double low = Objects.requireNonNull(measure.ci()).low();
                assertThat(low).isNotNull().isLessThanOrEqualTo(measure.value());
            }
        }
    }

    @Test
    void durationsOfZeroAndOneAreNoProportion() {
        Run run = durations(1, 0).by("latency", "");
        Expected.number(run.all("mean"), 0.5, 0.0, 6.853102368216048, 2);
        Expected.method(run.all("mean"), "student_t");
        Run zero = durations(0, 0, 0).by("latency", "");
        Expected.number(zero.all("mean"), 0, 0.0, 0.0, 3);
        Expected.warnings(zero.all("mean"), "All 3 values are equal, so that the interval has no width");
    }

    @Test
    void timesInIsoAndEpochGiveExactDurations() {
        Run iso = Given.jsonl(
                        folder,
                        "{'s': '2026-11-01T10:15:00.250Z', 'e': '2026-11-01T10:15:01Z'}",
                        "{'s': '2026-11-01T10:15:00.250+01:00', 'e': '2026-11-01 09:15:01+00:00'}")
                .by("latency", "--start s --end e --quantile 0.5");
        Expected.value(iso.all(""), 750, 2);
        Run micro = Given.jsonl(folder, "{'s': '2026-11-01T10:15:00.123456Z', 'e': '2026-11-01T10:15:00.123457Z'}")
                .by("latency", "--start s --end e --unit s --to us");
        assertThat(micro.all("").value()).isCloseTo(1, Expected.CLOSED_FORM);
        Run nanos = Given.jsonl(folder, "{'s': 1700000000000000001, 'e': '1700000000000000251'}")
                .by("latency", "--start s --end e --unit ns");
        Expected.value(nanos.all(""), 250, 1);
        Run seconds =
                Given.csv(folder, "s,e", "1700000000,1700000001.5").by("latency", "--start s --end e --unit s --to ms");
        Expected.value(seconds.all(""), 1500, 1);
        Run mixed =
                Given.jsonl(folder, "{'s': '1970-01-01T00:00:01Z', 'e': 1500}").by("latency", "--start s --end e");
        Expected.value(mixed.all(""), 500, 1);
    }

    @Test
    void timesThatCannotBeReadAreRefused() {
        Given local = Given.jsonl(folder, "{'s': '2026-11-01T10:15:00', 'e': 5}");
        assertThatThrownBy(() -> local.by("latency", "--start s --end e"))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(local.file()
                        + ":1:8: found '2026-11-01T10:15:00', expected a number, or a time with its offset such as"
                        + " 2026-11-01T10:15:00.250Z in \"s\"" + MEND);
        Given word = Given.csv(folder, "s,e", "soon,5");
        assertThatThrownBy(() -> word.by("latency", "--start s --end e"))
                .hasMessage(word.file() + ":2:1: found 'soon', expected a number, or a time with its offset such as"
                        + " 2026-11-01T10:15:00.250Z in \"s\"" + MEND);
        Given backwards = Given.csv(folder, "s,e", "5,3");
        assertThatThrownBy(() -> backwards.by("latency", "--start s --end e"))
                .hasMessage(backwards.file()
                        + ":2:3: found an end 2 before the start, expected an end not before its start in" + " \"e\""
                        + MEND);
        Given negative = durations(-1);
        assertThatThrownBy(() -> negative.by("latency", ""))
                .hasMessage(
                        negative.file() + ":1:16: found -1, expected a duration of 0 or more in \"latency_ms\"" + MEND);
    }

    @Test
    void failedRequestsCountOrAreDropped() {
        Given given = Given.jsonl(
                folder,
                "{'latency_ms': 4, 'ok': true}",
                "{'latency_ms': 9, 'ok': false}",
                "{'latency_ms': 6, 'ok': 'yes'}");
        Run count = given.by("latency", "--success ok --failures count");
        Expected.value(count.all("mean"), 19.0 / 3, 3);
        Expected.value(count.all("error_rate"), 1.0 / 3, 3);
        Run drop = given.by("latency", "--success ok --failures drop");
        Expected.value(drop.all("mean"), 5, 2);
        Expected.value(drop.all("error_rate"), 1.0 / 3, 3);
        Expected.bare(drop.all("completed"), 2, 3);
        assertThat(drop.all("").meta().text("failures")).hasValue("drop");
    }

    @Test
    void aFailedRequestNeedsNoDurationWhereItIsDropped() {
        Given given = Given.jsonl(folder, "{'latency_ms': null, 'ok': false}", "{'latency_ms': 5, 'ok': true}");
        Expected.value(given.by("latency", "--success ok --failures drop").all(""), 5, 1);
        assertThatThrownBy(() -> given.by("latency", "--success ok --failures count"))
                .hasMessage(given.file() + ":1:16: found nothing, expected a duration in \"latency_ms\"" + MEND);
        Given failed = Given.jsonl(folder, "{'latency_ms': 3, 'ok': false}", "{'latency_ms': 5, 'ok': false}");
        assertThatThrownBy(() -> failed.by("latency", "--success ok --failures drop"))
                .hasMessage(
                        "The primary number is not defined for these 2 samples: it needs a sample that has a duration");
    }

    @Test
    void aLabelWithoutItsNumberIsSaidToBeLeftOut() {
        Run run = Given.jsonl(
                        folder,
                        "{'latency_ms': 3, 'ok': true, 'g': 'home'}",
                        "{'latency_ms': 5, 'ok': false, 'g': 'search'}")
                .by("latency", "--success ok --failures drop --slice g");
        assertThat(run.find("", Map.of("g", "search"))).isEmpty();
        Expected.value(run.slice("error_rate", "g", "search"), 1, 1);
        assertThat(run.findings().warnings())
                .contains(
                        "The primary number is left out for 1 value of g, e.g. 'search': it needs a sample that has a duration");
    }

    @Test
    void oneRunAsTheOnlyClusterBoundsNothing() {
        Run run = Given.jsonl(folder, "{'latency_ms': 1, 'run': 1}", "{'latency_ms': 3, 'run': 1}")
                .by("latency", "--cluster run");
        Expected.number(run.all(""), 2.98, 0.0, null, 2);
        Expected.number(run.all("mean"), 2, 0.0, null, 2);
    }
}
