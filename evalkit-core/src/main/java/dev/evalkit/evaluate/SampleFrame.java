package dev.evalkit.evaluate;

import dev.evalkit.evaluate.score.Pairing;
import dev.evalkit.evaluate.score.RowKey;
import dev.evalkit.sample.BadSampleException;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the framework itself reads from a sample: id, cluster, slices, conditions, group, and the digest of the question. */
final class SampleFrame {
    private static final int NONE = -1;

    private final List<Column> columns;
    private final boolean pairs;
    private final int[] references;
    private final int id;
    private final int cluster;
    private final int group;
    private final int firstSlice;
    private final int slices;
    private final int firstWhere;
    private final List<CommonOptions.Where> where;

    SampleFrame(Scoring scoring, CommonOptions options) {
        List<Column> all = new ArrayList<>(scoring.columns());
        pairs = scoring.pairing() == Pairing.PAIRED;
        List<Integer> questions = new ArrayList<>();
        scoring.referenceColumns()
                .forEach(column -> questions.add(scoring.columns().indexOf(column)));
        options.references().forEach(column -> questions.add(add(all, Column.required(column))));
        references = questions.stream().mapToInt(Integer::intValue).toArray();
        String idColumn = options.idColumn();
        id = add(all, idColumn == null ? Column.optional("id") : Column.required(idColumn));
        String clusterColumn = options.clusterColumn();
        cluster = clusterColumn == null ? NONE : add(all, Column.required(clusterColumn));
        Optional<String> groupBy = scoring.groupBy();
        group = groupBy.isEmpty() ? NONE : add(all, Column.required(groupBy.get()));
        firstSlice = all.size();
        slices = options.slices().size();
        options.slices().forEach(slice -> all.add(Column.required(slice)));
        firstWhere = all.size();
        where = options.where();
        where.forEach(condition -> all.add(Column.required(condition.column())));
        columns = List.copyOf(all);
    }

    /** The columns of the scoring, then those of the frame. */
    List<Column> columns() {
        return columns;
    }

    /** Where the id stands among the columns. */
    int idIndex() {
        return id;
    }

    boolean isGrouped() {
        return group != NONE;
    }

    /** Whether the sample fulfils all conditions. */
    boolean passes(Sample sample) {
        for (int i = 0; i < where.size(); i++) {
            if (!sample.texts(firstWhere + i).contains(where.get(i).value())) {
                return false;
            }
        }
        return true;
    }

    /** The group of a sample. */
    String group(Sample sample) {
        return required(sample, group, "the group of the sample");
    }

    /** What is kept of a sample; id and reference only where a digest is wanted. */
    RowKey read(Sample sample, Keep keep, SampleIdentity identity) {
        if (keep == Keep.NUMBERS && cluster == NONE && slices == 0) {
            return RowKey.NONE;
        }
        String clusterValue = cluster == NONE ? null : required(sample, cluster, "a cluster");
        List<List<String>> tags = slices == 0 ? List.of() : tags(sample);
        if (keep == Keep.NUMBERS) {
            return new RowKey(null, null, clusterValue, tags);
        }
        return new RowKey(id(sample), reference(sample, identity), clusterValue, tags);
    }

    /** The id of a sample, or null. */
    @Nullable
    String id(Sample sample) {
        return sample.isMissing(id) ? null : sample.text(id);
    }

    /** The digest of the reference columns; null where there are none and samples do not pair either, so that nothing is known. */
    private byte @Nullable [] reference(Sample sample, SampleIdentity identity) {
        if (references.length == 0 && !pairs) {
            return null;
        }
        List<List<String>> values = new ArrayList<>(references.length);
        for (int reference : references) {
            values.add(sample.texts(reference));
        }
        return identity.ofReference(values);
    }

    private List<List<String>> tags(Sample sample) {
        List<List<String>> tags = new ArrayList<>(slices);
        for (int i = 0; i < slices; i++) {
            tags.add(sample.texts(firstSlice + i));
        }
        return tags;
    }

    private String required(Sample sample, int column, String what) {
        if (sample.isMissing(column)) {
            throw new BadSampleException(column, "nothing", what);
        }
        return sample.text(column);
    }

    private static int add(List<Column> all, Column column) {
        all.add(column);
        return all.size() - 1;
    }
}
