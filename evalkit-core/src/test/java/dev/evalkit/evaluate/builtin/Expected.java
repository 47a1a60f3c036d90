package dev.evalkit.evaluate.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.evalkit.evaluate.Measure;
import dev.evalkit.result.Interval;
import dev.evalkit.result.Meta;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;

/** How tests compare a number with one that was computed elsewhere: to 1e-9. */
final class Expected {
    static final Offset<Double> CLOSED_FORM = within(1e-9);

    private Expected() {}

    /** A value over so many samples, with both ends of its interval; a null end is unbounded. */
    static void number(Measure measure, double value, @Nullable Double low, @Nullable Double high, long samples) {
        value(measure, value, samples);
        Interval ci = Objects.requireNonNull(measure.ci(), measure + " has no interval");
        end(ci.low(), low);
        end(ci.high(), high);
    }

    /** A value over so many samples, without an interval. */
    static void bare(Measure measure, double value, long samples) {
        value(measure, value, samples);
        assertThat(measure.ci()).as(measure.toString()).isNull();
    }

    /** A value over so many samples, whatever its interval. */
    static void value(Measure measure, double value, long samples) {
        assertThat(measure.value()).as(measure.toString()).isCloseTo(value, CLOSED_FORM);
        assertThat(measure.samples()).as(measure.toString()).isEqualTo(samples);
    }

    static void error(Measure measure, double standardError) {
        assertThat(measure.meta().number(Meta.STD_ERROR).orElseThrow()).isCloseTo(standardError, CLOSED_FORM);
    }

    static void method(Measure measure, String method) {
        assertThat(measure.meta().text(Meta.CI_METHOD)).hasValue(method);
    }

    static void warnings(Measure measure, String... warnings) {
        assertThat(measure.meta().texts(Meta.WARNINGS)).containsExactly(warnings);
    }

    private static void end(@Nullable Double found, @Nullable Double expected) {
        if (expected == null) {
            assertThat(found).isNull();
        } else {
            assertThat(found).isCloseTo(expected, CLOSED_FORM);
        }
    }
}
