package dev.evalkit.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An evaluator with its arguments, ready to be run over sample files. Immutable. */
public final class SampleEvaluation {
    private final Evaluator evaluator;
    private final Evaluation<?> evaluation;
    private final SampleOptions options;

    private SampleEvaluation(Evaluator evaluator, Evaluation<?> evaluation, SampleOptions options) {
        this.evaluator = evaluator;
        this.evaluation = evaluation;
        this.options = options;
    }

    /**
     * Reads the arguments.
     *
     * @throws dev.evalkit.EvalkitException if an option is unknown or its value makes no sense
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
     * @throws dev.evalkit.EvalkitException if a file cannot be read, more lines are bad than {@code --max-bad-lines} allows, an id
     *     occurs twice, or there is no sample; with file and line
     */
    public Findings run(List<Path> files, EvaluationSettings settings) {
        throw new UnsupportedOperationException("waits for the reader: " + files + evaluation + settings);
    }

    /**
     * Evaluates two parallel arrays: the columns {@code label} and {@code prediction} of samples whose ids are their positions.
     *
     * @param gold a JSON array of labels
     * @param pred a JSON array of predictions, of the same length
     * @throws dev.evalkit.EvalkitException as {@link #run}, or if the lengths differ
     */
    public Findings run(ParallelFiles files, Path gold, Path pred, EvaluationSettings settings) {
        throw new UnsupportedOperationException("waits for the reader: " + files + gold + pred + settings);
    }
}
