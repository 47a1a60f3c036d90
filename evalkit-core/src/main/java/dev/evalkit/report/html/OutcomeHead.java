package dev.evalkit.report.html;

import dev.evalkit.diff.DiffResult;
import dev.evalkit.diff.Verdict;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.report.DiffWords;
import dev.evalkit.report.markup.Element;
import dev.evalkit.report.markup.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands first: the outcome in words, how many rows have which verdict, what the policy promises, and what to do next. */
final class OutcomeHead {
    private final Outcome outcome;
    private final @Nullable String accepting;

    OutcomeHead(Outcome outcome, @Nullable String accepting) {
        this.outcome = outcome;
        this.accepting = accepting;
    }

    List<Node> parts() {
        DiffResult diff = outcome.diff();
        List<Node> parts = new ArrayList<>();
        parts.add(Element.of("p", DiffWords.outcome(outcome))
                .styled("outcome " + (outcome.passed() ? "better" : "worse")));
        parts.add(counts(diff));
        parts.add(Element.of("p")
                .text("Baseline " + DiffWords.side(diff.previous()) + " → current " + DiffWords.side(diff.current())
                        + ". ")
                .text(String.join(". ", DiffWords.counts(diff)) + "."));
        if (outcome.measured()) {
            parts.add(Element.of("p", DiffWords.promise(outcome) + ".").styled("quiet"));
        }
        next(parts);
        return parts;
    }

    /** The same counts as in the sentence below, to be seen at a glance. */
    private static Element counts(DiffResult diff) {
        Element list = Element.of("ul").styled("counts");
        Map<Verdict, Integer> counts = diff.counts(row -> row.gating());
        counts.forEach((verdict, count) -> {
            if (count > 0) {
                list.add(Element.of("li")
                        .styled(style(verdict))
                        .add(Element.of("strong", String.valueOf(count)))
                        .text(" " + verdict.words()));
            }
        });
        return list;
    }

    private static String style(Verdict verdict) {
        return switch (verdict) {
            case REGRESSED -> "worse";
            case IMPROVED -> "better";
            case INCONCLUSIVE, INCOMPARABLE, MISSING -> "open";
            case NO_WORSE, NEW -> "same";
        };
    }

    private void next(List<Node> parts) {
        Element list = Element.of("ul");
        outcome.next().forEach(step -> list.add(Element.of("li", DiffWords.sentence(step) + ".")));
        if (accepting != null && !outcome.passed()) {
            list.add(Element.of("li")
                    .text("If this is intended, accept the run:")
                    .add(Element.of("pre").add(Element.of("code", accepting))));
        }
        if (list.children().isEmpty()) {
            return;
        }
        parts.add(Element.of("h2", "What to do next"));
        parts.add(list);
    }
}
