package dev.evalkit.validate;

import java.util.List;
import java.util.Locale;

/** {@code docs/rules.md}, made of what rules say of themselves. */
final class RulePage {
    private RulePage() {}

    static String of(List<RuleDescription> rules) {
        StringBuilder page = new StringBuilder("""
                # The rules of validate

                `mvn evalkit:validate` holds a repository against these rules. An *error* is something that does not work or does not mean what it says, a *warning* something that works
                and should be looked at, a *note* something that somebody may like to know. An id never changes its meaning.

                This page is made from what the rules say of themselves; do not edit it.

                | rule | severity | holds in a sound repository |
                | --- | --- | --- |
                """);
        for (RuleDescription rule : rules) {
            page.append("| [%s](#%s) | %s | %s |\n"
                    .formatted(rule.id(), rule.id().toLowerCase(Locale.ROOT), severity(rule), rule.title()));
        }
        for (RuleDescription rule : rules) {
            page.append("\n## ").append(rule.id()).append("\n\n");
            page.append("**")
                    .append(rule.title())
                    .append("** (")
                    .append(severity(rule))
                    .append("). ");
            page.append(rule.explanation().replace("<", "&lt;")).append("\n\n");
            page.append("Broken:\n\n```\n").append(rule.broken()).append("\n```\n\n");
            page.append("Mended:\n\n```\n").append(rule.mended()).append("\n```\n");
        }
        return page.toString();
    }

    private static String severity(RuleDescription rule) {
        return rule.severity().name().toLowerCase(Locale.ROOT);
    }
}
