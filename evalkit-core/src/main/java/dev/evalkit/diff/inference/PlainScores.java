package dev.evalkit.diff.inference;

import dev.evalkit.evaluate.score.Counts;
import dev.evalkit.evaluate.score.ScoreView;
import dev.evalkit.evaluate.score.SmoothStatistic;

/** Scores of samples whose mean is the value. */
final class PlainScores {
    private PlainScores() {}

    /** The statistic with 0/1 scores where it can have them: with one label and one prediction for each sample, micro averages are accuracy. */
    static SmoothStatistic plain(SmoothStatistic statistic) {
        return statistic instanceof Counts counts && counts.average() == Counts.Average.MICRO
                ? Counts.accuracy(counts.label(), counts.prediction(), counts.classes())
                : statistic;
    }

    static double[] of(SmoothStatistic statistic, ScoreView rows) {
        return plain(statistic).scores(rows);
    }
}
