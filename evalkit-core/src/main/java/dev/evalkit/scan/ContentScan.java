package dev.evalkit.scan;

import dev.evalkit.scan.pattern.LinearPattern.Match;
import dev.evalkit.scan.pattern.PatternSearch;
import dev.evalkit.scan.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Applies the rules to the bytes of one file after the other; for one thread. */
final class ContentScan {
    private static final List<String> ALLOWING_COMMENTS = List.of("evalkit:allow", "gitleaks:allow");

    private final CompiledRules rules;
    private final Fingerprints fingerprints;
    private final PatternSearch search;
    private final Buffer buffer = new Buffer();

    ContentScan(CompiledRules rules, Fingerprints fingerprints) {
        this.rules = rules;
        this.fingerprints = fingerprints;
        this.search = rules.search();
    }

    /** A match of a rule. */
    private record Hit(Rule rule, Match match, String secret) {
        boolean isGeneric() {
            return rule.id().contains("generic");
        }

        boolean overlaps(Hit that) {
            return match.start() < that.match.end() && that.match.start() < match.end();
        }
    }

    /** Begins a file: its first part is read into the buffer. */
    Buffer begin(InputStream in) throws IOException {
        buffer.begin(in);
        return buffer;
    }

    /** Scans the file that was begun to its end. */
    void scan(String path, InputStream in, FileFindings findings) throws IOException {
        BitSet about = rules.about(path);
        do {
            List<Hit> hits = new ArrayList<>();
            search.search(buffer.bytes, buffer.length, about, (index, match) -> {
                if (buffer.tells(match.start())) {
                    hits.add(hit(rules.contentRule(index), match));
                }
            });
            tell(path, hits, findings);
            findings.read(buffer.length);
        } while (buffer.next(in));
    }

    private static Hit hit(Rule rule, Match match) {
        List<String> groups = match.groups();
        String secret = groups.get(rule.secretGroup());
        if (rule.secretGroup() == 0) {
            secret = groups.stream()
                    .skip(1)
                    .filter(group -> !group.isEmpty())
                    .findFirst()
                    .orElse(secret);
        }
        return new Hit(rule, match, secret.strip());
    }

    private void tell(String path, List<Hit> hits, FileFindings findings) {
        hits.removeIf(hit ->
                Entropy.of(hit.secret()) <= hit.rule().entropy() && hit.rule().entropy() > 0);
        hits.sort(Comparator.comparingInt((Hit hit) -> hit.match().start())
                .thenComparing(hit -> hit.rule().id()));
        for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            if (!(hit.isGeneric() && isToldBetter(hits, i))) {
                tell(path, hit, findings);
            }
        }
    }

    /** Whether a rule that knows the kind of secret found the same. */
    private static boolean isToldBetter(List<Hit> hits, int index) {
        Hit generic = hits.get(index);
        for (int i = index + 1; i < hits.size() && hits.get(i).overlaps(generic); i++) {
            if (!hits.get(i).isGeneric()) {
                return true;
            }
        }
        for (int i = index - 1; i >= 0 && hits.get(i).overlaps(generic); i--) {
            if (!hits.get(i).isGeneric()) {
                return true;
            }
        }
        return false;
    }

    private void tell(String path, Hit hit, FileFindings findings) {
        Rule rule = hit.rule();
        Match match = hit.match();
        String lines = buffer.linesAround(match.start(), match.end());
        if (ALLOWING_COMMENTS.stream().anyMatch(lines::contains)
                || rules.allows(rule, path, hit.secret(), match.groups().get(0), lines)) {
            findings.allow();
            return;
        }
        buffer.moveTo(match.start());
        findings.add(
                new ScanFinding(
                        rule.id(),
                        rule.description(),
                        path,
                        buffer.line(),
                        buffer.column(),
                        Math.max(1, hit.secret().codePointCount(0, hit.secret().length())),
                        fingerprints.of(rule.id(), path, hit.secret())),
                hit.secret());
    }
}
