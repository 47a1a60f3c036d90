package dev.evalkit.report.html;

import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Reason;
import dev.evalkit.diff.TestResult;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.report.DiffWords;
import dev.evalkit.report.markup.Element;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How the numbers were found: which methods, what they assume, and what they warn of. */
final class MethodSection {
    private static final int MOST_NAMED = 8;
    private static final String DOCS =
            "Which test is used when, and how often the gate is wrong, is told in evalkit's documentation: docs/verdicts.md and docs/calibration.md.";

    private MethodSection() {}

    /** Of a comparison. */
    static Element of(Outcome outcome, ResultSet current) {
        Map<String, Set<String>> users = new LinkedHashMap<>();
        Set<String> cautions = new LinkedHashSet<>();
        for (DiffRow row : outcome.diff().gating()) {
            String label = DiffWords.label(row, outcome.diff());
            TestResult test = row.test();
            if (test == null) {
                use(users, "point values", label);
            } else {
                use(users, test.name(), label);
                use(users, test.interval(), label);
            }
            row.reasons().stream()
                    .filter(reason -> reason.code() == Reason.Code.CAUTION || reason.code() == Reason.Code.MONTE_CARLO)
                    .forEach(reason -> cautions.add(label + ": " + reason.text()));
        }
        cautions.addAll(warnings(current));
        Element section = Page.section("methods", "Methods and what they assume");
        if (outcome.measured()) {
            section.add(Element.of("p", DiffWords.promise(outcome) + "."));
        }
        section.add(Element.of(
                "p",
                "Intervals are two-sided at 95 %, each by itself. p-values are doubled, so that p ≤ 0.05 and the interval agree, and adjusted for the number of"
                        + " indicators (Holm). Improvements are not adjusted."));
        methods(users, section);
        cautions(cautions, section);
        return section.add(Element.of("p", DOCS).styled("quiet small"));
    }

    /** Of values alone. */
    static Optional<Element> of(ResultSet results) {
        Map<String, Set<String>> users = new LinkedHashMap<>();
        for (int i = 0; i < results.size(); i++) {
            String metric = results.metricId(i);
            results.meta(i).text(Meta.CI_METHOD).ifPresent(method -> use(users, method, metric));
        }
        Set<String> cautions = warnings(results);
        if (users.isEmpty() && cautions.isEmpty()) {
            return Optional.empty();
        }
        Element section = Page.section("methods", "Methods and what they assume");
        methods(users, section);
        cautions(cautions, section);
        return Optional.of(section.add(Element.of("p", DOCS).styled("quiet small")));
    }

    private static void use(Map<String, Set<String>> users, String method, String user) {
        users.computeIfAbsent(method, name -> new TreeSet<>()).add(user);
    }

    private static void methods(Map<String, Set<String>> users, Element section) {
        if (users.isEmpty()) {
            return;
        }
        DataTable table = DataTable.of("method-table", "Methods")
                .column("method")
                .column("what it is")
                .column("used by");
        users.forEach((method, metrics) -> table.row(List.of(
                Cell.text(method.replace('_', ' ')), Cell.text(Methods.words(method)), Cell.text(named(metrics)))));
        section.add(table.element());
    }

    private static String named(Set<String> metrics) {
        String named = metrics.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return metrics.size() > MOST_NAMED ? named + " and " + (metrics.size() - MOST_NAMED) + " more" : named;
    }

    private static Set<String> warnings(ResultSet results) {
        Map<String, Set<String>> users = new LinkedHashMap<>();
        for (int i = 0; i < results.size(); i++) {
            String metric = results.metricId(i);
            results.meta(i).texts(Meta.WARNINGS).forEach(warning -> use(users, warning, metric));
        }
        Set<String> lines = new LinkedHashSet<>();
        users.forEach((warning, metrics) -> lines.add(named(metrics) + ": " + warning));
        return lines;
    }

    private static void cautions(Set<String> cautions, Element section) {
        if (cautions.isEmpty()) {
            return;
        }
        Element list = Element.of("ul");
        cautions.forEach(caution -> list.add(Element.of("li", caution)));
        section.add(Element.of("h3", "Warnings")).add(list);
    }
}
