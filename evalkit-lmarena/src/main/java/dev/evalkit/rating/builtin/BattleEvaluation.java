package dev.evalkit.rating.builtin;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.Evaluation;
import dev.evalkit.evaluate.EvaluationSettings;
import dev.evalkit.evaluate.Findings;
import dev.evalkit.evaluate.Measure;
import dev.evalkit.evaluate.SampleCounts;
import dev.evalkit.rating.Battle;
import dev.evalkit.rating.BattleLog;
import dev.evalkit.rating.Dropped;
import dev.evalkit.rating.PairAccumulator;
import dev.evalkit.rating.PairCounts;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Gathers battles and hands them on. What is dropped is counted by reason.
 *
 * @param <A> what they are gathered in
 */
final class BattleEvaluation<A> implements Evaluation<A> {
    private final BattleColumns columns;
    private final Supplier<A> create;
    private final BiConsumer<A, Battle> add;
    private final Consumer<A> dropUnknown;
    private final BiConsumer<A, A> merge;
    private final BiFunction<A, EvaluationSettings, Findings> finish;

    private BattleEvaluation(
            BattleColumns columns,
            Supplier<A> create,
            BiConsumer<A, Battle> add,
            Consumer<A> dropUnknown,
            BiConsumer<A, A> merge,
            BiFunction<A, EvaluationSettings, Findings> finish) {
        this.columns = columns;
        this.create = create;
        this.add = add;
        this.dropUnknown = dropUnknown;
        this.merge = merge;
        this.finish = finish;
    }

    /** Over sums per pair. */
    static BattleEvaluation<PairAccumulator> ofCounts(
            BattleColumns columns, BiFunction<PairCounts, EvaluationSettings, List<Measure>> measure) {
        return new BattleEvaluation<>(
                columns,
                PairAccumulator::new,
                PairAccumulator::add,
                PairAccumulator::dropUnknownLabel,
                PairAccumulator::merge,
                (sums, settings) -> {
                    PairCounts counts = sums.finish();
                    return findings(counts.battles(), counts.dropped(), () -> measure.apply(counts, settings));
                });
    }

    /** Over the battles in their order, with their judges. */
    static BattleEvaluation<BattleLog> ofLog(
            BattleColumns columns, BiFunction<BattleLog, EvaluationSettings, List<Measure>> measure) {
        return new BattleEvaluation<>(
                columns,
                BattleLog::new,
                BattleLog::add,
                BattleLog::dropUnknownLabel,
                BattleLog::merge,
                (log, settings) -> findings(log.battles().size(), log.dropped(), () -> measure.apply(log, settings)));
    }

    private static Findings findings(long battles, Dropped dropped, Supplier<List<Measure>> measures) {
        Map<String, Long> leftOut = new LinkedHashMap<>();
        leftOut.put("battle of a model with itself", dropped.selfBattles());
        leftOut.put("label that names no outcome", dropped.unknownLabels());
        leftOut.put("battle without a model's name", dropped.unnamedModels());
        leftOut.values().removeIf(count -> count == 0);
        if (battles == 0) {
            throw new EvalkitException("There is no battle to evaluate: " + leftOut
                    + "; name the columns with --model-a, --model-b and --winner");
        }
        return new Findings(measures.get(), new SampleCounts(battles, leftOut, 0, List.of()), List.of(), null, null);
    }

    @Override
    public List<Column> columns() {
        return columns.columns();
    }

    @Override
    public A create() {
        return create.get();
    }

    @Override
    public void add(A accumulator, Sample sample) {
        Optional<Battle> battle = columns.battle(sample);
        if (battle.isPresent()) {
            add.accept(accumulator, battle.get());
        } else {
            dropUnknown.accept(accumulator);
        }
    }

    @Override
    public A merge(A earlier, A later) {
        merge.accept(earlier, later);
        return earlier;
    }

    @Override
    public Findings finish(A accumulator, EvaluationSettings settings) {
        return finish.apply(accumulator, settings);
    }
}
