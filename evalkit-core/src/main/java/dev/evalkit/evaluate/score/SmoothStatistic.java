package dev.evalkit.evaluate.score;

/**
 * A statistic with one score for each row whose mean is the value, so that runs are compared score by score.
 *
 * <p>For a mean these are the scores themselves; else the value plus the row's influence (the first-order effect of its weight; Hampel
 * 1974), whose spread is that of the statistic.
 */
public sealed interface SmoothStatistic extends Statistic
        permits Mean, Ratio, MacroMean, Counts, Difference, Deviation, PassK {

    /**
     * One score for each row of the view, in its order; they average to the value. All are 0 or 1 where the statistic is a plain
     * proportion of all rows.
     *
     * @throws IllegalArgumentException if the value is not defined
     */
    double[] scores(ScoreView rows);
}
