package dev.evalkit.diff;

import dev.evalkit.diff.inference.Evidence;
import dev.evalkit.diff.inference.Levels;
import dev.evalkit.diff.inference.NoInference;
import java.util.ArrayList;
import java.util.List;

/**
 * The verdict on two observations that may be compared. The first line that applies decides; that a bound is broken, or that an item is missing, new or incomparable,
 * was decided before.
 *
 * <ol start="3">
 *   <li>the same samples with the same scores: no worse
 *   <li>point values alone: by the margin
 *   <li>no inference is possible: inconclusive
 *   <li>by the interval of the difference and its p-values
 * </ol>
 */
final class VerdictTable {
    private static final Reason POINT_VALUES = Reason.of(Reason.Code.POINT_VALUES_ONLY, "point values only");
    private static final Judgement REGRESSED = Judgement.of(Verdict.REGRESSED, POINT_VALUES);
    private static final Judgement IMPROVED = Judgement.of(Verdict.IMPROVED, POINT_VALUES);
    private static final Judgement NO_WORSE = Judgement.of(Verdict.NO_WORSE, POINT_VALUES);
    static final Judgement NO_DIRECTION = Judgement.of(
            Verdict.INCOMPARABLE,
            Reason.of(
                    Reason.Code.DIRECTION_UNKNOWN,
                    "nothing says whether more is better; say it as higher_is_better in the indicator or in the results' meta"));

    private VerdictTable() {}

    /** By point values alone. */
    static Judgement pointValues(Comparison comparison) {
        double delta = comparison.change().delta();
        if (comparison.direction() == null) {
            return Math.abs(delta) <= comparison.epsilon() ? NO_WORSE : NO_DIRECTION;
        }
        double d = comparison.direction().orient(delta);
        double tolerated = comparison.change().margin() + comparison.epsilon();
        if (d < -tolerated) {
            return REGRESSED;
        }
        return d > tolerated ? IMPROVED : NO_WORSE;
    }

    /** Where nothing can be inferred from the samples that there are. */
    static Judgement without(NoInference finding) {
        return Judgement.of(Verdict.INCONCLUSIVE, Reason.of(Reason.Code.NO_INFERENCE, finding.why()));
    }

    /** By samples or intervals. */
    static Judgement judge(Comparison comparison, Evidence evidence, Adjusted p) {
        EvidenceWords words = new EvidenceWords(comparison, evidence, p);
        if (evidence.identical()) {
            return Judgement.of(Verdict.NO_WORSE, words.identical());
        }
        List<Reason> reasons = new ArrayList<>();
        if (evidence.isUnbounded()) {
            reasons.add(words.unbounded());
            if (isBelow(comparison, evidence) && p.zeroAdjusted() <= Levels.ALPHA) {
                // Without an end nobody can say by how much, but that it is worse at all has a test of its own.
                reasons.add(words.provenDrop());
            }
            return new Judgement(Verdict.INCONCLUSIVE, reasons);
        }
        Verdict verdict = byInterval(comparison, evidence, p, words, reasons);
        p.warnings().forEach(warning -> reasons.add(Reason.of(Reason.Code.MONTE_CARLO, warning)));
        evidence.warnings().forEach(warning -> reasons.add(Reason.of(Reason.Code.CAUTION, warning)));
        return new Judgement(verdict, reasons);
    }

    private static Verdict byInterval(
            Comparison comparison, Evidence evidence, Adjusted p, EvidenceWords words, List<Reason> reasons) {
        double margin = evidence.margin();
        boolean isBelow = isBelow(comparison, evidence);
        if (evidence.low() > 0) {
            reasons.add(words.improved());
            if (p.family() > 1) {
                reasons.add(words.unadjusted());
            }
            return Verdict.IMPROVED;
        }
        if (isBelow && p.marginAdjusted() <= Levels.ALPHA) {
            reasons.add(words.regressed());
            return Verdict.REGRESSED;
        }
        if (evidence.noWorse()) {
            reasons.add(evidence.high() < 0 ? words.dropWithinMargin() : words.noWorse());
            return Verdict.NO_WORSE;
        }
        reasons.add(words.tooFew());
        if (isBelow && p.zeroAdjusted() <= Levels.ALPHA) {
            reasons.add(words.provenDrop());
        }
        if (isBelow && evidence.high() < -margin) {
            reasons.add(words.notAmong());
        }
        if (margin == 0) {
            reasons.add(words.zeroMargin());
        }
        return Verdict.INCONCLUSIVE;
    }

    private static boolean isBelow(Comparison comparison, Evidence evidence) {
        return evidence.difference() < -evidence.margin() - comparison.epsilon();
    }
}
