package dev.evalkit.evaluate;

import dev.evalkit.evaluate.score.Pairing;
import dev.evalkit.evaluate.score.ScoreColumn;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import java.util.List;
import java.util.Optional;

/**
 * What an evaluator makes of one sample, and what it asks of all of them. Immutable; called from many threads.
 *
 * <p>Ids, clusters, slices, digests, intervals and the score file are the framework's business.
 */
public interface Scoring {

    /** The raw columns that {@link #score} reads, by position. */
    List<Column> columns();

    /** Those of them that belong to the question and not to the answer; what changes in them makes another data set. */
    List<Column> referenceColumns();

    /** The columns of a score row; their names are none of {@code id}, {@code ref}, {@code cluster}. */
    List<ScoreColumn> scoreColumns();

    /**
     * Scores a sample.
     *
     * @throws dev.evalkit.sample.BadSampleException if it cannot be scored
     */
    void score(Sample sample, ScoreRow row);

    /** What is computed; the primary output (empty name) first. The table tells which values there are, e.g. which classes. */
    List<Output> outputs(ScoreTable table);

    /** Whether rows of two runs pair by id. */
    default Pairing pairing() {
        return Pairing.PAIRED;
    }

    /**
     * A raw column whose value groups samples: the score rows of one group are summed into one row, whose id is the group. Then all
     * score columns are numbers.
     */
    default Optional<String> groupBy() {
        return Optional.empty();
    }

    /** What a reader should know of these rows, in full sentences. */
    default List<String> warnings(ScoreTable table) {
        return List.of();
    }
}
