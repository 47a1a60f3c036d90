package dev.evalkit.evaluate;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.score.RowKey;
import dev.evalkit.evaluate.score.ScoreColumn;
import dev.evalkit.evaluate.score.ScoreLines;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.evaluate.score.ScoreTableBuilder;
import dev.evalkit.sample.BadSampleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a scored evaluation has gathered from some samples. */
final class ScoreAccumulator {
    private final RowBuffer buffer;
    private final SampleIdentity identity = new SampleIdentity();
    private final boolean pairs;
    private final ScoreTableBuilder rows;
    private final @Nullable ScoreLines lines;
    private final MultisetDigest digest = new MultisetDigest();
    private final IdHashes ids = new IdHashes();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Long> leftOut = new TreeMap<>();
    private long digested;
    private long filtered;

    ScoreAccumulator(
            List<ScoreColumn> columns, List<String> slices, boolean clustered, boolean pairs, boolean keepLines) {
        this.buffer = new RowBuffer(columns);
        this.pairs = pairs;
        this.rows = new ScoreTableBuilder(columns, slices, clustered);
        this.lines = keepLines ? new ScoreLines(columns, slices) : null;
    }

    /** The rows of one group, added up. */
    private static final class Group {
        private final RowKey first;
        private final double[] sums;

        Group(RowKey first, double[] sums) {
            this.first = first;
            this.sums = sums;
        }
    }

    RowBuffer buffer() {
        return buffer;
    }

    SampleIdentity identity() {
        return identity;
    }

    @Nullable
    ScoreLines lines() {
        return lines;
    }

    MultisetDigest digest() {
        return digest;
    }

    IdHashes ids() {
        return ids;
    }

    Map<String, Long> leftOut() {
        return leftOut;
    }

    /** How many samples were digested: those whose question is known. */
    long digested() {
        return digested;
    }

    /** How many samples the conditions kept out. */
    long filtered() {
        return filtered;
    }

    void filterOut() {
        filtered++;
    }

    /** A sample that is in no number, but is a question all the same. */
    void leaveOut(RowKey row, String reason) {
        leftOut.merge(reason, 1L, Long::sum);
        identify(row);
    }

    /** Takes the row in the buffer. */
    void keep(RowKey row) {
        keep(row, buffer.numbers(), buffer.texts());
    }

    private void keep(RowKey row, double[] numbers, @Nullable String[] texts) {
        rows.add(row, numbers, texts);
        if (lines != null) {
            lines.add(row, numbers, texts);
        }
        identify(row);
    }

    /** Adds the row in the buffer to its group. */
    void keepIn(String name, RowKey row) {
        Group group = groups.get(name);
        if (group == null) {
            RowKey named = new RowKey(name, row.reference(), row.cluster(), row.slices());
            groups.put(name, new Group(named, buffer.numbers().clone()));
            return;
        }
        if (!sameParts(group.first, row)) {
            throw new BadSampleException(
                    "cluster or slices other than before in the group '" + name + "'",
                    "the same for all samples of a group");
        }
        addTo(group.sums, buffer.numbers());
    }

    void append(ScoreAccumulator later) {
        rows.append(later.rows);
        if (lines != null && later.lines != null) {
            lines.append(later.lines);
        }
        digest.add(later.digest);
        ids.append(later.ids);
        later.leftOut.forEach((reason, count) -> leftOut.merge(reason, count, Long::sum));
        later.groups.forEach(this::addGroup);
        digested += later.digested;
        filtered += later.filtered;
    }

    /** The table of all rows; a row for each group, in the order of their first samples, where samples are grouped. */
    ScoreTable table() {
        if (groups.isEmpty()) {
            return rows.build();
        }
        @Nullable String[] noTexts = new String[buffer.texts().length];
        groups.values().forEach(group -> keep(group.first, group.sums, noTexts));
        List<String> names = List.copyOf(groups.keySet());
        groups.clear();
        return rows.build(names);
    }

    private void addGroup(String name, Group later) {
        Group group = groups.putIfAbsent(name, later);
        if (group == null) {
            return;
        }
        if (!sameParts(group.first, later.first)) {
            throw new EvalkitException("The samples of the group '" + name
                    + "' are in different clusters or slices; give all of them the same");
        }
        addTo(group.sums, later.sums);
    }

    private void identify(RowKey row) {
        byte[] reference = row.reference();
        if (reference != null) {
            digest.add(identity.ofSample(pairs ? row.id() : null, reference));
            digested++;
        }
        if (row.id() != null && pairs) {
            ids.add(row.id());
        }
    }

    private static boolean sameParts(RowKey a, RowKey b) {
        return Objects.equals(a.cluster(), b.cluster()) && a.slices().equals(b.slices());
    }

    private static void addTo(double[] sums, double[] values) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }
}
