package dev.evalkit.scan;

import dev.evalkit.scan.pattern.LinearPattern;
import dev.evalkit.scan.pattern.PatternSearch;
import dev.evalkit.scan.pattern.PatternSet;
import dev.evalkit.scan.pattern.PatternSet.Sought;
import dev.evalkit.scan.rule.Allowlist;
import dev.evalkit.scan.rule.Rule;
import dev.evalkit.scan.rule.RuleSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The rules of a scan, those about contents ready to be looked for together. */
final class CompiledRules {
    private final RuleSet all;
    private final List<Rule> contentRules = new ArrayList<>();
    private final List<Rule> nameRules = new ArrayList<>();
    private final PatternSet patterns;
    private final boolean someHavePaths;
    private final BitSet allContentRules = new BitSet();

    CompiledRules(RuleSet all) {
        this.all = all;
        List<Sought> sought = new ArrayList<>();
        for (Rule rule : all.rules()) {
            LinearPattern regex = rule.regex();
            if (regex == null) {
                nameRules.add(rule);
            } else {
                contentRules.add(rule);
                sought.add(new Sought(regex, rule.keywords()));
            }
        }
        patterns = PatternSet.of(sought);
        allContentRules.set(0, contentRules.size());
        someHavePaths = contentRules.stream().anyMatch(rule -> rule.path() != null);
    }

    List<String> notes() {
        return all.notes();
    }

    PatternSearch search() {
        return patterns.search();
    }

    Rule contentRule(int index) {
        return contentRules.get(index);
    }

    /** The rules that look into a file with this path; not to be changed. */
    BitSet about(String path) {
        if (!someHavePaths) {
            return allContentRules;
        }
        BitSet about = new BitSet(contentRules.size());
        for (int i = 0; i < contentRules.size(); i++) {
            about.set(i, contentRules.get(i).isAbout(path));
        }
        return about;
    }

    /** The rules that a path alone is a finding of. */
    List<Rule> byName(String path) {
        List<Rule> found = new ArrayList<>();
        for (Rule rule : nameRules) {
            if (rule.isAbout(path) && !allows(rule, path, "", "", "")) {
                found.add(rule);
            }
        }
        return found;
    }

    /** Whether an allowlist lets a whole file pass. */
    boolean allowsFile(String path) {
        for (Allowlist list : all.allowlists()) {
            if (list.allowsFile(path)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an allowlist lets a finding pass. */
    boolean allows(Rule rule, String path, String secret, String match, String line) {
        return rule.allowlists().stream().anyMatch(list -> list.allows(path, secret, match, line))
                || all.allowlists().stream()
                        .anyMatch(list -> list.isFor(rule.id()) && list.allows(path, secret, match, line));
    }
}
