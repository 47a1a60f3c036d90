package dev.evalkit.lmarena.drift;

import dev.evalkit.lmarena.board.BoardRow;
import dev.evalkit.stats.Holm;
import dev.evalkit.stats.Tails;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares two boards. Immutable.
 *
 * <p>A change of regime makes rows incomparable. Elsewhere the median change of a category's common models is taken off each, and what remains is tested by z =
 * Δ/√(s₁² + s₂²), Holm over all rows (Holm 1979). The boards share votes, so the true standard error is smaller and the test conservative: that nothing was
 * found proves nothing. A change counts only if it is also as large as the minimum effect. Ranks never count: a model that is new moves those of all below it.
 */
public final class Drift {
    private final DriftSettings settings;

    private Drift(DriftSettings settings) {
        this.settings = settings;
    }

    /** With the usual settings. */
    public static Drift withDefaults() {
        return new Drift(DriftSettings.withDefaults());
    }

    /** With other settings. */
    public Drift with(DriftSettings other) {
        return new Drift(other);
    }

    /** Compares two boards. */
    public DriftResult compare(BoardSide previous, BoardSide current) {
        List<Matched> matched = Matched.of(previous, current);
        List<CategoryDrift> categories = matched.stream().map(Matched::summary).toList();
        List<RegimeChange> changes = new Regimes(previous, current, settings).changes(categories);
        Set<String> incomparable = incomparable(changes, categories);
        Map<String, @Nullable Double> shifts = new HashMap<>();
        categories.forEach(each -> shifts.put(each.category(), each.shift()));
        List<DriftRow> rows = new ArrayList<>();
        for (Matched category : matched) {
            for (Matched.Pair pair : category.pairs()) {
                boolean isIncomparable = incomparable.contains(category.category());
                rows.add(row(category.category(), pair, isIncomparable, shifts.get(category.category())));
            }
        }
        return new DriftResult(previous, current, settings, changes, categories, adjusted(rows));
    }

    private static Set<String> incomparable(List<RegimeChange> changes, List<CategoryDrift> categories) {
        Set<String> incomparable = new TreeSet<>();
        for (RegimeChange change : changes) {
            if (change.category() == null) {
                categories.forEach(each -> incomparable.add(each.category()));
            } else {
                incomparable.add(change.category());
            }
        }
        return incomparable;
    }

    /** A row before its p-value is adjusted; only where all common models are anchors there is no shift. */
    private static DriftRow row(String category, Matched.Pair pair, boolean isIncomparable, @Nullable Double shift) {
        BoardRow before = pair.previous();
        BoardRow after = pair.current();
        if (before == null || after == null) {
            return untested(category, pair, before == null ? DriftVerdict.NEW : DriftVerdict.GONE);
        }
        if (isIncomparable) {
            return untested(category, pair, DriftVerdict.INCOMPARABLE);
        }
        if (pair.isAnchor() || shift == null) {
            return untested(category, pair, DriftVerdict.ANCHOR);
        }
        OptionalDouble first = before.standardError();
        OptionalDouble second = after.standardError();
        double error = Math.hypot(first.orElse(0), second.orElse(0));
        if (first.isEmpty() || second.isEmpty() || error == 0) {
            return untested(category, pair, DriftVerdict.NOT_TESTABLE);
        }
        double change = pair.change() - shift;
        double p = Tails.ofNormal(change / error).twoSided();
        DriftRow.Test test = new DriftRow.Test(error, change / error, p, p);
        return new DriftRow(category, pair.model(), before, after, change, test, DriftVerdict.NO_CHANGE);
    }

    private static DriftRow untested(String category, Matched.Pair pair, DriftVerdict verdict) {
        return new DriftRow(category, pair.model(), pair.previous(), pair.current(), null, null, verdict);
    }

    private List<DriftRow> adjusted(List<DriftRow> rows) {
        double[] adjusted = Holm.adjust(rows.stream()
                .map(DriftRow::test)
                .flatMap(test -> test == null ? Stream.of() : Stream.of(test.p()))
                .mapToDouble(Double::doubleValue)
                .toArray());
        List<DriftRow> judged = new ArrayList<>();
        int next = 0;
        for (DriftRow row : rows) {
            DriftRow.Test test = row.test();
            judged.add(test == null ? row : judged(row, test, adjusted[next++]));
        }
        return judged;
    }

    private DriftRow judged(DriftRow row, DriftRow.Test test, double adjusted) {
        double change = row.change() == null ? 0 : row.change();
        boolean counts = adjusted < settings.alpha() && Math.abs(change) >= settings.minimumEffect();
        return new DriftRow(
                row.category(),
                row.model(),
                row.previous(),
                row.current(),
                change,
                new DriftRow.Test(test.standardError(), test.z(), test.p(), adjusted),
                !counts ? DriftVerdict.NO_CHANGE : change > 0 ? DriftVerdict.ROSE : DriftVerdict.FELL);
    }
}
