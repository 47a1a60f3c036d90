package dev.evalkit.evaluate.score;

import dev.evalkit.sample.BadSampleException;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import dev.evalkit.sample.SampleFold;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a score file into a table. */
final class ScoreRowFold implements SampleFold<ScoreRowFold.Rows> {
    private static final int ID = 0;
    private static final int REF = 1;
    private static final int CLUSTER = 2;
    private static final int FIRST_SLICE = 3;

    private final ScoreHeader header;

    ScoreRowFold(ScoreHeader header) {
        this.header = header;
    }

    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.optional("id"));
        columns.add(Column.optional("ref"));
        columns.add(Column.optional("cluster"));
        header.slices().forEach(slice -> columns.add(Column.optional(ScoreHeader.SLICE_PREFIX + slice)));
        header.columns().forEach(column -> columns.add(Column.optional(column.name())));
        return columns;
    }

    /** Rows of a part of the file. */
    static final class Rows {
        private final ScoreTableBuilder builder;
        private final List<String> ids = new ArrayList<>();
        private final List<String> refs = new ArrayList<>();
        private final double[] numbers;
        private final @Nullable String[] texts;

        Rows(ScoreHeader header) {
            builder = new ScoreTableBuilder(header.columns(), header.slices(), header.clustered());
            numbers = new double[header.columns().size()];
            texts = new String[header.columns().size()];
        }

        ScoreTable table() {
            return ids.size() == builder.size() ? builder.build(ids, refs) : builder.build();
        }
    }

    @Override
    public Rows create() {
        return new Rows(header);
    }

    @Override
    public void add(Rows rows, Sample row) {
        int firstScore = FIRST_SLICE + header.slices().size();
        for (int i = 0; i < header.columns().size(); i++) {
            int at = firstScore + i;
            boolean isMissing = row.isMissing(at);
            if (header.columns().get(i).kind() == ScoreColumn.Kind.NUMBER) {
                rows.numbers[i] = isMissing ? Double.NaN : row.number(at);
            } else {
                rows.texts[i] = isMissing ? null : row.text(at);
            }
        }
        List<List<String>> slices = new ArrayList<>(header.slices().size());
        for (int i = 0; i < header.slices().size(); i++) {
            slices.add(row.texts(FIRST_SLICE + i));
        }
        String cluster = row.isMissing(CLUSTER) ? null : row.text(CLUSTER);
        if (header.clustered() && cluster == null) {
            throw new BadSampleException(CLUSTER, "nothing", "a cluster");
        }
        String id = row.isMissing(ID) ? null : row.text(ID);
        String ref = row.isMissing(REF) ? "" : row.text(REF);
        rows.builder.add(new RowKey(id, null, cluster, slices), rows.numbers, rows.texts);
        if (id != null) {
            rows.ids.add(id);
            rows.refs.add(ref);
        }
    }

    @Override
    public Rows merge(Rows earlier, Rows later) {
        earlier.builder.append(later.builder);
        earlier.ids.addAll(later.ids);
        earlier.refs.addAll(later.refs);
        return earlier;
    }
}
