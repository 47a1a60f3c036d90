package dev.evalkit.evaluate;

import dev.evalkit.EvalkitException;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import dev.evalkit.sample.SampleFold;
import dev.evalkit.sample.SampleReader;
import dev.evalkit.sample.SampleScan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Several evaluations over the same files in one scan, each of which finds what it finds alone. That is so while every line is good for all of
 * them and no id occurs twice; else each reads the files by itself, since what is bad, and how much of that is allowed, is for each to say.
 */
public final class FusedEvaluation {
    private final List<SampleEvaluation> evaluations;
    private final @Nullable Keep keep;

    private FusedEvaluation(List<SampleEvaluation> evaluations, @Nullable Keep keep) {
        this.evaluations = List.copyOf(evaluations);
        this.keep = keep;
    }

    /** These evaluations, in this order. */
    public static FusedEvaluation of(List<SampleEvaluation> evaluations) {
        return new FusedEvaluation(evaluations, null);
    }

    /** The same, keeping this beside the numbers, whatever the settings say of scores. */
    public FusedEvaluation keeping(Keep newKeep) {
        return new FusedEvaluation(evaluations, newKeep);
    }

    /**
     * Evaluates the samples of files, one file after the other.
     *
     * @param settings those of each evaluation, in their order; the threads of the scan are those of the first
     * @return the findings of each evaluation, in their order
     * @throws EvalkitException as {@link SampleEvaluation#run}, for the first evaluation that fails
     */
    public List<Findings> run(List<Path> files, List<EvaluationSettings> settings) {
        if (settings.size() != evaluations.size()) {
            throw new IllegalArgumentException(
                    evaluations.size() + " evaluations need as many settings: " + settings.size());
        }
        List<Slot<?>> slots = files.isEmpty() || evaluations.isEmpty() ? List.of() : scan(files, settings);
        List<Findings> findings = new ArrayList<>();
        for (int i = 0; i < evaluations.size(); i++) {
            findings.add(
                    slots.isEmpty() || slots.get(i).mayRepeatIds()
                            ? evaluations.get(i).run(files, settings.get(i), keep(settings.get(i)))
                            : slots.get(i).finish(settings.get(i)));
        }
        return List.copyOf(findings);
    }

    /** What each evaluation gathered, or nothing where a line is bad for one of them. */
    private List<Slot<?>> scan(List<Path> files, List<EvaluationSettings> settings) {
        List<Evaluation<?>> prepared = new ArrayList<>();
        for (int i = 0; i < evaluations.size(); i++) {
            prepared.add(evaluations.get(i).prepared(keep(settings.get(i))));
        }
        Together together = new Together(prepared);
        SampleReader reader = SampleReader.withDefaults()
                .withThreads(settings.get(0).threads())
                .withMaxBadLines(Long.MAX_VALUE);
        List<Slot<?>> all = together.create();
        for (Path file : files) {
            SampleScan<List<Slot<?>>> scan = reader.fold(file, together.columns, together);
            if (scan.badLines() > 0) {
                return List.of();
            }
            all = together.merge(all, scan.value());
        }
        return all;
    }

    private Keep keep(EvaluationSettings settings) {
        return keep == null ? Keep.of(settings) : keep;
    }

    private static final class Together implements SampleFold<List<Slot<?>>> {
        private final List<Column> columns;
        private final List<Part<?>> parts = new ArrayList<>();

        Together(List<Evaluation<?>> evaluations) {
            Map<String, Column> byName = new LinkedHashMap<>();
            for (Evaluation<?> evaluation : evaluations) {
                for (Column column : evaluation.columns()) {
                    byName.merge(column.name(), column, (a, b) -> a.required() ? a : b);
                }
            }
            columns = List.copyOf(byName.values());
            List<String> names = List.copyOf(byName.keySet());
            evaluations.forEach(evaluation -> parts.add(new Part<>(evaluation, names)));
        }

        @Override
        public List<Slot<?>> create() {
            List<Slot<?>> slots = new ArrayList<>();
            Slot<?> next = null;
            for (int i = parts.size() - 1; i >= 0; i--) {
                next = parts.get(i).slot(next);
                slots.add(0, next);
            }
            return slots;
        }

        @Override
        public void add(List<Slot<?>> slots, Sample sample) {
            slots.get(0).add(sample);
        }

        @Override
        public List<Slot<?>> merge(List<Slot<?>> earlier, List<Slot<?>> later) {
            for (int i = 0; i < earlier.size(); i++) {
                earlier.get(i).append(later.get(i));
            }
            return earlier;
        }
    }

    /** One of the evaluations, with where its columns stand. */
    private static final class Part<A> {
        private final Evaluation<A> evaluation;
        private final int[] columns;
        private final boolean isInPlace;

        Part(Evaluation<A> evaluation, List<String> names) {
            this.evaluation = evaluation;
            this.columns = evaluation.columns().stream()
                    .mapToInt(column -> names.indexOf(column.name()))
                    .toArray();
            this.isInPlace = IntStream.range(0, columns.length).allMatch(i -> columns[i] == i);
        }

        Slot<A> slot(@Nullable Slot<?> next) {
            return new Slot<>(evaluation, isInPlace ? null : new MappedSample(columns), next);
        }
    }

    /** What one evaluation has gathered. */
    private static final class Slot<A> {
        private final Evaluation<A> evaluation;
        private final @Nullable MappedSample view;
        private final @Nullable Slot<?> next;
        private A accumulator;

        Slot(Evaluation<A> evaluation, @Nullable MappedSample view, @Nullable Slot<?> next) {
            this.evaluation = evaluation;
            this.view = view;
            this.next = next;
            this.accumulator = evaluation.create();
        }

        /** Adds to this one and to those behind it: a loop of two or three rounds for each sample would be compiled for itself. */
        void add(Sample sample) {
            evaluation.add(accumulator, view == null ? sample : view.over(sample));
            if (next != null) {
                next.add(sample);
            }
        }

        @SuppressWarnings("unchecked") // slots at the same position belong to the same evaluation
        void append(Slot<?> later) {
            accumulator = evaluation.merge(accumulator, (A) later.accumulator);
        }

        boolean mayRepeatIds() {
            return evaluation instanceof ScoredEvaluation scored
                    && accumulator instanceof ScoreAccumulator scores
                    && scored.repeatedIds(scores).length > 0;
        }

        Findings finish(EvaluationSettings settings) {
            return evaluation.finish(accumulator, settings);
        }
    }
}
