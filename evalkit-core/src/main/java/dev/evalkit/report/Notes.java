package dev.evalkit.report;

import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Numbered notes below a table; rows with the same reason share a note. */
final class Notes {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Set<String> byPointValues = new LinkedHashSet<>();
    private boolean isAnyTested;

    /** The numbers of the row's notes, e.g. {@code (1) (3)}; empty where it has none. */
    String refer(DiffRow row) {
        isAnyTested |= row.test() != null;
        if (row.reasons().stream().anyMatch(reason -> !isNumbered(reason))) {
            byPointValues.add(row.id().metricId());
        }
        return row.reasons().stream()
                .filter(Notes::isNumbered)
                .map(reason -> "(" + numbers.computeIfAbsent(reason.text(), text -> numbers.size() + 1) + ")")
                .collect(Collectors.joining(" "));
    }

    /** That there are only point values is said once for all rows. */
    private static boolean isNumbered(Reason reason) {
        return reason.code() != Reason.Code.POINT_VALUES_ONLY;
    }

    /** The notes in their order, each with its number, unescaped. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        numbers.forEach((text, number) -> lines.add("(" + number + ") " + text));
        if (!byPointValues.isEmpty()) {
            lines.add(
                    isAnyTested
                            ? "Judged by point values only, for want of scores and intervals: "
                                    + String.join(", ", byPointValues)
                            : "Judged by point values only: neither scores nor intervals were compared.");
        }
        return lines;
    }
}
