package dev.evalkit.evaluate;

import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import dev.evalkit.sample.SampleFold;
import dev.evalkit.sample.SampleReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Several evaluations over the same file in one scan. A sample that is bad for one of them ends the run: none can go on without the others. Repeated
 * ids are not looked for; {@link SampleEvaluation} does that.
 */
public final class FusedEvaluation {
    private final List<Part<?>> parts = new ArrayList<>();
    private final List<Column> columns;

    private FusedEvaluation(List<? extends Evaluation<?>> evaluations) {
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

    /** These evaluations, in this order. */
    public static FusedEvaluation of(List<? extends Evaluation<?>> evaluations) {
        return new FusedEvaluation(evaluations);
    }

    /**
     * Evaluates a file.
     *
     * @param settings those of each evaluation, in their order; the threads are those of the first
     * @return the findings of each evaluation, in their order
     * @throws dev.evalkit.EvalkitException if the file cannot be read, a sample is bad, or nothing can be said
     */
    public List<Findings> run(Path file, List<EvaluationSettings> settings) {
        if (settings.size() != parts.size()) {
            throw new IllegalArgumentException(parts.size() + " evaluations need as many settings: " + settings.size());
        }
        List<Slot<?>> slots = SampleReader.withDefaults()
                .withThreads(settings.get(0).threads())
                .fold(file, columns, new Together())
                .value();
        List<Findings> findings = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            findings.add(slots.get(i).finish(settings.get(i)));
        }
        return List.copyOf(findings);
    }

    private final class Together implements SampleFold<List<Slot<?>>> {
        @Override
        public List<Slot<?>> create() {
            List<Slot<?>> slots = new ArrayList<>();
            parts.forEach(part -> slots.add(part.slot()));
            return slots;
        }

        @Override
        public void add(List<Slot<?>> slots, Sample sample) {
            for (int i = 0; i < slots.size(); i++) {
                slots.get(i).add(sample);
            }
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

        Slot<A> slot() {
            return new Slot<>(evaluation, isInPlace ? null : new MappedSample(columns));
        }
    }

    /** What one evaluation has gathered. */
    private static final class Slot<A> {
        private final Evaluation<A> evaluation;
        private final @Nullable MappedSample view;
        private A accumulator;

        Slot(Evaluation<A> evaluation, @Nullable MappedSample view) {
            this.evaluation = evaluation;
            this.view = view;
            this.accumulator = evaluation.create();
        }

        void add(Sample sample) {
            evaluation.add(accumulator, view == null ? sample : view.over(sample));
        }

        @SuppressWarnings("unchecked") // slots at the same position belong to the same evaluation
        void append(Slot<?> later) {
            accumulator = evaluation.merge(accumulator, (A) later.accumulator);
        }

        Findings finish(EvaluationSettings settings) {
            return evaluation.finish(accumulator, settings);
        }
    }
}
