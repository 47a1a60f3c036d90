package dev.evalkit.diff.inference;

import dev.evalkit.model.Direction;
import dev.evalkit.stats.ConfidenceInterval;
import dev.evalkit.stats.Mover;
import dev.evalkit.stats.NormalRescaling;
import dev.evalkit.stats.PValue;
import dev.evalkit.stats.Tails;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What two values with their intervals say: MOVER. The ends are taken as those of normal estimates, which brings them from any level to any other; so the p-value, the
 * level at which an end equals the cut-off, has a closed form.
 */
public final class IntervalInference {
    private IntervalInference() {}

    /**
     * A value with an interval, in the item's unit.
     *
     * @param value the value
     * @param interval its interval at whatever level; an end may be infinite
     * @param samples how many samples it rests on, or null
     */
    public record Estimated(
            double value,
            ConfidenceInterval interval,
            @Nullable Long samples) {
        Estimated oriented(Direction direction) {
            double low = direction.orient(interval.low());
            double high = direction.orient(interval.high());
            ConfidenceInterval turned = ConfidenceInterval.of(
                    Math.min(low, high), Math.max(low, high), interval.level(), interval.method());
            double centre = direction.orient(value);
            return new Estimated(centre, NormalRescaling.rescale(centre, turned, Levels.LEVEL), samples);
        }
    }

    /** The finding. */
    public static Evidence judge(Estimated previous, Estimated current, Question question) {
        Estimated p = previous.oriented(question.direction());
        Estimated c = current.oriented(question.direction());
        ConfidenceInterval interval = Mover.difference(
                p.value(),
                p.interval().low(),
                p.interval().high(),
                c.value(),
                c.interval().low(),
                c.interval().high(),
                Levels.LEVEL);
        double d = c.value() - p.value();
        double margin = question.margin();
        Tails zero = tails(d, interval, 0);
        double half = d - interval.low();
        OptionalLong needed =
                c.samples() == null ? OptionalLong.empty() : IntervalDesign.needed(half, margin, c.samples());
        return new Evidence(
                new Evidence.Names("mover", "mover"),
                JudgedScale.DIFFERENCE,
                d,
                margin,
                interval.low(),
                interval.high(),
                PValue.of(zero),
                tails(d, interval, -margin).doubledWorse(),
                interval.low() > -margin,
                false,
                Design.ofSamples(c.samples(), needed, IntervalDesign.unchangedPasses(half, margin)),
                List.of());
    }

    /** The arms of the interval grow with the normal quantile, so that the end equals δ at z = |d − δ| · z₉₅ / arm. Each tail is at most one half. */
    private static Tails tails(double d, ConfidenceInterval interval, double hypothesis) {
        double distance = d - hypothesis;
        double up = interval.high() - d;
        double down = d - interval.low();
        return new Tails(
                distance < 0 ? Tails.ofNormal(distance * Levels.Z / up).worse() : 0.5,
                distance > 0 ? Tails.ofNormal(distance * Levels.Z / down).better() : 0.5);
    }
}
