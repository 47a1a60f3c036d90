package dev.evalkit.diff;

import dev.evalkit.diff.inference.IntervalInference.Estimated;
import dev.evalkit.diff.inference.SharedSamples;
import dev.evalkit.diff.inference.TestChoice;
import dev.evalkit.evaluate.score.Pairing;
import dev.evalkit.evaluate.score.ScoreFile;
import dev.evalkit.result.Interval;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.stats.ConfidenceInterval;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what two items can be compared by. */
final class BasisFinder {
    private static final double USUAL_LEVEL = 0.95;

    private final ScoreStore scores;
    private final TestChoice choice;

    BasisFinder(ScoreStore scores, TestChoice choice) {
        this.scores = scores;
        this.choice = choice;
    }

    Basis of(ResultItem previous, ResultItem current) {
        if (choice == TestChoice.INTERVALS) {
            return withoutScores(previous, current, List.of());
        }
        Optional<ScoreFile> before = scores.previous(previous);
        Optional<ScoreFile> after = scores.current(current);
        if (before.isEmpty() || after.isEmpty()) {
            boolean isExpected = ScoreStore.names(previous.meta()) && ScoreStore.names(current.meta());
            return withoutScores(
                    previous, current, isExpected ? List.of(noScores(before.isEmpty(), after.isEmpty())) : List.of());
        }
        Basis basis = byScores(previous, before.get(), current, after.get());
        return basis == null ? withoutScores(previous, current, List.of()) : basis;
    }

    /** Whether files are looked at to find it. */
    boolean readsScores(Meta previous, Meta current) {
        return choice != TestChoice.INTERVALS && scores.reads(previous, current);
    }

    private static Reason noScores(boolean isPrevious, boolean isCurrent) {
        String side = isPrevious && isCurrent
                ? "either side are"
                : isPrevious ? "the previous side are" : "the current side are";
        return Reason.of(
                Reason.Code.NO_SCORES, "the scores of " + side + " not there, so that samples could not be compared");
    }

    private @Nullable Basis byScores(ResultItem previous, ScoreFile before, ResultItem current, ScoreFile after) {
        AskedStatistic is = AskedStatistic.of(current, after).orElse(null);
        if (is == null || !AskedStatistic.of(previous, before).equals(Optional.of(is)) || is.isWithoutInference()) {
            return null;
        }
        boolean areUnpaired = choice == TestChoice.UNPAIRED
                || before.header().pairing() == Pairing.UNPAIRED
                || after.header().pairing() == Pairing.UNPAIRED
                || !before.table().hasIds()
                || !after.table().hasIds();
        return areUnpaired
                ? new Basis.Unpaired(is.statistic(), before.table(), after.table(), is.slice())
                : new Basis.Paired(
                        is.statistic(), SharedSamples.of(scores.matching(before, after), is.statistic(), is.slice()));
    }

    private static Basis withoutScores(ResultItem previous, ResultItem current, List<Reason> notes) {
        Interval before = previous.ci();
        Interval after = current.ci();
        return before == null || after == null
                ? new Basis.Values(notes)
                : new Basis.Intervals(previous, before, current, after, notes);
    }

    static Estimated estimated(ResultItem item, Interval ci) {
        double level = item.meta().number(Meta.CI_LEVEL).orElse(USUAL_LEVEL);
        return new Estimated(
                item.value(),
                ConfidenceInterval.of(
                        ci.low() == null ? Double.NEGATIVE_INFINITY : ci.low(),
                        ci.high() == null ? Double.POSITIVE_INFINITY : ci.high(),
                        level > 0 && level < 1 ? level : USUAL_LEVEL,
                        item.meta().text(Meta.CI_METHOD).orElse("")),
                item.samplesUsed());
    }
}
