package dev.evalkit.evaluate;

import dev.evalkit.sample.BadSampleException;
import dev.evalkit.sample.Sample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sample under other column numbers; used again for every sample, by one thread. */
final class MappedSample implements Sample {
    /** Instead of a column: there is none. */
    static final int ABSENT = -1;

    /** Instead of a column: the position of the record, from 0. */
    static final int POSITION = -2;

    private final int[] columns;
    private @Nullable Sample sample;

    MappedSample(int[] columns) {
        this.columns = columns.clone();
    }

    MappedSample over(Sample underlying) {
        sample = underlying;
        return this;
    }

    @Override
    public boolean isMissing(int column) {
        int at = columns[column];
        return at == ABSENT || (at != POSITION && underlying().isMissing(at));
    }

    @Override
    public String text(int column) {
        return columns[column] == POSITION
                ? Long.toString(line() - 1)
                : underlying().text(present(column));
    }

    @Override
    public double number(int column) {
        return columns[column] == POSITION ? line() - 1.0 : underlying().number(present(column));
    }

    @Override
    public boolean flag(int column) {
        return underlying().flag(present(column));
    }

    @Override
    public List<String> texts(int column) {
        return isMissing(column)
                ? List.of()
                : columns[column] == POSITION
                        ? List.of(text(column))
                        : underlying().texts(columns[column]);
    }

    @Override
    public long line() {
        return underlying().line();
    }

    private int present(int column) {
        if (columns[column] < 0) {
            throw new BadSampleException("no such column", "one");
        }
        return columns[column];
    }

    private Sample underlying() {
        if (sample == null) {
            throw new IllegalStateException("There is no sample under this one");
        }
        return sample;
    }
}
