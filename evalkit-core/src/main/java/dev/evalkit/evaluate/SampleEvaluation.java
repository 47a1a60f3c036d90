package dev.evalkit.evaluate;

import dev.evalkit.EvalkitException;
import dev.evalkit.sample.BadLine;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.ColumnFile;
import dev.evalkit.sample.SampleReader;
import dev.evalkit.sample.SampleScan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An evaluator with its arguments, ready to be run over sample files. Immutable. */
public final class SampleEvaluation {
    private static final String LABEL = "label";
    private static final String PREDICTION = "prediction";
    private static final int MOST_EXAMPLES = 10;

    private final Evaluator evaluator;
    private final Evaluation<?> evaluation;
    private final SampleOptions options;

    private SampleEvaluation(Evaluator evaluator, Evaluation<?> evaluation, SampleOptions options) {
        this.evaluator = evaluator;
        this.evaluation = evaluation;
        this.options = options;
    }

    /**
     * Reads the arguments: those of the evaluator, and {@code --gold FILE --pred FILE}, {@code --max-bad-lines N}.
     *
     * @throws EvalkitException if an option is unknown or its value makes no sense
     */
    public static SampleEvaluation of(Evaluator evaluator, List<String> argv) {
        Arguments arguments = new Arguments(evaluator.name(), argv);
        SampleOptions options = SampleOptions.from(arguments);
        Evaluation<?> evaluation = evaluator.configure(arguments);
        arguments.refuseUnknown();
        return new SampleEvaluation(evaluator, evaluation, options);
    }

    /** The evaluator. */
    public Evaluator evaluator() {
        return evaluator;
    }

    /** The two parallel arrays that {@code --gold} and {@code --pred} name, if they do; the paths are as they stand there. */
    public Optional<ParallelFiles> parallelFiles() {
        return options.parallel();
    }

    /**
     * Evaluates the samples of files, one file after the other.
     *
     * @throws EvalkitException if a file cannot be read, more lines are bad than {@code --max-bad-lines} allows, an id occurs twice, or
     *     there is no sample; with file and line
     */
    public Findings run(List<Path> files, EvaluationSettings settings) {
        return run(files, settings, Keep.of(settings));
    }

    Findings run(List<Path> files, EvaluationSettings settings, Keep keep) {
        if (files.isEmpty()) {
            throw new EvalkitException(
                    "builtin:" + evaluator.name() + " needs a file with samples; name it in the inputs");
        }
        return evaluation instanceof DocumentEvaluation documents
                ? documents.read(files, settings)
                : run(prepared(keep), files, settings);
    }

    /**
     * Evaluates two parallel arrays: the columns {@code label} and {@code prediction} of samples whose ids are their positions, from 0.
     *
     * @param gold a JSON array of labels
     * @param pred a JSON array of predictions, of the same length
     * @throws EvalkitException as {@link #run}, or if the lengths differ, or the evaluator needs other columns
     */
    public Findings runParallel(Path gold, Path pred, EvaluationSettings settings) {
        return runParallel(prepared(Keep.of(settings)), gold, pred, settings);
    }

    /** The evaluation, keeping so much beside the numbers. */
    Evaluation<?> prepared(Keep keep) {
        return evaluation instanceof ScoredEvaluation scored ? scored.keeping(keep) : evaluation;
    }

    private <A> Findings run(Evaluation<A> prepared, List<Path> files, EvaluationSettings settings) {
        A all = prepared.create();
        long bad = 0;
        List<String> examples = new ArrayList<>();
        for (Path file : files) {
            SampleScan<A> scan = reader(settings, bad).fold(file, prepared.columns(), prepared);
            all = prepared.merge(all, scan.value());
            bad += scan.badLines();
            addExamples(examples, scan.firstBad());
        }
        if (prepared instanceof ScoredEvaluation scored && all instanceof ScoreAccumulator accumulator) {
            refuseRepeatedIds(scored, accumulator, files, settings);
        }
        return withBad(prepared.finish(all, settings), bad, examples);
    }

    private <A> Findings runParallel(Evaluation<A> prepared, Path gold, Path pred, EvaluationSettings settings) {
        int[] columns = new int[prepared.columns().size()];
        for (int i = 0; i < columns.length; i++) {
            Column column = prepared.columns().get(i);
            columns[i] = switch (column.name()) {
                case LABEL -> 0;
                case PREDICTION -> 1;
                default -> MappedSample.ABSENT;
            };
            if (columns[i] == MappedSample.ABSENT && column.required()) {
                throw new EvalkitException("builtin:" + evaluator.name() + " reads the column '" + column.name()
                        + "', but --gold and --pred give the columns label and prediction alone");
            }
        }
        if (prepared instanceof ScoredEvaluation scored) {
            columns[scored.idIndex()] = MappedSample.POSITION;
        }
        SampleScan<MappedFold.Slot<A>> scan = reader(settings, 0)
                .foldParallelArrays(
                        List.of(new ColumnFile(LABEL, gold), new ColumnFile(PREDICTION, pred)),
                        new MappedFold<>(prepared, columns));
        List<String> examples = new ArrayList<>();
        addExamples(examples, scan.firstBad());
        return withBad(prepared.finish(scan.value().accumulator(), settings), scan.badLines(), examples);
    }

    private SampleReader reader(EvaluationSettings settings, long bad) {
        return SampleReader.withDefaults().withThreads(settings.threads()).withMaxBadLines(options.maxBadLines() - bad);
    }

    private static void refuseRepeatedIds(
            ScoredEvaluation scored, ScoreAccumulator accumulator, List<Path> files, EvaluationSettings settings) {
        long[] hashes = scored.repeatedIds(accumulator);
        if (hashes.length == 0) {
            return;
        }
        SampleReader reader =
                SampleReader.withDefaults().withThreads(settings.threads()).withMaxBadLines(Long.MAX_VALUE);
        RepeatedIds.Seen seen = new RepeatedIds.Seen();
        for (Path file : files) {
            RepeatedIds fold = new RepeatedIds(scored, hashes, file.toString());
            seen = fold.merge(seen, reader.fold(file, scored.columns(), fold).value());
        }
        seen.check();
    }

    private static void addExamples(List<String> examples, List<BadLine> lines) {
        for (BadLine line : lines) {
            if (examples.size() < MOST_EXAMPLES) {
                examples.add(line.toString());
            }
        }
    }

    private static Findings withBad(Findings findings, long bad, List<String> examples) {
        SampleCounts counts = findings.samples();
        return new Findings(
                findings.measures(),
                new SampleCounts(counts.used(), counts.leftOut(), bad, examples),
                findings.warnings(),
                findings.datasetSha256(),
                findings.scores());
    }
}
