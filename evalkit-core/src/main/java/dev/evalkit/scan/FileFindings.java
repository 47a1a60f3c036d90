package dev.evalkit.scan;

import java.util.ArrayList;
import java.util.List;

/** What is found in one file, and in what lies within it where it is an archive. */
final class FileFindings {
    private static final String REDACTED = "[redacted]";

    private final List<ScanFinding> findings = new ArrayList<>(0);
    private final List<Skipped> skipped = new ArrayList<>(0);
    private final List<String> secrets = new ArrayList<>(0);
    private long bytes;
    private int allowed;
    private boolean opened;

    /** A file whose name is the finding. */
    void add(ScanFinding finding) {
        findings.add(finding);
    }

    /** A finding in a content; the secret is kept only where the file's name would show it. */
    void add(ScanFinding finding, String secret) {
        add(finding);
        if (!secret.isEmpty() && finding.file().contains(secret) && !secrets.contains(secret)) {
            secrets.add(secret);
        }
    }

    void skip(String file, String reason) {
        skipped.add(new Skipped(file, reason));
    }

    void allow() {
        allowed++;
    }

    void read(int count) {
        opened = true;
        bytes += count;
    }

    boolean isOpened() {
        return opened;
    }

    long bytes() {
        return bytes;
    }

    int allowed() {
        return allowed;
    }

    /** The findings; a secret that is in a file's name too is taken out of it. */
    List<ScanFinding> findings() {
        if (secrets.isEmpty()) {
            return findings;
        }
        return findings.stream()
                .map(each -> new ScanFinding(
                        each.rule(),
                        each.description(),
                        redacted(each.file()),
                        each.line(),
                        each.column(),
                        each.length(),
                        each.fingerprint()))
                .toList();
    }

    List<Skipped> skipped() {
        if (secrets.isEmpty()) {
            return skipped;
        }
        return skipped.stream()
                .map(each -> new Skipped(redacted(each.file()), each.reason()))
                .toList();
    }

    private String redacted(String file) {
        String shown = file;
        for (String secret : secrets) {
            shown = shown.replace(secret, REDACTED);
        }
        return shown;
    }
}
