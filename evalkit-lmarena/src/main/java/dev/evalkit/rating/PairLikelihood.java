package dev.evalkit.rating;

import java.util.List;

/**
 * The log-likelihood of battles, concave in its parameters: the natural log strength of each model, and whatever the tie
 * model adds behind them. Adding a constant to all strengths changes nothing.
 */
sealed interface PairLikelihood permits HalfTieLikelihood, DavidsonLikelihood {

    static PairLikelihood of(TieModel ties, PairColumns pairs) {
        return switch (ties) {
            case HALF -> new HalfTieLikelihood(pairs);
            case DAVIDSON -> new DavidsonLikelihood(pairs);
        };
    }

    /** The number of strengths. */
    int models();

    /** Where to start from: all models alike. Its length is the number of parameters. */
    double[] start();

    double value(double[] at);

    double[] gradient(double[] at);

    /** The observed information H, the negative second derivative. */
    SquareMatrix information(double[] at);

    /** The most that a step changes the log odds of any two outcomes that were compared. */
    double reach(double[] step);

    /** M, the sum over all battles of the outer square of what a battle adds to the gradient. */
    SquareMatrix scoreSquares(double[] at, List<PairTally> tallies);

    /** Adds to {@code sum} what one battle adds to the gradient. */
    void addScore(double[] at, int first, int second, Preference preference, double weight, double[] sum);
}
