package dev.evalkit.scan;

import java.util.ArrayList;
import java.util.List;

/**
 * What a scan found.
 *
 * @param findings what is neither allowed nor accepted, by file and line
 * @param accepted what the baseline accepts, by file and line
 * @param skipped what was not looked into, by file
 * @param files how many files were looked into; an archive counts as one
 * @param bytes how many bytes were looked at, those of archives after expansion
 * @param allowed how many findings a comment or an allowlist let pass
 * @param scope which files were listed, in words
 */
public record ScanResult(
        List<ScanFinding> findings,
        List<ScanFinding> accepted,
        List<Skipped> skipped,
        int files,
        long bytes,
        int allowed,
        String scope) {

    public ScanResult {
        findings = List.copyOf(findings);
        accepted = List.copyOf(accepted);
        skipped = List.copyOf(skipped);
    }

    /** The same result by a baseline that accepts more. */
    public ScanResult accepting(ScanBaseline baseline) {
        List<ScanFinding> all = new ArrayList<>(accepted);
        all.addAll(findings);
        return new ScanResult(
                findings.stream().filter(finding -> !baseline.accepts(finding)).toList(),
                all.stream().filter(baseline::accepts).toList(),
                skipped,
                files,
                bytes,
                allowed,
                scope);
    }

    /** Whether nothing was found that is not allowed or accepted. */
    public boolean isClean() {
        return findings.isEmpty();
    }
}
