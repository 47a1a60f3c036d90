package dev.evalkit.lmarena.drift;

import dev.evalkit.lmarena.board.BoardRow;
import dev.evalkit.rating.Ranks;
import dev.evalkit.stats.ConfidenceInterval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One category of two boards, model by model.
 *
 * @param category the category
 * @param pairs the models, by name
 */
record Matched(String category, List<Pair> pairs) {

    /**
     * A model, with what each side has of it.
     *
     * @param model its name
     * @param previous what the previous side has, or null
     * @param current what the current side has, or null
     */
    record Pair(
            String model,
            @Nullable BoardRow previous,
            @Nullable BoardRow current) {
        boolean isCommon() {
            return previous != null && current != null;
        }

        boolean isAnchor() {
            return (previous != null && previous.isAnchor()) || (current != null && current.isAnchor());
        }

        /** How the rating changed; NaN where a side has none. */
        double change() {
            return previous == null || current == null ? Double.NaN : current.rating() - previous.rating();
        }
    }

    /** All categories of both boards, by name. */
    static List<Matched> of(BoardSide previous, BoardSide current) {
        SortedMap<String, SortedMap<String, BoardRow>> before = byCategory(previous.rows());
        SortedMap<String, SortedMap<String, BoardRow>> after = byCategory(current.rows());
        SortedSet<String> categories = new TreeSet<>(before.keySet());
        categories.addAll(after.keySet());
        return categories.stream()
                .map(category -> of(
                        category,
                        before.getOrDefault(category, new TreeMap<>()),
                        after.getOrDefault(category, new TreeMap<>())))
                .toList();
    }

    private static Matched of(String category, Map<String, BoardRow> before, Map<String, BoardRow> after) {
        SortedSet<String> models = new TreeSet<>(before.keySet());
        models.addAll(after.keySet());
        return new Matched(
                category,
                models.stream()
                        .map(model -> new Pair(model, before.get(model), after.get(model)))
                        .toList());
    }

    private static SortedMap<String, SortedMap<String, BoardRow>> byCategory(List<BoardRow> rows) {
        SortedMap<String, SortedMap<String, BoardRow>> categories = new TreeMap<>();
        for (BoardRow row : rows) {
            categories.computeIfAbsent(row.category(), name -> new TreeMap<>()).put(row.model(), row);
        }
        return categories;
    }

    CategoryDrift summary() {
        int common = (int) pairs.stream().filter(Pair::isCommon).count();
        int added = (int) pairs.stream().filter(pair -> pair.previous() == null).count();
        return new CategoryDrift(category, common, added, pairs.size() - common - added, shift(), ranksMoved());
    }

    /** The median change of the common models that are no anchor. */
    private @Nullable Double shift() {
        double[] changes = pairs.stream()
                .filter(pair -> pair.isCommon() && !pair.isAnchor())
                .mapToDouble(Pair::change)
                .sorted()
                .toArray();
        int middle = changes.length / 2;
        if (changes.length == 0) {
            return null;
        }
        return changes.length % 2 == 1 ? changes[middle] : (changes[middle - 1] + changes[middle]) / 2;
    }

    private int ranksMoved() {
        Map<String, Integer> before = ranks(pairs.stream().map(Pair::previous).toList());
        Map<String, Integer> after = ranks(pairs.stream().map(Pair::current).toList());
        return (int) before.entrySet().stream()
                .filter(each ->
                        after.containsKey(each.getKey()) && !each.getValue().equals(after.get(each.getKey())))
                .count();
    }

    /** Ranks as boards show them: one more than the models whose intervals lie wholly above. */
    private static Map<String, Integer> ranks(List<@Nullable BoardRow> rows) {
        List<BoardRow> there = new ArrayList<>();
        List<ConfidenceInterval> intervals = new ArrayList<>();
        for (BoardRow row : rows) {
            if (row != null) {
                there.add(row);
                intervals.add(interval(row));
            }
        }
        List<Integer> bounds = Ranks.upperBounds(intervals);
        Map<String, Integer> ranks = new HashMap<>();
        for (int i = 0; i < there.size(); i++) {
            ranks.put(there.get(i).model(), bounds.get(i));
        }
        return ranks;
    }

    private static ConfidenceInterval interval(BoardRow row) {
        Double low = row.interval() == null ? null : row.interval().low();
        Double high = row.interval() == null ? null : row.interval().high();
        return new ConfidenceInterval(
                low == null ? row.rating() : low,
                high == null ? row.rating() : high,
                BoardRow.CI_LEVEL,
                "published",
                List.of());
    }
}
