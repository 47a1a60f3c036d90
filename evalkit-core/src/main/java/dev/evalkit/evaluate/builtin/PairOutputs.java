package dev.evalkit.evaluate.builtin;

import dev.evalkit.evaluate.Output;
import dev.evalkit.evaluate.score.ClassRule;
import dev.evalkit.evaluate.score.CountScore;
import dev.evalkit.evaluate.score.Counts;
import dev.evalkit.evaluate.score.Difference;
import dev.evalkit.evaluate.score.Mean;
import dev.evalkit.evaluate.score.NumberColumn;
import dev.evalkit.evaluate.score.Ratio;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.evaluate.score.SmoothStatistic;
import dev.evalkit.result.Meta;
import java.util.ArrayList;
import java.util.List;

/**
 * What is computed of pairs.
 *
 * @param adversarial the statistic of the adversarial side
 * @param clean the same of the clean side
 * @param primary which number is the indicator's
 */
record PairOutputs(SmoothStatistic adversarial, SmoothStatistic clean, String primary) {
    private static final String ATTACK_SUCCESS_RATE = "attack_success_rate";
    private static final String ADVERSARIAL_ERROR = "adversarial_error";

    /** The numbers that there are; the first is primary unless asked otherwise. */
    static final List<String> NAMES =
            List.of("adversarial", "clean", "drop", "relative_drop", ATTACK_SUCCESS_RATE, ADVERSARIAL_ERROR);

    static PairOutputs ofAccuracy(String primary) {
        return new PairOutputs(new Mean(PairScoring.ADVERSARIAL), new Mean(PairScoring.CLEAN), primary);
    }

    static PairOutputs ofCounts(CountScore score, Counts.Average average, ClassRule classes, String primary) {
        return new PairOutputs(
                Counts.averaged(PairScoring.LABEL, PairScoring.ADVERSARIAL_PREDICTION, score, average, classes),
                Counts.averaged(PairScoring.LABEL, PairScoring.CLEAN_PREDICTION, score, average, classes),
                primary);
    }

    List<Output> of(ScoreTable table) {
        List<Output> outputs = new ArrayList<>();
        outputs.add(Output.ratio("adversarial", adversarial, true));
        if (hasCleanSide(table)) {
            outputs.add(Output.ratio("clean", clean, true));
            outputs.add(Output.of("drop", new Difference(clean, adversarial), "ratio", false, -1, 1));
            if (clean instanceof Mean) {
                Ratio lost = new Ratio(PairScoring.LOST, PairScoring.CLEAN);
                outputs.add(Output.of("relative_drop", lost, "ratio", false, Double.NEGATIVE_INFINITY, 1));
            }
            outputs.add(Output.ratio(ATTACK_SUCCESS_RATE, new Ratio(PairScoring.FLIPPED, PairScoring.CLEAN), false)
                    .saying(Meta.METHOD, "flips among clean-correct"));
        }
        outputs.add(Output.ratio(ADVERSARIAL_ERROR, new Mean(PairScoring.WRONG), false)
                .saying(Meta.METHOD, "errors among all adversarial inputs"));
        return Primary.first(primary, outputs);
    }

    private static boolean hasCleanSide(ScoreTable table) {
        NumberColumn clean = table.numbers(PairScoring.CLEAN);
        for (int row = 0; row < clean.size(); row++) {
            if (!Double.isNaN(clean.get(row))) {
                return true;
            }
        }
        return false;
    }
}
