package dev.evalkit.report;

import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Numbered notes below a table; rows with the same reason share a note. What the cells of a row say already has none, and what holds for many rows is said once for
 * all of them, without a number.
 */
public final class Notes {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Set<String> byPointValues = new LinkedHashSet<>();
    private final Set<String> common = new LinkedHashSet<>();
    private final Set<Reason.Code> saidElsewhere;
    private boolean isAnyTested;

    private Notes(Set<Reason.Code> saidElsewhere) {
        this.saidElsewhere = saidElsewhere;
    }

    /** No notes yet, and none for reasons that are told elsewhere. */
    public static Notes without(Reason.Code... saidElsewhere) {
        return new Notes(Set.of(saidElsewhere));
    }

    /** The numbers of the row's notes, e.g. {@code (1) (3)}; empty where it has none. */
    public String refer(DiffRow row) {
        isAnyTested |= row.test() != null;
        if (row.says(Reason.Code.POINT_VALUES_ONLY)) {
            byPointValues.add(row.id().metricId());
        }
        row.reasons().stream()
                .filter(reason -> reason.code() == Reason.Code.UNADJUSTED)
                .forEach(reason -> common.add(reason.text()));
        return row.reasons().stream()
                .filter(reason -> isNumbered(reason.code()))
                .map(reason -> "(" + numbers.computeIfAbsent(reason.text(), text -> numbers.size() + 1) + ")")
                .collect(Collectors.joining(" "));
    }

    private boolean isNumbered(Reason.Code code) {
        return switch (code) {
            case POINT_VALUES_ONLY, UNADJUSTED, IMPROVED, WITHIN_MARGIN, IDENTICAL -> false;
            default -> !saidElsewhere.contains(code);
        };
    }

    /** The notes in their order, each with its number, unescaped; those without a number last. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        numbers.forEach((text, number) -> lines.add("(" + number + ") " + text));
        common.forEach(text -> lines.add(DiffWords.sentence(text)));
        pointValues().ifPresent(lines::add);
        return lines;
    }

    private Optional<String> pointValues() {
        if (byPointValues.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                isAnyTested
                        ? "Judged by point values only, for want of scores and intervals: "
                                + String.join(", ", byPointValues)
                        : "Judged by point values only: neither scores nor intervals were compared.");
    }
}
