package dev.evalkit.validate.baseline;

import dev.evalkit.EvalkitException;
import dev.evalkit.io.DurableFile;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonObject;
import dev.evalkit.json.JsonWriter;
import dev.evalkit.json.SchemaVersion;
import dev.evalkit.validate.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The findings that a repository accepts. An entry accepts one finding; two that are alike need two entries.
 *
 * @param entries what is accepted
 */
public record FindingBaseline(List<Entry> entries) {
    /** The name of the file in the repository's root. */
    public static final String FILE = ".evalkit-validate.json";

    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::file).thenComparing(Entry::rule).thenComparing(Entry::hash);

    private static final Deque<Entry> NONE = new ArrayDeque<>();
    private static final long VERSION = 1;

    public FindingBaseline {
        entries = List.copyOf(entries);
    }

    /**
     * An accepted finding.
     *
     * @param rule the id of its rule
     * @param file its file
     * @param hash its {@link FindingHash}
     * @param finding its message, for whoever reads the file
     * @param reason why it is accepted
     */
    public record Entry(String rule, String file, String hash, String finding, String reason) {
        @Override
        public String toString() {
            return file + ": " + finding + " (" + rule + ")";
        }
    }

    /**
     * An accepted finding as it was found.
     *
     * @param finding the finding
     * @param reason why it is accepted
     */
    public record Accepted(Finding finding, String reason) {}

    /**
     * What is found, sorted by what is accepted.
     *
     * @param open what is not accepted, in order
     * @param accepted what is, in order
     * @param stale entries that nothing was found for
     */
    public record Sorted(List<Finding> open, List<Accepted> accepted, List<Entry> stale) {
        public Sorted {
            open = List.copyOf(open);
            accepted = List.copyOf(accepted);
            stale = List.copyOf(stale);
        }
    }

    /**
     * The baseline of a repository; one without entries where it has none.
     *
     * @throws EvalkitException if the file is not one
     */
    public static FindingBaseline of(Path root) {
        Path file = root.resolve(FILE);
        if (!Files.exists(file)) {
            return new FindingBaseline(List.of());
        }
        JsonObject document = JsonDocument.read(file, FILE).object();
        SchemaVersion.requireAtMost(VERSION, document);
        List<Entry> entries = new ArrayList<>();
        for (JsonObject each : document.objects("accepted")) {
            String reason = each.string("reason");
            if (reason.isBlank()) {
                throw new EvalkitException(each.location("reason"), "found an accepted finding without a reason");
            }
            entries.add(new Entry(
                    each.string("rule"),
                    each.string("file"),
                    each.string("hash"),
                    each.optionalString("finding").orElse(""),
                    reason));
        }
        return new FindingBaseline(entries);
    }

    /** Sorts findings. */
    public Sorted sort(List<Finding> findings) {
        Map<String, Deque<Entry>> left = new LinkedHashMap<>();
        entries.forEach(entry ->
                left.computeIfAbsent(entry.hash(), hash -> new ArrayDeque<>()).add(entry));
        List<Finding> open = new ArrayList<>();
        List<Accepted> accepted = new ArrayList<>();
        for (Finding finding : findings) {
            Deque<Entry> alike = left.getOrDefault(hash(finding), NONE);
            if (alike.isEmpty()) {
                open.add(finding);
            } else {
                accepted.add(new Accepted(finding, alike.remove().reason()));
            }
        }
        List<Entry> stale = left.values().stream().flatMap(Deque::stream).toList();
        return new Sorted(open, accepted, stale);
    }

    /**
     * The baseline that also accepts what is open, and no longer what is stale.
     *
     * @param shown how messages are written down
     * @throws EvalkitException if the reason is blank
     */
    public FindingBaseline accepting(Sorted sorted, String reason, UnaryOperator<String> shown) {
        if (reason.isBlank()) {
            throw new EvalkitException("A finding is accepted with a reason: say why it may stay as it is");
        }
        List<Entry> all = new ArrayList<>(entries);
        sorted.stale().forEach(all::remove);
        sorted.open()
                .forEach(finding -> all.add(new Entry(
                        finding.rule(),
                        finding.location().file(),
                        hash(finding),
                        shown.apply(finding.message()),
                        shown.apply(reason))));
        return new FindingBaseline(all.stream().sorted(ORDER).toList());
    }

    private static String hash(Finding finding) {
        return FindingHash.of(finding.rule(), finding.location().file(), finding.pointer(), finding.message());
    }

    /** Writes it into a repository. */
    public void write(Path root) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(SchemaVersion.KEY, VERSION);
        document.put("accepted", entries.stream().map(FindingBaseline::members).toList());
        DurableFile.write(root.resolve(FILE), JsonWriter.toJson(document));
    }

    private static Map<String, Object> members(Entry entry) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("rule", entry.rule());
        members.put("file", entry.file());
        members.put("hash", entry.hash());
        members.put("finding", entry.finding());
        members.put("reason", entry.reason());
        return members;
    }
}
