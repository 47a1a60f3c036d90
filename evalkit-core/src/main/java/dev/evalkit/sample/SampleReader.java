package dev.evalkit.sample;

import dev.evalkit.EvalkitException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads sample files: streams them in chunks on several threads, decodes the declared columns only, and validates everything.
 *
 * <p>Formats: {@code .jsonl} and {@code .ndjson} (an object a line), {@code .json} (an array of objects, or an object a line), {@code .csv}
 * (RFC 4180, with a header) and {@code .tsv} (the same with tabs), each also as {@code .gz}. A byte order mark, CRLF and empty lines are
 * welcome. Which of the JSON forms it is, and whether it is packed, is told by what the file begins with.
 *
 * <p>A record that breaks the grammar (of JSON, CSV, UTF-8 or numbers), names a key twice, exceeds the limits, or does not hold what the fold asks for
 * is a bad line. Bad lines are counted, and fail the run unless so many are allowed. The result, and the failure, are the same
 * for any number of threads.
 *
 * <p>Instances are immutable and may be shared.
 */
public final class SampleReader {
    private static final int CHUNK_BYTES = 1 << 20;

    private final int threads;
    private final long maxBadLines;
    private final SampleLimits limits;
    private final int skippedLines;
    private final int chunkBytes;

    private SampleReader(int threads, long maxBadLines, SampleLimits limits, int skippedLines, int chunkBytes) {
        this.threads = threads;
        this.maxBadLines = maxBadLines;
        this.limits = limits;
        this.skippedLines = skippedLines;
        this.chunkBytes = chunkBytes;
    }

    /** A reader that uses all processors, allows no bad lines and skips nothing. */
    public static SampleReader withDefaults() {
        return new SampleReader(Runtime.getRuntime().availableProcessors(), 0, SampleLimits.defaults(), 0, CHUNK_BYTES);
    }

    /**
     * This reader with so many threads, the caller's included.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public SampleReader withThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be 1 or more: " + threads);
        }
        return new SampleReader(threads, maxBadLines, limits, skippedLines, chunkBytes);
    }

    /**
     * This reader, allowing so many bad lines.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public SampleReader withMaxBadLines(long maxBadLines) {
        if (maxBadLines < 0) {
            throw new IllegalArgumentException("maxBadLines must be 0 or more: " + maxBadLines);
        }
        return new SampleReader(threads, maxBadLines, limits, skippedLines, chunkBytes);
    }

    /** This reader with other limits. */
    public SampleReader withLimits(SampleLimits limits) {
        return new SampleReader(threads, maxBadLines, limits, skippedLines, chunkBytes);
    }

    /**
     * This reader, skipping so many lines in front of everything else, as score files have one.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public SampleReader withSkippedLines(int skippedLines) {
        if (skippedLines < 0) {
            throw new IllegalArgumentException("skippedLines must be 0 or more: " + skippedLines);
        }
        return new SampleReader(threads, maxBadLines, limits, skippedLines, chunkBytes);
    }

    /** For tests: this reader with chunks of another size. */
    SampleReader withChunkBytes(int chunkBytes) {
        return new SampleReader(threads, maxBadLines, limits, skippedLines, chunkBytes);
    }

    /**
     * Folds the samples of a file.
     *
     * @param file the file
     * @param columns what the fold reads; {@link Sample} knows them by their index in this list
     * @param fold how samples are gathered
     * @throws EvalkitException if the file cannot be read, a required column occurs in no record, or there are more bad lines than
     *     allowed; it names file, line and column. What the fold throws, {@link BadSampleException} aside, passes through as it is.
     */
    public <A> SampleScan<A> fold(Path file, List<Column> columns, SampleFold<A> fold) {
        try {
            SampleFile looked = SampleFile.look(file, skippedLines, limits);
            return fold(looked, new Columns(columns), fold);
        } catch (IOException e) {
            throw Unreadable.because(file, e);
        }
    }

    private <A> SampleScan<A> fold(SampleFile file, Columns columns, SampleFold<A> fold) throws IOException {
        if (file.format().isSeparated()) {
            requireColumns(file, columns);
        }
        OrderedMerge<A> merge = new OrderedMerge<>(fold, maxBadLines);
        try (ChunkSource source = file.chunks(chunkBytes, limits)) {
            FoldRun<A> run = new FoldRun<>(
                    source,
                    merge,
                    () -> new FoldWorker<>(new RecordCursor(file, columns, source, limits), fold, maxBadLines),
                    threads);
            BitSet occurred = run.run();
            SampleScan<A> scan = merge.scan();
            if (scan.samples() > 0 && columns.missing(occurred).isPresent()) {
                requireColumns(file, columns);
            }
            return scan;
        } catch (TooManyBadLines e) {
            // Where a name is misspelt each record is bad, and the name is what has to be mended.
            requireColumns(file, columns);
            throw e;
        }
    }

    private void requireColumns(SampleFile file, Columns columns) throws IOException {
        ColumnNames names = new ColumnNames(file, columns, chunkBytes, limits);
        Optional<Column> missing = columns.missing(names.occurred());
        if (missing.isPresent()) {
            throw names.missing(missing.get());
        }
    }

    /**
     * Folds samples whose columns stand in a file each, as JSON arrays of the same length ({@code gold.json}, {@code preds.json}).
     *
     * @param columns the files; {@link Sample} knows the columns by their index in this list
     * @param fold how samples are gathered
     * @throws EvalkitException as {@link #fold} does, and if the arrays differ in length
     */
    public <A> SampleScan<A> foldParallelArrays(List<ColumnFile> columns, SampleFold<A> fold) {
        try (ParallelArrays arrays = ParallelArrays.open(columns, chunkBytes, limits)) {
            return arrays.fold(fold, maxBadLines);
        }
    }

    /**
     * The first line of a file, unpacked, as score files have their header there.
     *
     * @throws EvalkitException if the file cannot be read or is empty
     */
    public String firstLine(Path file) {
        try {
            return SampleFile.look(file, 1, limits).skipped().get(0);
        } catch (IOException e) {
            throw Unreadable.because(file, e);
        }
    }
}
