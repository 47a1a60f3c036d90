package dev.evalkit.scan;

import dev.evalkit.EvalkitException;
import dev.evalkit.io.SafePaths;
import dev.evalkit.scan.BoundedInput.SpentException;
import dev.evalkit.scan.rule.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Looks for sensitive data in a folder.
 *
 * <p>Immutable. The result depends on the files, the rules and the settings alone, not on threads.
 */
public final class Scanner {
    /** The names of the rule file in a repository's root, the first that is there. */
    public static final List<String> RULE_FILES = List.of(".gitleaks.toml", "gitleaks.toml");

    private final CompiledRules rules;
    private final ScanSettings settings;

    private Scanner(CompiledRules rules, ScanSettings settings) {
        this.rules = rules;
        this.settings = settings;
    }

    /** A scanner with the given rules and default settings. */
    public static Scanner of(RuleSet rules) {
        return new Scanner(new CompiledRules(rules), ScanSettings.withDefaults());
    }

    /** A scanner with the rule file of a repository, else with the rules that evalkit brings. */
    public static Scanner forRepository(Path root) {
        return of(ruleFile(root)
                .map(file -> RuleSet.read(file, file.getFileName().toString()))
                .orElseGet(RuleSet::bundled));
    }

    /** The rule file of a repository. */
    static Optional<Path> ruleFile(Path root) {
        return RULE_FILES.stream()
                .filter(name -> Files.exists(root.resolve(name)))
                .findFirst()
                .map(name -> SafePaths.resolve(root, name));
    }

    /** What in the file of the rules has no effect, in words. */
    public List<String> notes() {
        return rules.notes();
    }

    /** With other settings. */
    public Scanner with(ScanSettings other) {
        return new Scanner(rules, other);
    }

    /**
     * Scans what git tracks or would add in a folder; all files where git does not know it.
     *
     * @throws EvalkitException if there is no such folder, or its baseline is malformed
     */
    public ScanResult scan(Path root) {
        return scan(root, ScanBaseline.of(root));
    }

    /** Scans a folder like {@link #scan(Path)}, with a baseline that its caller has read. */
    public ScanResult scan(Path root, ScanBaseline baseline) {
        if (!Files.isDirectory(root)) {
            throw new EvalkitException(root + ": found no folder to scan there");
        }
        return scan(FileList.of(root), baseline);
    }

    /**
     * Refuses to go on where files that are about to be published hold something sensitive that is neither allowed nor accepted.
     *
     * @param root the repository
     * @param files files and folders in it, tracked or not
     * @throws EvalkitException that tells the findings, redacted
     */
    public void requireClean(Path root, List<Path> files) {
        requireClean(scan(FileList.of(root, files), ScanBaseline.of(root)).findings());
    }

    /**
     * Refuses to go on where a text that is about to be published holds something sensitive that is not allowed.
     *
     * @param name what the text is, for the message
     * @throws EvalkitException that tells the findings, redacted
     */
    public void requireClean(String name, String text) {
        requireClean(findings(name, text));
    }

    /** Whether a text holds nothing sensitive but what is allowed. */
    public boolean isClean(String name, String text) {
        return findings(name, text).isEmpty();
    }

    private List<ScanFinding> findings(String name, String text) {
        FileFindings findings = new FileFindings();
        try {
            new FileScan(rules, new Fingerprints(name), settings)
                    .scan(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), findings);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
        return findings.findings();
    }

    private static void requireClean(List<ScanFinding> findings) {
        if (!findings.isEmpty()) {
            throw new EvalkitException("Not published, for it would show sensitive data:"
                    + findings.stream()
                            .map(finding -> System.lineSeparator() + "  " + finding)
                            .collect(Collectors.joining())
                    + System.lineSeparator() + "Take it out, or allow it: see the goal scan");
        }
    }

    ScanResult scan(FileList list, ScanBaseline baseline) {
        List<FileList.Entry> files = list.files();
        int affordable = affordable(files);
        FileFindings[] found = new FileFindings[files.size()];
        AtomicInteger next = new AtomicInteger();
        int workers = Math.max(1, Math.min(settings.threads(), files.size()));
        IntStream.range(0, workers).parallel().forEach(worker -> {
            FileScan scan = new FileScan(rules, new Fingerprints(baseline.salt()), settings);
            for (int i = next.getAndIncrement(); i < found.length; i = next.getAndIncrement()) {
                found[i] = scan(scan, files.get(i), i < affordable);
            }
        });
        return result(list.scope(), found, baseline);
    }

    /** How many of the files, in their order, are within the budget. */
    private int affordable(List<FileList.Entry> files) {
        long spent = 0;
        for (int i = 0; i < files.size(); i++) {
            spent += files.get(i).obstacle() == null ? files.get(i).size() : 0;
            if (spent > settings.budget()) {
                return i;
            }
        }
        return files.size();
    }

    private FileFindings scan(FileScan scan, FileList.Entry file, boolean affordable) {
        FileFindings findings = new FileFindings();
        if (file.obstacle() != null) {
            findings.skip(file.name(), file.obstacle());
        } else if (!affordable) {
            findings.skip(file.name(), "beyond the budget of " + settings.budget() + " bytes in all");
        } else {
            read(scan, file, findings);
        }
        return findings;
    }

    private static void read(FileScan scan, FileList.Entry file, FileFindings findings) {
        try (InputStream in = Files.newInputStream(file.path())) {
            scan.scan(file.name(), in, findings);
        } catch (SpentException e) {
            findings.skip(file.name(), String.valueOf(e.getMessage()));
        } catch (AccessDeniedException e) {
            findings.skip(file.name(), "cannot be read: permission denied");
        } catch (IOException e) {
            findings.skip(file.name(), "cannot be read: " + e.getMessage());
        }
    }

    private static ScanResult result(String scope, FileFindings[] found, ScanBaseline baseline) {
        List<ScanFinding> findings = new ArrayList<>();
        List<ScanFinding> accepted = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        int files = 0;
        int allowed = 0;
        long bytes = 0;
        for (FileFindings each : found) {
            each.findings().forEach(finding -> (baseline.accepts(finding) ? accepted : findings).add(finding));
            skipped.addAll(each.skipped());
            files += each.isOpened() ? 1 : 0;
            allowed += each.allowed();
            bytes += each.bytes();
        }
        return new ScanResult(findings, accepted, skipped, files, bytes, allowed, scope);
    }
}
