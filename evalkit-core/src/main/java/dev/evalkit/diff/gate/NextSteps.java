package dev.evalkit.diff.gate;

import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Reason;
import dev.evalkit.diff.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What whoever reads an outcome can do about it; accepting the run aside, for which only the caller knows the command. */
final class NextSteps {
    private NextSteps() {}

    static List<String> of(Outcome outcome) {
        List<DiffRow> open = new ArrayList<>(outcome.failing());
        open.addAll(outcome.warned());
        List<String> steps = new ArrayList<>();
        if (has(open, Verdict.INCONCLUSIVE)) {
            steps.add(
                    "to settle what is inconclusive, add samples (the notes say how many could tell), or tolerate more: thresholds.margin of the"
                            + " indicator");
        }
        String differing = open.stream()
                .filter(row -> row.verdict() == Verdict.INCOMPARABLE)
                .flatMap(row -> row.reasons().stream())
                .filter(reason -> reason.code() == Reason.Code.DIFFERS)
                .map(reason -> reason.facts().getOrDefault("name", ""))
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
        if (!differing.isEmpty()) {
            steps.add("if what differs does not matter, let it pass with -Devalkit.allow=" + differing
                    + "; if it does, accept a baseline that was measured in the new way");
        }
        if (has(open, Verdict.MISSING)) {
            steps.add("evaluate what is missing, or accept a run without it");
        }
        return List.copyOf(steps);
    }

    private static boolean has(List<DiffRow> rows, Verdict verdict) {
        return rows.stream().anyMatch(row -> row.verdict() == verdict);
    }
}
