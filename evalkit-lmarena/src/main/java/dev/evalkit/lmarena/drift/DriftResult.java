package dev.evalkit.lmarena.drift;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What changed between two boards. Immutable.
 *
 * @param previous one of them
 * @param current the other
 * @param settings from where on something counts
 * @param regimeChanges what makes them incomparable, wholly or in a category
 * @param categories what happened to each category of both
 * @param rows what happened to each model in each category, by category and name
 */
public record DriftResult(
        BoardSide previous,
        BoardSide current,
        DriftSettings settings,
        List<RegimeChange> regimeChanges,
        List<CategoryDrift> categories,
        List<DriftRow> rows) {

    public DriftResult {
        regimeChanges = List.copyOf(regimeChanges);
        categories = List.copyOf(categories);
        rows = List.copyOf(rows);
    }

    /** How many rows there are of each verdict that occurs. */
    public Map<DriftVerdict, Long> counts() {
        Map<DriftVerdict, Long> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(row.verdict(), 1L, Long::sum));
        return counts;
    }

    /** The rows with changes that count. */
    public List<DriftRow> changes() {
        return rows.stream()
                .filter(row -> row.verdict() == DriftVerdict.ROSE || row.verdict() == DriftVerdict.FELL)
                .toList();
    }
}
