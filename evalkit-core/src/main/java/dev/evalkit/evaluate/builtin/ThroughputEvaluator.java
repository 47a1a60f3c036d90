package dev.evalkit.evaluate.builtin;

import dev.evalkit.evaluate.Arguments;
import dev.evalkit.evaluate.Evaluator;
import dev.evalkit.evaluate.Output;
import dev.evalkit.evaluate.ScoreRow;
import dev.evalkit.evaluate.ScoredEvaluation;
import dev.evalkit.evaluate.Scoring;
import dev.evalkit.evaluate.score.Mean;
import dev.evalkit.evaluate.score.Pairing;
import dev.evalkit.evaluate.score.ScoreColumn;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.evaluate.score.Throughput;
import dev.evalkit.evaluate.score.Total;
import dev.evalkit.sample.BadSampleException;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code builtin:throughput}: requests per second over the window from the first start to the last end.
 *
 * <ul>
 *   <li>{@code --start COLUMN} (else {@code start}), and {@code --end COLUMN} (else {@code end}) or {@code --duration COLUMN}: times, as numbers or ISO 8601
 *       texts; {@code --unit ms|s|us|ns} (else ms): the unit of numbers.
 *   <li>{@code --success COLUMN --failures count|drop}: whether failed requests count; those that do not still belong to the window. Then also
 *       {@code <id>.errors} and {@code <id>.error_rate}, over all requests.
 *   <li>{@code --slice COLUMN}: for each label also the rate over the label's own window, as JMeter has it.
 *   <li>{@code --cluster COLUMN}: runs; each has a window of its own, and the rate is all requests over all windows.
 * </ul>
 *
 * <p>A missing time is a bad line; so is an end before its start. Requests of two runs do not pair. The interval is that of the runs, or, within one run,
 * by batch means, which does not know how runs differ.
 */
public final class ThroughputEvaluator implements Evaluator {

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public ScoredEvaluation configure(Arguments arguments) {
        Optional<String> end = arguments.text("end");
        Optional<String> duration = arguments.text("duration");
        if (end.isPresent() && duration.isPresent()) {
            throw arguments.conflict("--end and --duration", "give one of them");
        }
        RequestOptions requests = RequestOptions.from(arguments);
        List<Column> columns = new ArrayList<>();
        columns.add(Column.required(arguments.text("start", "start")));
        columns.add(Column.required(duration.or(() -> end).orElse("end")));
        if (requests.success() != null) {
            columns.add(requests.success());
        }
        TimeUnit unit = arguments.choice("unit", TimeUnit.class, TimeUnit.MS);
        return ScoredEvaluation.of(new Spans(List.copyOf(columns), duration.isPresent(), requests, unit), arguments);
    }

    private record Spans(List<Column> columns, boolean hasDuration, RequestOptions requests, TimeUnit unit)
            implements Scoring {
        private static final String START = "start";
        private static final String END = "end";
        private static final String COMPLETED = "completed";
        private static final String FAILED = "failed";

        @Override
        public List<Column> referenceColumns() {
            return List.of();
        }

        @Override
        public Pairing pairing() {
            return Pairing.UNPAIRED;
        }

        @Override
        public List<ScoreColumn> scoreColumns() {
            List<ScoreColumn> scores = new ArrayList<>(List.of(ScoreColumn.number(START), ScoreColumn.number(END)));
            if (requests.knowsFailures()) {
                scores.add(ScoreColumn.number(COMPLETED));
                scores.add(ScoreColumn.number(FAILED));
            }
            return scores;
        }

        @Override
        public void score(Sample sample, ScoreRow row) {
            double start = Times.of(sample, 0, unit.perSecond());
            double end = hasDuration
                    ? start + Reading.requiredNumber(sample, 1, "a duration")
                    : Times.of(sample, 1, unit.perSecond());
            if (end < start) {
                throw new BadSampleException(
                        1, "an end " + Reading.shown(start - end) + " before the start", "an end not before its start");
            }
            row.set(0, start);
            row.set(1, end);
            if (requests.knowsFailures()) {
                boolean failed = requests.failed(sample, 2);
                row.set(2, failed ? 0 : 1);
                row.set(3, failed ? 1 : 0);
            }
        }

        @Override
        public List<Output> outputs(ScoreTable table) {
            Throughput rate = new Throughput(START, END, requests.drops() ? COMPLETED : "", unit.perSecond());
            Output primary = Output.positive("", rate, "1/s", true);
            if (!requests.knowsFailures()) {
                return List.of(primary);
            }
            return List.of(
                    primary.saying("failures", requests.drops() ? "drop" : "count"),
                    Output.positive("errors", new Total(FAILED), "requests", false),
                    Output.ratio("error_rate", new Mean(FAILED), false));
        }
    }
}
