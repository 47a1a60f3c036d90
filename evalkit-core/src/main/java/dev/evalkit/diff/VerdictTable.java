package dev.evalkit.diff;

import dev.evalkit.model.Direction;

/**
 * The verdict on two observations that may be compared. The first line that applies decides; that a bound is broken, or that an item is missing, new or incomparable,
 * was decided before.
 */
final class VerdictTable {
    private static final Reason POINT_VALUES = Reason.of(Reason.Code.POINT_VALUES_ONLY, "point values only");
    private static final Judgement REGRESSED = Judgement.of(Verdict.REGRESSED, POINT_VALUES);
    private static final Judgement IMPROVED = Judgement.of(Verdict.IMPROVED, POINT_VALUES);
    private static final Judgement NO_WORSE = Judgement.of(Verdict.NO_WORSE, POINT_VALUES);
    private static final Judgement NO_DIRECTION = Judgement.of(
            Verdict.INCOMPARABLE,
            Reason.of(
                    Reason.Code.DIRECTION_UNKNOWN,
                    "nothing says whether more is better; say it as higher_is_better in the indicator or in the results' meta"));

    private final Inference inference;

    VerdictTable(Inference inference) {
        this.inference = inference;
    }

    Judgement judge(Comparison comparison) {
        Direction direction = comparison.direction();
        double delta = comparison.change().delta();
        if (direction == null) {
            return Math.abs(delta) <= comparison.epsilon() ? NO_WORSE : NO_DIRECTION;
        }
        return inference.judge(comparison).orElseGet(() -> pointValues(direction.orient(delta), comparison));
    }

    private static Judgement pointValues(double d, Comparison comparison) {
        double tolerated = comparison.change().margin() + comparison.epsilon();
        if (d < -tolerated) {
            return REGRESSED;
        }
        return d > tolerated ? IMPROVED : NO_WORSE;
    }
}
