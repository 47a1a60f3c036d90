package dev.evalkit.sample;

import dev.evalkit.EvalkitException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Arrays of equal length, read side by side on one thread. */
final class ParallelArrays implements AutoCloseable {
    private final List<ArrayColumn> columns = new ArrayList<>();

    private ParallelArrays() {}

    static ParallelArrays open(List<ColumnFile> files, int chunkBytes, SampleLimits limits) {
        List<String> names = files.stream().map(ColumnFile::column).toList();
        ParallelArrays arrays = new ParallelArrays();
        try (ParallelArrays opening = new ParallelArrays()) {
            for (int i = 0; i < names.size(); i++) {
                opening.columns.add(ArrayColumn.open(files.get(i).file(), Columns.whole(names, i), chunkBytes, limits));
            }
            // From here on it is the caller who closes them.
            arrays.columns.addAll(opening.columns);
            opening.columns.clear();
        }
        return arrays;
    }

    <A> SampleScan<A> fold(SampleFold<A> fold, long maxBadLines) {
        Sample sample = new JoinedSample(
                columns.stream().map(column -> column.cursor().sample()).toList());
        Partial<A> partial = new Partial<>(fold.create());
        while (next()) {
            Optional<BadLine> bad = refusal().or(() -> add(fold, partial.value(), sample));
            if (bad.isEmpty()) {
                partial.countSample();
            } else if (partial.countBad()) {
                partial.keepBad(bad.get());
            }
        }
        OrderedMerge<A> merge = new OrderedMerge<>(fold, maxBadLines);
        merge.add(0, partial);
        return merge.scan();
    }

    private boolean next() {
        int more = 0;
        for (ArrayColumn column : columns) {
            more += column.next() ? 1 : 0;
        }
        if (more > 0 && more < columns.size()) {
            throw unequal();
        }
        return more > 0;
    }

    private EvalkitException unequal() {
        String lengths = columns.stream()
                .map(column -> column.file() + " has " + column.count())
                .collect(Collectors.joining(", "));
        return new EvalkitException("found arrays of different lengths (" + lengths
                + " elements), expected one element for each sample in each of them");
    }

    private Optional<BadLine> refusal() {
        return columns.stream()
                .map(ArrayColumn::cursor)
                .filter(RecordCursor::isRefused)
                .map(RecordCursor::refusal)
                .findFirst();
    }

    private <A> Optional<BadLine> add(SampleFold<A> fold, A accumulator, Sample sample) {
        try {
            fold.add(accumulator, sample);
            return Optional.empty();
        } catch (BadSampleException e) {
            return Optional.of(columns.get(Math.max(0, e.column())).cursor().refusal(e));
        }
    }

    @Override
    public void close() {
        columns.forEach(ArrayColumn::close);
    }
}
