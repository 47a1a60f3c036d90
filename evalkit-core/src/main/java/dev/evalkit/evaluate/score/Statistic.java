package dev.evalkit.evaluate.score;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A number that is computed from the columns of score rows. The choice is closed, because the inference about the change between two
 * runs depends on the kind.
 */
public sealed interface Statistic permits SmoothStatistic, Quantile, Throughput, Total {

    /** The score columns that it needs. */
    List<String> columns();

    /** The value over some rows; empty where it is not defined, e.g. a share of none. */
    OptionalDouble value(ScoreView rows);

    /** What rows must have for the value to be defined, in words that follow "needs". */
    String need();

    /** The value with its interval; empty where the value is not defined. */
    Optional<Estimate> estimate(ScoreView rows, EstimateSettings settings);

    /**
     * What stands in the header of a score file: {@code kind} and the components by name, plain values; {@link Statistics#read} is the
     * way back.
     */
    Map<String, Object> describe();
}
