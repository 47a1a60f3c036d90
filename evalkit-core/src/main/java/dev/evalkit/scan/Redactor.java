package dev.evalkit.scan;

import dev.evalkit.scan.pattern.LinearPattern.Match;
import dev.evalkit.scan.pattern.PatternSearch;
import dev.evalkit.scan.rule.Rule;
import dev.evalkit.scan.rule.RuleSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of names and messages what a scan would find in them, so that no report shows it. Comments that let a finding pass in a file do not count here. For one
 * thread; the rules are read when a text first looks as if it held something.
 */
public final class Redactor {
    /** What stands in the place of a secret. */
    public static final String REDACTED = "[redacted]";

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

    private final Optional<Path> ruleFile;
    private @Nullable CompiledRules rules;
    private @Nullable PatternSearch search;

    private Redactor(Optional<Path> ruleFile) {
        this.ruleFile = ruleFile;
    }

    /** With the rule file of a repository, else with the rules that evalkit brings. */
    public static Redactor forRepository(Path root) {
        return new Redactor(Scanner.ruleFile(root));
    }

    /** With the rules that evalkit brings. */
    public static Redactor bundled() {
        return new Redactor(Optional.empty());
    }

    /** Whether a text may hold something sensitive: a quick look, true more often than {@link #redact} changes the text, and always where it does. */
    public boolean suspects(String text) {
        return ruleFile.isPresent() || Suspicion.of(text);
    }

    /**
     * The text with {@value #REDACTED} for each secret; the same text where there is none.
     *
     * @throws dev.evalkit.EvalkitException if the repository's rules cannot be read
     */
    public String redact(String text) {
        return suspects(text) ? withoutSecrets(text) : text;
    }

    private String withoutSecrets(String text) {
        CompiledRules compiled = rules();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        SortedSet<String> secrets = new TreeSet<>(LONGEST_FIRST);
        BitSet about = compiled.about("");
        search(compiled).search(bytes, bytes.length, about, (index, match) -> {
            String secret = secret(compiled, compiled.contentRule(index), match, text);
            if (!secret.isEmpty()) {
                secrets.add(secret);
            }
        });
        String redacted = text;
        for (String secret : secrets) {
            redacted = redacted.replace(secret, REDACTED);
        }
        return redacted;
    }

    private static String secret(CompiledRules rules, Rule rule, Match match, String text) {
        Hit hit = Hit.of(rule, Objects.requireNonNull(rule.regex()), match);
        return hit.isDull() || rules.allows(rule, "", hit.secret(), hit.text(), text) ? "" : hit.secret();
    }

    private CompiledRules rules() {
        CompiledRules known = rules;
        if (known == null) {
            known = new CompiledRules(
                    ruleFile.map(file -> RuleSet.read(file, file.getFileName().toString()))
                            .orElseGet(RuleSet::bundled));
            rules = known;
        }
        return known;
    }

    private PatternSearch search(CompiledRules compiled) {
        PatternSearch known = search;
        if (known == null) {
            known = compiled.search();
            search = known;
        }
        return known;
    }
}
