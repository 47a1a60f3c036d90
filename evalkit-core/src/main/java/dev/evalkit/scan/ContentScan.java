package dev.evalkit.scan;

import dev.evalkit.scan.pattern.PatternSearch;
import dev.evalkit.scan.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

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

    /** A hit that nothing lets pass, and where it is. */
    private record Told(Hit hit, int line, int column) {
        /** Whether a rule that knows the kind of secret found the same in the same line. */
        boolean isToldBetter(Told that) {
            return line == that.line
                    && !that.hit.isGeneric()
                    && that.hit.secret().contains(hit.secret());
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
                    Rule rule = rules.contentRule(index);
                    hits.add(Hit.of(rule, Objects.requireNonNull(rule.regex()), match));
                }
            });
            tell(path, hits, findings);
            findings.read(buffer.length);
        } while (buffer.next(in));
    }

    private void tell(String path, List<Hit> hits, FileFindings findings) {
        hits.removeIf(Hit::isDull);
        hits.sort(Comparator.comparingInt((Hit hit) -> hit.match().start())
                .thenComparing(hit -> hit.rule().id()));
        List<Told> all = new ArrayList<>();
        for (Hit hit : hits) {
            if (passes(path, hit)) {
                findings.allow();
            } else {
                buffer.moveTo(hit.match().start());
                all.add(new Told(hit, buffer.line(), buffer.column()));
            }
        }
        for (Told told : all) {
            if (!(told.hit().isGeneric() && all.stream().anyMatch(told::isToldBetter))) {
                findings.add(finding(path, told), told.hit().secret());
            }
        }
    }

    private boolean passes(String path, Hit hit) {
        String lines = buffer.linesAround(hit.match().start(), hit.match().end());
        return ALLOWING_COMMENTS.stream().anyMatch(lines::contains)
                || rules.allows(hit.rule(), path, hit.secret(), hit.text(), lines);
    }

    private ScanFinding finding(String path, Told told) {
        Rule rule = told.hit().rule();
        String secret = told.hit().secret();
        return new ScanFinding(
                rule.id(),
                rule.description(),
                path,
                told.line(),
                told.column(),
                Math.max(1, secret.codePointCount(0, secret.length())),
                fingerprints.of(rule.id(), path, secret));
    }
}
