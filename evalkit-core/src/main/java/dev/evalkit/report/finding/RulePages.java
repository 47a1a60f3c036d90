package dev.evalkit.report.finding;

import java.util.Locale;

/** Where evalkit's documentation explains a rule. */
final class RulePages {
    private RulePages() {}

    static String of(String goal, String rule) {
        return goal.equals("validate") ? "docs/rules.md#" + rule.toLowerCase(Locale.ROOT) : "docs/scan.md";
    }
}
