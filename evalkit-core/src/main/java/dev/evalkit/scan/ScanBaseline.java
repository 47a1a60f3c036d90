package dev.evalkit.scan;

import dev.evalkit.EvalkitException;
import dev.evalkit.io.DurableFile;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonObject;
import dev.evalkit.json.JsonWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings that a repository accepts, each with a reason. The file holds keyed hashes, never a secret.
 *
 * @param salt the repository's key for its hashes, 64 hexadecimal digits
 * @param entries what is accepted
 */
public record ScanBaseline(String salt, List<Entry> entries) {
    /** The name of the file in the repository's root. */
    public static final String FILE = ".evalkit-scan.json";

    private static final int SALT_BYTES = 32;

    public ScanBaseline {
        entries = List.copyOf(entries);
    }

    /**
     * An accepted finding.
     *
     * @param rule the id of its rule
     * @param file its file
     * @param fingerprint its keyed hash
     * @param reason why it is accepted
     */
    public record Entry(String rule, String file, String fingerprint, String reason) {}

    /**
     * The baseline of a repository; one without entries, and with a new salt, where it has none.
     *
     * @throws EvalkitException if the file is not one
     */
    public static ScanBaseline of(Path root) {
        Path file = root.resolve(FILE);
        if (!Files.exists(file)) {
            byte[] salt = new byte[SALT_BYTES];
            new SecureRandom().nextBytes(salt);
            return new ScanBaseline(HexFormat.of().formatHex(salt), List.of());
        }
        JsonObject document = JsonDocument.readInside(root, FILE).object();
        String salt = document.string("salt");
        if (salt.length() < SALT_BYTES) {
            throw new EvalkitException(
                    document.location("salt"),
                    "found a salt of " + salt.length() + " characters, expected at least " + SALT_BYTES);
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonObject each : document.objects("accepted")) {
            String reason = each.string("reason");
            if (reason.isBlank()) {
                throw new EvalkitException(each.location("reason"), "found an accepted finding without a reason");
            }
            entries.add(new Entry(each.string("rule"), each.string("file"), each.string("fingerprint"), reason));
        }
        return new ScanBaseline(salt, entries);
    }

    /** Whether a finding is accepted. */
    public boolean accepts(ScanFinding finding) {
        return entries.stream().anyMatch(entry -> entry.fingerprint().equals(finding.fingerprint()));
    }

    /**
     * With further findings.
     *
     * @throws EvalkitException if the reason is blank
     */
    public ScanBaseline accepting(List<ScanFinding> findings, String reason) {
        if (reason.isBlank()) {
            throw new EvalkitException(
                    "A finding is accepted with a reason: say why it is no secret, or no longer one");
        }
        Map<String, Entry> all = new LinkedHashMap<>();
        entries.forEach(entry -> all.put(entry.fingerprint(), entry));
        findings.forEach(finding -> all.putIfAbsent(
                finding.fingerprint(), new Entry(finding.rule(), finding.file(), finding.fingerprint(), reason)));
        return new ScanBaseline(
                salt,
                all.values().stream()
                        .sorted(Comparator.comparing(Entry::file)
                                .thenComparing(Entry::rule)
                                .thenComparing(Entry::fingerprint))
                        .toList());
    }

    /** Writes it into a repository. */
    public void write(Path root) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("salt", salt);
        document.put("accepted", entries.stream().map(ScanBaseline::members).toList());
        DurableFile.write(root.resolve(FILE), JsonWriter.toJson(document));
    }

    private static Map<String, Object> members(Entry entry) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("rule", entry.rule());
        members.put("file", entry.file());
        members.put("fingerprint", entry.fingerprint());
        members.put("reason", entry.reason());
        return members;
    }
}
