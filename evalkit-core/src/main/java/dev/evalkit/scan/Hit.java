package dev.evalkit.scan;

import dev.evalkit.scan.pattern.LinearPattern;
import dev.evalkit.scan.pattern.LinearPattern.Match;
import dev.evalkit.scan.rule.Rule;
import java.util.List;
import java.util.Locale;

/**
 * A match of a rule.
 *
 * @param text what matched, without line breaks around it
 * @param secret the part of it that is the secret
 */
record Hit(Rule rule, Match match, String text, String secret) {
    private static final double ROUNDING = 1e-9;

    static Hit of(Rule rule, LinearPattern regex, Match match) {
        String text = trimmed(match.groups().get(0));
        // As gitleaks does it: the groups are those that the expression has in what it matched, seen by itself.
        List<String> groups = regex.groups(text);
        String secret = text;
        if (groups.size() > 1) {
            secret = rule.secretGroup() > 0
                    ? groups.get(rule.secretGroup())
                    : groups.stream()
                            .skip(1)
                            .filter(group -> !group.isEmpty())
                            .findFirst()
                            .orElse(text);
        }
        return new Hit(rule, match, text, secret);
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == '\n') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == '\n') {
            to--;
        }
        return text.substring(from, to);
    }

    boolean isGeneric() {
        return rule.id().toLowerCase(Locale.ROOT).contains("generic");
    }

    /** A secret of as little entropy as the rule's is none; the tolerance makes equal what differs by rounding. */
    boolean isDull() {
        return rule.entropy() > 0 && Entropy.of(secret) <= rule.entropy() + ROUNDING;
    }
}
