package dev.evalkit.scan.rule;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.Shown;
import dev.evalkit.scan.pattern.LinearPattern;
import dev.evalkit.scan.toml.TomlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads rules in the format of gitleaks: the keys of {@code docs/scan.md}, and no others. */
final class RuleFile {
    private static final int MOST_RULES = 2000;
    private static final int MOST_WITHOUT_LITERALS = 2000;
    private static final int MOST_TOGETHER_WITHOUT_LITERALS = 5000;

    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final List<Allowlist> allowlists = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int withoutLiterals;

    private RuleFile() {}

    /**
     * Reads a file's text.
     *
     * @param name how messages name the file
     */
    static RuleSet read(String name, String text) {
        RuleFile file = new RuleFile();
        file.read(new Keys(name, "", Location.of(name), TomlReader.read(name, text), new Places()));
        return new RuleSet(List.copyOf(file.rules.values()), file.allowlists, file.notes);
    }

    private void read(Keys top) {
        Stream.of("title", "description", "minVersion").forEach(key -> top.text(key, ""));
        for (Keys extend : top.tables("extend")) {
            if (extend.truth("useDefault")) {
                RuleSet bundled = RuleSet.bundled();
                bundled.rules().forEach(rule -> rules.put(rule.id(), rule));
                allowlists.addAll(bundled.allowlists());
            }
            for (String id : extend.texts("disabledRules")) {
                if (rules.remove(id) == null) {
                    notes.add(extend.place() + ": there is no rule " + Shown.quoted(id) + " to be disabled");
                }
            }
            extend.refuseOthers();
        }
        List<Keys> own = top.tables("rules");
        if (own.size() > MOST_RULES) {
            throw top.refused("rules", "found " + own.size() + " rules, at most " + MOST_RULES + " are allowed");
        }
        Map<String, Location> seen = new LinkedHashMap<>();
        own.forEach(keys -> {
            Rule rule = rule(keys);
            Location before = seen.put(rule.id(), keys.place());
            if (before != null) {
                throw keys.refused("id", "found the rule " + Shown.quoted(rule.id()) + " again, first at " + before);
            }
            rules.put(rule.id(), rule);
        });
        for (Allowlist list : allowlists(top, true)) {
            for (String id : list.rules()) {
                if (!rules.containsKey(id)) {
                    throw top.refused(
                            "allowlists",
                            "found an allowlist for the rule " + Shown.quoted(id) + ", which does not exist");
                }
            }
            allowlists.add(list);
        }
        top.refuseOthers();
    }

    /** A rule of its own, or the rule of the same name with what the file says otherwise. */
    private Rule rule(Keys keys) {
        String id = keys.text("id", "");
        if (id.isBlank()) {
            throw keys.refused("id", "found a rule without an id");
        }
        Rule base = rules.getOrDefault(id, new Rule(id, "", null, 0, 0, List.of(), null, List.of()));
        LinearPattern regex = or(keys.pattern("regex"), base.regex());
        double group = keys.number("secretGroup", base.secretGroup());
        Rule rule = new Rule(
                id,
                keys.text("description", base.description()),
                regex,
                (int) group,
                keys.number("entropy", base.entropy()),
                joined(base.keywords(), keys.texts("keywords")),
                or(keys.pattern("path"), base.path()),
                joined(base.allowlists(), allowlists(keys, false)));
        // Words for people and templates for tests: without effect here.
        Stream.of("tags", "examples", "counterexamples").forEach(keys::texts);
        keys.refuseOthers();
        if (rule.regex() == null && rule.path() == null) {
            throw keys.refused("id", "the rule " + Shown.quoted(id) + " has neither regex nor path");
        }
        if (rule.keywords().stream().anyMatch(String::isBlank)) {
            throw keys.refused("keywords", "the rule " + Shown.quoted(id) + " has an empty keyword");
        }
        if (regex != null && !regex.hasLiterals() && rule.keywords().isEmpty()) {
            requireSmall(keys, id, regex);
        }
        int groups = regex == null ? 0 : regex.groupCount();
        if (!(group >= 0 && group <= groups && group == Math.rint(group))) {
            throw keys.refused(
                    "secretGroup",
                    "found group " + (group == Math.rint(group) ? String.valueOf((long) group) : group)
                            + " of an expression with " + groups);
        }
        if (!(rule.entropy() >= 0 && rule.entropy() <= 8)) {
            throw keys.refused("entropy", "found " + rule.entropy() + ", expected bits per character from 0 to 8");
        }
        return rule;
    }

    /** Without literals and keywords an expression is matched with all of each file. */
    private void requireSmall(Keys keys, String id, LinearPattern regex) {
        if (regex.size() > MOST_WITHOUT_LITERALS) {
            throw keys.refused(
                    "regex",
                    "the rule " + Shown.quoted(id) + " has an expression of " + regex.size()
                            + " places without a text that every match holds, at most " + MOST_WITHOUT_LITERALS
                            + " are allowed; give it keywords");
        }
        withoutLiterals += regex.size();
        if (withoutLiterals > MOST_TOGETHER_WITHOUT_LITERALS) {
            throw new EvalkitException(
                    Location.of(keys.place().file()),
                    "found expressions of more than " + MOST_TOGETHER_WITHOUT_LITERALS
                            + " places together without a text that every match holds; give their rules keywords");
        }
    }

    private List<Allowlist> allowlists(Keys keys, boolean global) {
        return Stream.of("allowlist", "allowlists")
                .flatMap(key -> keys.tables(key).stream())
                .map(table -> allowlist(table, global))
                .toList();
    }

    private Allowlist allowlist(Keys keys, boolean global) {
        String condition = keys.text("condition", "OR");
        boolean all = List.of("AND", "&&").contains(condition.toUpperCase(Locale.ROOT));
        if (!all && !List.of("", "OR", "||").contains(condition.toUpperCase(Locale.ROOT))) {
            throw keys.refused("condition", "found " + Shown.quoted(condition) + ", expected OR or AND");
        }
        boolean ofCommits = !keys.texts("commits").isEmpty();
        if (ofCommits) {
            notes.add(
                    keys.place() + ": the allowlist's commits let nothing pass, for files are scanned and no commits");
        }
        Allowlist allowlist = new Allowlist(
                keys.text("description", ""),
                all,
                ofCommits,
                keys.patterns("paths"),
                target(keys),
                keys.patterns("regexes"),
                keys.texts("stopwords"),
                global ? keys.texts("targetRules") : List.of());
        keys.refuseOthers();
        if (!ofCommits
                && allowlist.paths().isEmpty()
                && allowlist.regexes().isEmpty()
                && allowlist.stopwords().isEmpty()) {
            throw new EvalkitException(
                    keys.place(), "found an allowlist without paths, regexes, stopwords and commits");
        }
        return allowlist;
    }

    private static Allowlist.Target target(Keys keys) {
        String target = keys.text("regexTarget", "secret");
        return switch (target) {
            case "secret" -> Allowlist.Target.SECRET;
            case "match" -> Allowlist.Target.MATCH;
            case "line" -> Allowlist.Target.LINE;
            default ->
                throw keys.refused("regexTarget", "found " + Shown.quoted(target) + ", expected secret, match or line");
        };
    }

    private static @Nullable LinearPattern or(@Nullable LinearPattern own, @Nullable LinearPattern base) {
        return own == null ? base : own;
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
