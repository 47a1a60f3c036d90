package dev.evalkit.evaluate.score;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Score rows as JSON lines, compressed block by block into gzip members, which put one behind the other are a gzip file (RFC 1952, section 2.2).
 * Blocks end where rows do, so that blocks of several chunks can be joined; what is compressed depends on the rows alone.
 */
public final class ScoreLines {
    private static final int BLOCK = 1 << 16;
    private static final int REF_BYTES = 8;

    private final ScoreColumn[] columns;
    private final List<String> sliceNames;
    private final List<byte[]> members = new ArrayList<>();
    private JsonLine line = new JsonLine(BLOCK);

    /** No rows yet. */
    public ScoreLines(List<ScoreColumn> columns, List<String> sliceNames) {
        this.columns = columns.toArray(new ScoreColumn[0]);
        this.sliceNames = sliceNames;
    }

    /** Adds a row; values by column as in {@link ScoreTableBuilder#add}. */
    public void add(RowKey row, double[] numbers, @Nullable String[] texts) {
        line.begin();
        if (row.id() != null) {
            line.text("id", row.id());
        }
        byte[] reference = row.reference();
        if (reference != null) {
            line.hex("ref", reference, REF_BYTES);
        }
        if (row.cluster() != null) {
            line.text("cluster", row.cluster());
        }
        for (int i = 0; i < sliceNames.size(); i++) {
            line.texts(
                    ScoreHeader.SLICE_PREFIX + sliceNames.get(i), row.slices().get(i));
        }
        for (int i = 0; i < columns.length; i++) {
            ScoreColumn column = columns[i];
            if (column.kind() == ScoreColumn.Kind.NUMBER) {
                line.number(column.name(), numbers[i]);
            } else {
                line.text(column.name(), texts[i]);
            }
        }
        line.end();
        if (line.size() >= BLOCK) {
            seal();
        }
    }

    /** Adds the rows of others behind these. */
    public void append(ScoreLines later) {
        seal();
        later.seal();
        members.addAll(later.members);
    }

    /** Writes all members to a stream. */
    void writeTo(OutputStream out) throws IOException {
        seal();
        for (byte[] member : members) {
            out.write(member);
        }
    }

    private void seal() {
        if (line.size() > 0) {
            members.add(compress(line.bytes(), line.size()));
            line = new JsonLine(BLOCK);
        }
    }

    /** A gzip member; its header has no time in it. */
    static byte[] compress(byte[] content, int length) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(length / 4);
        try (GZIPOutputStream gzip = new Fast(bytes)) {
            gzip.write(content, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /** Scores are kept with every run, so that speed counts for more than size. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
