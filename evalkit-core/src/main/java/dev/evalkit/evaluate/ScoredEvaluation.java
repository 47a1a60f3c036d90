package dev.evalkit.evaluate;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.score.Pairing;
import dev.evalkit.evaluate.score.RowKey;
import dev.evalkit.evaluate.score.ScoreLines;
import dev.evalkit.evaluate.score.ScoreRows;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.evaluate.score.ScoreTableBuilder;
import dev.evalkit.evaluate.score.Statistic;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * @param arguments from which {@code --id, --cluster, --slice, --where, --level, --ci, --resamples} are read
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
        if (!frame.passes(sample)) {
            accumulator.filterOut();
            return;
        }
        RowBuffer row = accumulator.buffer();
        row.clear();
        scoring.score(sample, row);
        RowKey kept = frame.read(sample, keep, accumulator.identity());
        Optional<String> leftOut = row.leftOut();
        if (leftOut.isPresent()) {
            accumulator.leaveOut(kept, leftOut.get());
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
        accumulator.closeGroups();
        ScoreTableBuilder rows = accumulator.rows();
        if (rows.size() == 0) {
            throw new EvalkitException("There is no sample to evaluate" + whereTheyWent(accumulator));
        }
        List<String> warnings = new ArrayList<>(idWarnings(accumulator));
        ScoreTable table = rows.build();
        List<Output> outputs = scoring.outputs(table);
        warnings.addAll(scoring.warnings(table));
        List<Measure> measures = new MeasureMaker(table, outputs, options.estimates(settings)).measures(warnings::add);
        SampleCounts counts = new SampleCounts(rows.size(), accumulator.leftOut(), 0, List.of());
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

    /** The hashes of ids that may occur more than once. */
    long[] repeatedIds(ScoreAccumulator accumulator) {
        return frame.isGrouped() ? new long[0] : accumulator.ids().repeated();
    }

    private List<String> idWarnings(ScoreAccumulator accumulator) {
        if (keep == Keep.NUMBERS || scoring.pairing() == Pairing.UNPAIRED) {
            return List.of();
        }
        long samples = accumulator.rows().size()
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
