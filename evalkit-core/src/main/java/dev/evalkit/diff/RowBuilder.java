package dev.evalkit.diff;

import dev.evalkit.diff.inference.Evidence;
import dev.evalkit.diff.inference.Finding;
import dev.evalkit.diff.inference.Flips;
import dev.evalkit.diff.inference.NoInference;
import dev.evalkit.diff.inference.Question;
import dev.evalkit.model.Direction;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.ItemId;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns aligned pairs into rows: comparability, then threshold and margin, then what samples or intervals say. */
final class RowBuilder {
    private final Definitions definitions;
    private final DiffSettings settings;
    private final BasisFinder bases;
    private final Map<String, Double> frozenMargins;
    private final Map<String, IndicatorRun> notEvaluated;
    private final SlowCreep creep;
    private final MissingThresholds missingThresholds = new MissingThresholds();

    /**
     * @param frozenMargins margins by the text of the previous item's identity
     * @param notEvaluated what the current run left out, by indicator
     * @param creep what crept since the first accepted run
     */
    RowBuilder(
            Definitions definitions,
            DiffSettings settings,
            BasisFinder bases,
            Map<String, Double> frozenMargins,
            Map<String, IndicatorRun> notEvaluated,
            SlowCreep creep) {
        this.definitions = definitions;
        this.settings = settings;
        this.bases = bases;
        this.frozenMargins = frozenMargins;
        this.notEvaluated = notEvaluated;
        this.creep = creep;
    }

    /** Gating rows met so far that changed and whose margin is a share of a previous value of 0. */
    MissingThresholds missingThresholds() {
        return missingThresholds;
    }

    /** Whether the item has a row: slices have one where they gate or are asked for. */
    boolean shows(ItemId id) {
        return id.slice().isEmpty()
                || definitions.gates(id)
                || settings.shows(id.slice().keySet());
    }

    RowDraft draft(AlignedPair pair) {
        ItemRules rules = ItemRules.of(pair.id().metricId(), definitions, settings.build());
        ResultItem before = pair.previous();
        ResultItem after = pair.current();
        return before == null || after == null
                ? new RowDraft.Decided(lone(pair, rules), true)
                : both(pair.id(), before, after, rules);
    }

    /**
     * Whether two items surely have a row that is decided and cheap, for which nobody need make it: nothing says which way is better, so that they can only be compared by
     * their values.
     */
    boolean isPlain(String metric, Meta before, Meta after) {
        return definitions.isSilent(metric)
                && before.asMap().get(Meta.HIGHER_IS_BETTER) == null
                && after.asMap().get(Meta.HIGHER_IS_BETTER) == null
                && before.scope().isWhole()
                && after.scope().isWhole()
                && !bases.readsScores(before, after);
    }

    /** Which others such a row is like: where it has no bound and nothing around its value changed, the value alone decides. */
    byte kind(String metric, Meta before, double previous, Meta after, double current) {
        if (settings.build() != null || definitions.lists(metric) || !before.equals(after)) {
            return Rows.OWN;
        }
        return Math.abs(current - previous) <= Comparison.epsilon(previous) ? Rows.NO_WORSE : Rows.NO_DIRECTION;
    }

    /** The row of a pair whose draft was decided and cheap. */
    DiffRow again(AlignedPair pair) {
        if (draft(pair) instanceof RowDraft.Decided decided) {
            return decided.row();
        }
        throw new IllegalStateException("The row of " + pair.id() + " was decided and now is not");
    }

    private DiffRow lone(AlignedPair pair, ItemRules rules) {
        ItemId id = pair.id();
        ResultItem before = pair.previous();
        ResultItem after = pair.current();
        boolean gating = definitions.gates(id);
        Judgement judgement = after == null
                ? missing(id.metricId())
                : Judgement.of(Verdict.NEW).bounded(broken(gating, rules, after.value()));
        return new DiffRow(
                id,
                gating,
                rules.unit(after, before),
                rules.direction(after, before),
                before == null ? null : Observation.of(before),
                after == null ? null : Observation.of(after),
                null,
                null,
                judgement.verdict(),
                judgement.reasons(),
                null);
    }

    private RowDraft both(ItemId id, ResultItem before, ResultItem after, ItemRules rules) {
        boolean gating = definitions.gates(id);
        String unit = rules.unit(after, before);
        Direction direction = rules.direction(after, before);
        Basis basis = bases.of(before, after);
        Observation previous = Observation.of(before);
        Observation current = Observation.of(after);
        Tolerance tolerance = Tolerances.of(rules.levels(), frozenMargin(before), Scale.of(unit), previous, current);
        Differences differences =
                Differences.between(before, after, rules.definedDirection(), basis, settings.allowed());
        if (basis instanceof Basis.Paired paired) {
            previous = previous.with(SharedValues.of(paired, before, true));
            current = current.with(SharedValues.of(paired, after, false));
        }
        Change change = differences.block(Meta.UNIT)
                ? null
                : Change.between(previous.compared(), current.compared(), tolerance);
        Reason broken = broken(gating, rules, current.value());
        List<Reason> notes = new ArrayList<>(differences.reasons());
        Judgement decided;
        if (change == null || differences.block()) {
            decided = Judgement.of(Verdict.INCOMPARABLE);
        } else {
            Comparison comparison = new Comparison(previous, current, direction, change);
            notes.addAll(0, basis.notes());
            noteMissingThreshold(id, gating, tolerance, comparison, notes);
            creep.warning(after, comparison, rules, settings.allowed()).ifPresent(notes::add);
            Finding finding = finding(id, gating, comparison, basis);
            if (finding instanceof Evidence evidence && direction != null) {
                Flips flips = basis.flips(direction).orElse(null);
                return new RowDraft.Waiting(
                        new UnjudgedRow(id, gating, unit, direction, comparison, evidence, flips, notes, broken));
            }
            decided = finding instanceof NoInference none
                    ? VerdictTable.without(none)
                    : VerdictTable.pointValues(comparison);
        }
        Judgement judgement = decided.with(notes).bounded(broken);
        DiffRow row = new DiffRow(
                id,
                gating,
                unit,
                direction,
                previous,
                current,
                change,
                null,
                judgement.verdict(),
                judgement.reasons(),
                direction == null || differences.block()
                        ? null
                        : basis.flips(direction).orElse(null));
        return new RowDraft.Decided(row, !bases.readsScores(before.meta(), after.meta()));
    }

    private @Nullable Finding finding(ItemId id, boolean gating, Comparison comparison, Basis basis) {
        Direction direction = comparison.direction();
        if (direction == null) {
            return null;
        }
        double margin = comparison.change().margin();
        return basis.judge(new Question(direction, margin, id.toString(), settings.seed(), settings.test(), gating))
                .orElse(null);
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

    private void noteMissingThreshold(
            ItemId id, boolean gating, Tolerance tolerance, Comparison comparison, List<Reason> notes) {
        if (!tolerance.ofNothing() || comparison.change().delta() == 0) {
            return;
        }
        if (gating && comparison.direction() != null) {
            missingThresholds.add(id);
        }
        notes.add(Reason.of(
                Reason.Code.NO_THRESHOLD,
                "the previous value is 0 and the threshold a share of it; give an absolute one"));
    }

    private static @Nullable Reason broken(boolean gating, ItemRules rules, double value) {
        return gating ? Bounds.of(rules.levels()).brokenBy(value) : null;
    }

    private @Nullable Double frozenMargin(ResultItem previous) {
        return frozenMargins.isEmpty() ? null : frozenMargins.get(previous.id().toString());
    }
}
