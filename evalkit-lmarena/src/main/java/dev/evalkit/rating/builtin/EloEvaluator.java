package dev.evalkit.rating.builtin;

import dev.evalkit.evaluate.Arguments;
import dev.evalkit.evaluate.Evaluation;
import dev.evalkit.evaluate.Evaluator;
import dev.evalkit.evaluate.Measure;
import dev.evalkit.rating.BattleLog;
import dev.evalkit.rating.Elo;
import dev.evalkit.result.Meta;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code builtin:elo}: online Elo, battle by battle in the order of the files. For battles whose order means something; else {@code builtin:bradley_terry}.
 *
 * <ul>
 *   <li>The columns: {@code --model-a}, {@code --model-b}, {@code --winner} or {@code --preference}.
 *   <li>{@code --model NAME}: only this model's rating; else all ratings.
 *   <li>{@code --k N} (else 4), {@code --initial N} (else 1000), {@code --base}, {@code --points}: the scale.
 * </ul>
 *
 * <p>There is no interval: how far a rating is off depends on the order as much as on chance.
 */
public final class EloEvaluator implements Evaluator {

    @Override
    public String name() {
        return "elo";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Evaluation<?> configure(Arguments arguments) {
        BattleColumns columns = BattleColumns.from(arguments);
        RatingOptions options = RatingOptions.from(arguments);
        Elo usual = Elo.withDefaults();
        Elo elo = usual.withK(arguments
                        .number("k", "a number above 0", value -> value > 0)
                        .orElse(usual.k()))
                .withInitial(
                        arguments.number("initial", "a number", value -> true).orElse(usual.initial()))
                .with(options.scale());
        return BattleEvaluation.ofLog(columns, (log, settings) -> measures(options, elo, log));
    }

    private static List<Measure> measures(RatingOptions options, Elo elo, BattleLog log) {
        Map<String, Double> ratings = elo.rate(log);
        String wanted = options.wanted(ratings.keySet());
        Map<String, Long> battles = new HashMap<>();
        log.battles().forEach(battle -> {
            battles.merge(battle.first(), 1L, Long::sum);
            battles.merge(battle.second(), 1L, Long::sum);
        });
        List<Measure> measures = new ArrayList<>();
        ratings.entrySet().stream()
                .filter(rated -> wanted == null || rated.getKey().equals(wanted))
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(rated -> {
                    Map<String, @Nullable Object> meta = options.meta(rated.getKey());
                    meta.put(
                            Meta.METHOD,
                            "elo; K " + RatingOptions.number(elo.k()) + "; initial "
                                    + RatingOptions.number(elo.initial()) + "; " + options.shownScale()
                                    + "; in the order of the files");
                    measures.add(new Measure(
                            "",
                            Collections.emptySortedMap(),
                            rated.getValue(),
                            null,
                            battles.getOrDefault(rated.getKey(), 0L),
                            Meta.of(meta)));
                });
        return measures;
    }
}
