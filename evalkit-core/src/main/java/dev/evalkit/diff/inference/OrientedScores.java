package dev.evalkit.diff.inference;

import dev.evalkit.evaluate.score.ScoreView;
import dev.evalkit.evaluate.score.SmoothStatistic;
import dev.evalkit.stats.PairedCounts;
import dev.evalkit.stats.PairedScores;
import java.util.Arrays;

/** The scores of both sides, turned so that more is better; 0/1 scores stay such. */
final class OrientedScores {
    private final double[] previous;
    private final double[] current;
    private final boolean areBinary;

    private OrientedScores(double[] previous, double[] current, boolean areBinary) {
        this.previous = previous;
        this.current = current;
        this.areBinary = areBinary;
    }

    static OrientedScores of(SmoothStatistic statistic, ScoreView previous, ScoreView current, Question question) {
        return of(statistic.scores(previous), statistic.scores(current), question);
    }

    static OrientedScores of(double[] previous, double[] current, Question question) {
        boolean areBinary = areBinary(previous) && areBinary(current);
        return new OrientedScores(
                question.oriented(previous, areBinary), question.oriented(current, areBinary), areBinary);
    }

    private static boolean areBinary(double[] scores) {
        for (double score : scores) {
            if (score != 0 && score != 1) {
                return false;
            }
        }
        return true;
    }

    double[] previous() {
        return previous;
    }

    double[] current() {
        return current;
    }

    /** Whether all are 0 or 1. */
    boolean areBinary() {
        return areBinary;
    }

    boolean areEqual() {
        return Arrays.equals(previous, current);
    }

    PairedCounts counts() {
        return PairedCounts.of(previous, current);
    }

    double[] differences() {
        return PairedScores.differences(previous, current);
    }

    PairedScores pairs() {
        return PairedScores.of(previous, current);
    }
}
