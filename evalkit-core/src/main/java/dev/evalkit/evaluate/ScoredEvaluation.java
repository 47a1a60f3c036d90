package dev.evalkit.evaluate;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.score.Pairing;
import dev.evalkit.evaluate.score.RowKey;
import dev.evalkit.evaluate.score.ScoreLines;
import dev.evalkit.evaluate.score.ScoreRows;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.evaluate.score.Statistic;
import dev.evalkit.sample.BadSampleException;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation that scores each sample and computes statistics over the scores: what nearly every evaluator returns. Ids, clusters, slices,
 * conditions, intervals, digests and kept scores are the same for all of them.
 *
 * <p>In memory it keeps the score columns (a few bytes a sample) but neither ids nor texts.
 */
public final class ScoredEvaluation implements Evaluation<ScoreAccumulator> {
    private final Scoring scoring;
    private final CommonOptions options;
    private final SampleFrame frame;
    private final Keep keep;

    private ScoredEvaluation(Scoring scoring, CommonOptions options, Keep keep) {
        this.scoring = scoring;
        this.options = options;
        this.frame = new SampleFrame(scoring, options);
        this.keep = keep;
    }

    /**
     * A scoring under the options that every scored evaluation has.
     *
     * @param arguments from which {@code --id, --cluster, --slice, --reference, --where, --level, --ci, --resamples} are read
     * @throws EvalkitException if one of them makes no sense
     */
    public static ScoredEvaluation of(Scoring scoring, Arguments arguments) {
        return new ScoredEvaluation(scoring, CommonOptions.from(arguments), Keep.SCORES);
    }

    /** The same, keeping more or less beside the numbers; {@link Keep#SCORES} unless asked otherwise. */
    public ScoredEvaluation keeping(Keep newKeep) {
        return new ScoredEvaluation(scoring, options, newKeep);
    }

    @Override
    public List<Column> columns() {
        return frame.columns();
    }

    @Override
    public ScoreAccumulator create() {
        return new ScoreAccumulator(
                scoring.scoreColumns(),
                options.slices(),
                options.clusterColumn() != null,
                scoring.pairing() == Pairing.PAIRED,
                keep == Keep.SCORES);
    }

    @Override
    public void add(ScoreAccumulator accumulator, Sample sample) {
        try {
            take(accumulator, sample);
        } catch (BadSampleException e) {
            throw e.naming(columns());
        }
    }

    private void take(ScoreAccumulator accumulator, Sample sample) {
        if (!frame.passes(sample)) {
            accumulator.filterOut();
            return;
        }
        RowBuffer row = accumulator.buffer();
        row.clear();
        scoring.score(sample, row);
        RowKey kept = frame.read(sample, keep, accumulator.identity());
        String leftOut = row.leftOut();
        if (leftOut != null) {
            accumulator.leaveOut(kept, leftOut);
        } else if (frame.isGrouped()) {
            accumulator.keepIn(frame.group(sample), kept);
        } else {
            accumulator.keep(kept);
        }
    }

    @Override
    public ScoreAccumulator merge(ScoreAccumulator earlier, ScoreAccumulator later) {
        earlier.append(later);
        return earlier;
    }

    @Override
    public Findings finish(ScoreAccumulator accumulator, EvaluationSettings settings) {
        ScoreTable table = accumulator.table();
        if (table.size() == 0) {
            throw new EvalkitException("There is no sample to evaluate" + whereTheyWent(accumulator));
        }
        List<String> warnings = new ArrayList<>(idWarnings(accumulator, table.size()));
        List<Output> outputs = scoring.outputs(table);
        warnings.addAll(scoring.warnings(table));
        List<Measure> measures = new MeasureMaker(table, outputs, options.estimates(settings)).measures(warnings::add);
        SampleCounts counts = new SampleCounts(table.size(), accumulator.leftOut(), 0, List.of());
        boolean isDigested = keep != Keep.NUMBERS && accumulator.digested() > 0;
        ScoreLines lines = accumulator.lines();
        return new Findings(
                measures,
                counts,
                warnings,
                isDigested ? accumulator.digest().toHex() : null,
                lines == null ? null : new ScoreRows(lines, table, scoring.pairing(), statistics(outputs)));
    }

    /** Where the id stands among the columns. */
    int idIndex() {
        return frame.idIndex();
    }

    /** The id of a sample that is evaluated; null where it has none or does not fulfil the conditions. */
    @Nullable
    String id(Sample sample) {
        return frame.passes(sample) ? frame.id(sample) : null;
    }

    /** The hashes of ids that may occur more than once. */
    long[] repeatedIds(ScoreAccumulator accumulator) {
        return frame.isGrouped() || keep == Keep.NUMBERS
                ? new long[0]
                : accumulator.ids().repeated();
    }

    private List<String> idWarnings(ScoreAccumulator accumulator, int rows) {
        if (keep == Keep.NUMBERS || scoring.pairing() == Pairing.UNPAIRED) {
            return List.of();
        }
        long samples = rows
                + accumulator.leftOut().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
        long ids = accumulator.ids().size();
        if (ids == samples) {
            return List.of();
        }
        if (ids == 0) {
            return List.of("Samples have no id, so that later diffs will be unpaired; name the column with --id");
        }
        throw new EvalkitException(ids + " of " + samples + " samples have an id; give all of them one, or none");
    }

    private static String whereTheyWent(ScoreAccumulator accumulator) {
        List<String> ways = new ArrayList<>();
        if (accumulator.filtered() > 0) {
            ways.add(accumulator.filtered() + " do not fulfil --where");
        }
        accumulator.leftOut().forEach((reason, count) -> ways.add(count + " " + reason));
        return ways.isEmpty() ? "" : ": " + String.join(", ", ways);
    }

    private static Map<String, Statistic> statistics(List<Output> outputs) {
        Map<String, Statistic> statistics = new LinkedHashMap<>();
        for (Output output : outputs) {
            if (output.slice().isEmpty()) {
                statistics.put(output.name(), output.statistic());
            }
        }
        return statistics;
    }
}
