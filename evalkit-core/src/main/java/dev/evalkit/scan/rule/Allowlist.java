package dev.evalkit.scan.rule;

import dev.evalkit.scan.pattern.LinearPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is let pass although a rule found it.
 *
 * @param reason why, as its author described it; may be empty
 * @param all whether all of the conditions that it has must hold, instead of one of them
 * @param ofCommits whether it also has the condition that a commit is one of some, which never holds for a file
 * @param paths expressions of which one is found in the file's path
 * @param target what {@code regexes} look at
 * @param regexes expressions of which one is found in the target
 * @param stopwords words of which one is in the secret, whatever its case
 * @param rules the ids of the rules that it is for; all where it names none
 */
public record Allowlist(
        String reason,
        boolean all,
        boolean ofCommits,
        List<LinearPattern> paths,
        Target target,
        List<LinearPattern> regexes,
        List<String> stopwords,
        List<String> rules) {

    /** What the expressions of an allowlist look at. */
    public enum Target {
        /** The secret alone. */
        SECRET,
        /** All that the rule's expression matched. */
        MATCH,
        /** The line. */
        LINE
    }

    public Allowlist {
        paths = List.copyOf(paths);
        regexes = List.copyOf(regexes);
        stopwords =
                stopwords.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        rules = List.copyOf(rules);
    }

    /** Whether it is for a rule. */
    public boolean isFor(String rule) {
        return rules.isEmpty() || rules.contains(rule);
    }

    /** Whether it lets whole files pass by their path alone. */
    public boolean allowsFile(String path) {
        boolean byPathAlone = rules.isEmpty() && (!all || (!ofCommits && regexes.isEmpty() && stopwords.isEmpty()));
        return byPathAlone && isFound(paths, path);
    }

    /** Whether it lets a finding pass. */
    public boolean allows(String path, String secret, String match, String line) {
        List<Boolean> conditions = new ArrayList<>();
        if (ofCommits) {
            conditions.add(false);
        }
        if (!paths.isEmpty()) {
            conditions.add(isFound(paths, path));
        }
        if (!regexes.isEmpty()) {
            conditions.add(isFound(
                    regexes,
                    switch (target) {
                        case SECRET -> secret;
                        case MATCH -> match;
                        case LINE -> line;
                    }));
        }
        if (!stopwords.isEmpty()) {
            String small = secret.toLowerCase(Locale.ROOT);
            conditions.add(stopwords.stream().anyMatch(small::contains));
        }
        return all ? !conditions.isEmpty() && !conditions.contains(false) : conditions.contains(true);
    }

    private static boolean isFound(List<LinearPattern> expressions, String text) {
        return !text.isEmpty() && expressions.stream().anyMatch(expression -> expression.isFoundIn(text));
    }
}
