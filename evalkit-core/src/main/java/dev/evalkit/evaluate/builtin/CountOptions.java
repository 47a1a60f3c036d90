package dev.evalkit.evaluate.builtin;

import dev.evalkit.evaluate.Arguments;
import dev.evalkit.evaluate.score.ClassRule;
import dev.evalkit.evaluate.score.CountScore;
import dev.evalkit.evaluate.score.Counts;
import java.util.List;
import java.util.Locale;

/** The options of count metrics, and what such metrics are called. */
final class CountOptions {
    /** The scores that a class has. */
    static final List<CountScore> CLASS_SCORES = List.of(CountScore.PRECISION, CountScore.RECALL, CountScore.F1);

    private enum Average {
        MACRO,
        MICRO,
        WEIGHTED
    }

    private enum ClassesFrom {
        BOTH,
        LABELS
    }

    private CountOptions() {}

    /** {@code --average macro|micro|weighted}. */
    static Counts.Average average(Arguments arguments) {
        return Counts.Average.valueOf(
                arguments.choice("average", Average.class, Average.MACRO).name());
    }

    /** {@code --classes A,B} or {@code --classes-from both|labels}. */
    static ClassRule classes(Arguments arguments, Agreement agreement) {
        List<String> listed = arguments.list("classes").stream()
                .map(agreement::spelt)
                .distinct()
                .toList();
        ClassesFrom from = arguments.choice("classes-from", ClassesFrom.class, ClassesFrom.BOTH);
        if (!listed.isEmpty() && arguments.text("classes-from").isPresent()) {
            throw arguments.conflict("--classes with --classes-from", "leave one of them out");
        }
        return !listed.isEmpty()
                ? ClassRule.listed(listed)
                : from == ClassesFrom.BOTH ? ClassRule.BOTH : ClassRule.LABELS;
    }

    /** {@code accuracy}, {@code macro_f1}, or {@code f1} for one class. */
    static String name(Counts counts) {
        String score = counts.score().name().toLowerCase(Locale.ROOT);
        return counts.score() == CountScore.ACCURACY || counts.average() == Counts.Average.NONE
                ? score
                : counts.average().name().toLowerCase(Locale.ROOT) + "_" + score;
    }
}
