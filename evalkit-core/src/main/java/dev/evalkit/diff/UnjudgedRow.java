package dev.evalkit.diff;

import dev.evalkit.diff.inference.Design;
import dev.evalkit.diff.inference.Evidence;
import dev.evalkit.diff.inference.Flips;
import dev.evalkit.model.Direction;
import dev.evalkit.result.Interval;
import dev.evalkit.result.ItemId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row whose verdict waits for the p-values of the others.
 *
 * @param id the item
 * @param gating whether it gates
 * @param unit its unit
 * @param direction which way is better
 * @param comparison what is compared
 * @param evidence what samples or intervals say
 * @param flips which samples changed, or null
 * @param notes reasons behind that of the verdict
 * @param broken the bound that the value breaks, or null
 */
record UnjudgedRow(
        ItemId id,
        boolean gating,
        String unit,
        Direction direction,
        Comparison comparison,
        Evidence evidence,
        @Nullable Flips flips,
        List<Reason> notes,
        @Nullable Reason broken) {

    DiffRow judged(Adjusted p) {
        Judgement judgement =
                VerdictTable.judge(comparison, evidence, p).with(notes).bounded(broken);
        return new DiffRow(
                id,
                gating,
                unit,
                direction,
                comparison.previous(),
                comparison.current(),
                comparison.change(),
                test(p, judgement.verdict()),
                judgement.verdict(),
                judgement.reasons(),
                flips);
    }

    private TestResult test(Adjusted p, Verdict verdict) {
        Design design = evidence.design();
        boolean isOpen = verdict == Verdict.INCONCLUSIVE;
        boolean isOfFamily = p.family() > 0;
        return new TestResult(
                evidence.names().test(),
                evidence.names().interval(),
                evidence.scale().id(),
                p.zero(),
                p.margin(),
                isOfFamily ? (Double) p.zeroAdjusted() : null,
                isOfFamily ? (Double) p.marginAdjusted() : null,
                null,
                p.family(),
                p.resamples(),
                delta(),
                design.arePaired() ? design.samples() : null,
                design.clusters(),
                isOpen ? design.needed() : null,
                isOpen ? design.neededClusters() : null,
                design.unchangedPasses(),
                design.errors());
    }

    /** The interval of current − previous, not turned. */
    private Interval delta() {
        double low = direction.orient(evidence.scale().inUnits(evidence.low()));
        double high = direction.orient(evidence.scale().inUnits(evidence.high()));
        // Adding 0 makes −0 an ordinary 0.
        return Interval.of(Math.min(low, high) + 0.0, Math.max(low, high) + 0.0);
    }
}
