package dev.evalkit.diff;

import dev.evalkit.diff.inference.Design;
import dev.evalkit.diff.inference.Evidence;
import dev.evalkit.diff.inference.JudgedScale;

/** What evidence says, in sentences with numbers in the item's unit. */
final class EvidenceWords {
    private final Comparison comparison;
    private final Evidence evidence;
    private final Adjusted p;

    EvidenceWords(Comparison comparison, Evidence evidence, Adjusted p) {
        this.comparison = comparison;
        this.evidence = evidence;
        this.p = p;
    }

    Reason identical() {
        return Reason.of(
                Reason.Code.IDENTICAL, "all " + evidence.design().samples() + " scores are the same on both sides");
    }

    Reason improved() {
        return Reason.of(Reason.Code.IMPROVED, change());
    }

    Reason regressed() {
        return Reason.of(
                Reason.Code.WORSE_THAN_TOLERATED,
                change() + ", beyond the tolerated " + margin() + " (" + p(p.marginAdjusted()) + among() + ")");
    }

    Reason noWorse() {
        return Reason.of(Reason.Code.WITHIN_MARGIN, change() + ", within the tolerated " + margin());
    }

    Reason dropWithinMargin() {
        return Reason.of(Reason.Code.DROP_WITHIN_MARGIN, change() + ": a proven drop within the tolerated " + margin());
    }

    Reason unadjusted() {
        return Reason.of(
                Reason.Code.UNADJUSTED,
                "improvements are not adjusted for the number of indicators: of 20 that did not change, one looks improved in"
                        + " 40 % of runs");
    }

    /** That samples could not tell, and how many could. */
    Reason tooFew() {
        return Reason.of(Reason.Code.TOO_FEW_SAMPLES, change() + "; " + need());
    }

    private String need() {
        Design design = evidence.design();
        if (Double.isInfinite(evidence.low()) || Double.isInfinite(evidence.high())) {
            return "an end that is needed is unbounded" + (design.needed() == null ? "" : ", " + could(design));
        }
        if (evidence.margin() == 0) {
            return "nothing is tolerated, so that no number of samples shows that nothing got worse";
        }
        return design.needed() == null ? "whether more than " + margin() + " was lost is open" : could(design);
    }

    private static String could(Design design) {
        Long clusters = design.neededClusters();
        Long needed = design.needed();
        Long have = design.samples();
        String what = design.arePaired() ? "shared samples" : "samples on either side";
        String number = clusters == null
                ? "about " + needed + " " + what
                : "about " + clusters + " clusters (" + needed + " " + what + ")";
        boolean isEnough = have != null && needed != null && needed <= have;
        return isEnough
                ? "these " + have
                        + " would tell an unchanged model four times of five, but this change is close to the margin"
                : number + " could tell" + (have == null ? "" : "; there are " + have);
    }

    Reason provenDrop() {
        return Reason.of(
                Reason.Code.PROVEN_DROP,
                "it did get worse (" + p(p.zeroAdjusted()) + among() + "); whether by more than the tolerated "
                        + margin() + " is open");
    }

    Reason notAmong() {
        String text = p.family() > 1
                ? "worse than tolerated on its own (" + p(p.margin()) + "), not among " + p.family() + " indicators ("
                        + p(p.marginAdjusted()) + ")"
                : "the interval lies beyond the tolerated " + margin() + ", but the test does not reject ("
                        + p(p.margin()) + ")";
        return Reason.of(Reason.Code.NOT_AMONG, text);
    }

    Reason zeroMargin() {
        return Reason.of(Reason.Code.ZERO_MARGIN, "with a margin of 0, \"no worse\" needs identical scores");
    }

    Reason unbounded() {
        String why = evidence.warnings().isEmpty()
                ? "the interval is unbounded on both sides"
                : evidence.warnings().get(0);
        return Reason.of(Reason.Code.NO_INFERENCE, why);
    }

    /** E.g. {@code worse by 0.049 (95 %: 0.028 to 0.070 worse)}. */
    private String change() {
        JudgedScale scale = evidence.scale();
        double d = scale.inUnits(evidence.difference());
        String interval = " (95 %: " + interval(scale.inUnits(evidence.low()), scale.inUnits(evidence.high())) + ")";
        if (Math.abs(d) <= comparison.epsilon()) {
            return "neither better nor worse" + interval;
        }
        return (d > 0 ? "better by " : "worse by ") + size(d) + interval;
    }

    private static String interval(double low, double high) {
        if (low >= 0) {
            return size(low) + " to " + size(high) + " better";
        }
        return high <= 0
                ? size(high) + " to " + size(low) + " worse"
                : size(low) + " worse to " + size(high) + " better";
    }

    private static String size(double change) {
        return Double.isInfinite(change) ? "any amount" : Plain.brief(Math.abs(change));
    }

    private String margin() {
        return Plain.brief(comparison.change().margin());
    }

    private String among() {
        return p.family() > 1 ? " among " + p.family() : "";
    }

    private static String p(double value) {
        return value < 1e-4 ? "p<0.0001" : "p=" + Plain.brief(value);
    }
}
