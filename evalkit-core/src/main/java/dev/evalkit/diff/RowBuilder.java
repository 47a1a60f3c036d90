package dev.evalkit.diff;

import dev.evalkit.model.Direction;
import dev.evalkit.model.Thresholds;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.ItemId;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns aligned pairs into rows: comparability, then threshold and margin, then the verdict. */
final class RowBuilder {
    private final Definitions definitions;
    private final @Nullable Thresholds build;
    private final Set<String> allowed;
    private final Map<String, Double> frozenMargins;
    private final Map<String, IndicatorRun> notEvaluated;
    private final VerdictTable verdicts;
    private final MissingThresholds missingThresholds = new MissingThresholds();

    /**
     * @param build the thresholds that serve where nothing else is said, or null
     * @param allowed names of differences that are let pass
     * @param frozenMargins margins by the text of the previous item's identity
     * @param notEvaluated what the current run left out, by indicator
     */
    RowBuilder(
            Definitions definitions,
            @Nullable Thresholds build,
            Set<String> allowed,
            Map<String, Double> frozenMargins,
            Map<String, IndicatorRun> notEvaluated) {
        this.definitions = definitions;
        this.build = build;
        this.allowed = allowed;
        this.frozenMargins = frozenMargins;
        this.notEvaluated = notEvaluated;
        this.verdicts = new VerdictTable(Inference.NONE);
    }

    /** Gating rows met so far that changed and whose margin is a share of a previous value of 0. */
    MissingThresholds missingThresholds() {
        return missingThresholds;
    }

    DiffRow row(AlignedPair pair) {
        ItemRules rules = ItemRules.of(pair.id().metricId(), definitions, build);
        ResultItem before = pair.previous();
        ResultItem after = pair.current();
        return before == null || after == null ? lone(pair, rules) : both(pair.id(), before, after, rules);
    }

    private DiffRow lone(AlignedPair pair, ItemRules rules) {
        ItemId id = pair.id();
        ResultItem before = pair.previous();
        ResultItem after = pair.current();
        boolean gating = definitions.gates(id);
        Judgement judgement = after == null
                ? missing(id.metricId())
                : bounded(Judgement.of(Verdict.NEW), gating, rules, after.value());
        return new DiffRow(
                id,
                gating,
                rules.unit(after, before),
                rules.direction(after, before),
                before == null ? null : Observation.of(before),
                after == null ? null : Observation.of(after),
                null,
                judgement.verdict(),
                judgement.reasons());
    }

    private DiffRow both(ItemId id, ResultItem before, ResultItem after, ItemRules rules) {
        boolean gating = definitions.gates(id);
        String unit = rules.unit(after, before);
        Direction direction = rules.direction(after, before);
        Observation previous = Observation.of(before);
        Observation current = Observation.of(after);
        Tolerance tolerance = Tolerances.of(rules.levels(), frozenMargin(before), Scale.of(unit), previous, current);
        Differences differences = Differences.between(before, after, rules.definedDirection(), allowed);
        Change change =
                differences.block(Meta.UNIT) ? null : Change.between(previous.value(), current.value(), tolerance);
        Judgement judgement = change == null || differences.block()
                ? Judgement.of(Verdict.INCOMPARABLE)
                : compare(id, gating, tolerance, new Comparison(previous, current, direction, change));
        judgement = bounded(judgement.with(differences.reasons()), gating, rules, current.value());
        return new DiffRow(
                id, gating, unit, direction, previous, current, change, judgement.verdict(), judgement.reasons());
    }

    private Judgement missing(String metric) {
        IndicatorRun run = notEvaluated.get(definitions.canonical(metric));
        return run == null
                ? Judgement.of(Verdict.MISSING)
                : Judgement.of(
                        Verdict.MISSING,
                        Reason.of(
                                Reason.Code.NOT_EVALUATED,
                                "the current run has it " + run.status().text() + ": " + run.reason()));
    }

    private Judgement compare(ItemId id, boolean gating, Tolerance tolerance, Comparison comparison) {
        Judgement judgement = verdicts.judge(comparison);
        if (!tolerance.ofNothing() || comparison.change().delta() == 0) {
            return judgement;
        }
        if (gating && judgement.verdict() != Verdict.INCOMPARABLE) {
            missingThresholds.add(id);
        }
        return judgement.with(List.of(Reason.of(
                Reason.Code.NO_THRESHOLD,
                "the previous value is 0 and the threshold a share of it; give an absolute one")));
    }

    private static Judgement bounded(Judgement judgement, boolean gating, ItemRules rules, double value) {
        Reason broken = gating ? Bounds.of(rules.levels()).brokenBy(value) : null;
        return broken == null
                ? judgement
                : Judgement.of(Verdict.REGRESSED, broken).with(judgement.reasons());
    }

    private @Nullable Double frozenMargin(ResultItem previous) {
        return frozenMargins.isEmpty() ? null : frozenMargins.get(previous.id().toString());
    }
}
