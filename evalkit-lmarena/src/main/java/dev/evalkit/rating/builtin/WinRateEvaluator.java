package dev.evalkit.rating.builtin;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.Arguments;
import dev.evalkit.evaluate.Evaluation;
import dev.evalkit.evaluate.Evaluator;
import dev.evalkit.evaluate.Measure;
import dev.evalkit.evaluate.ScoredEvaluation;
import dev.evalkit.rating.PairCounts;
import dev.evalkit.rating.TieRule;
import dev.evalkit.rating.WinRate;
import dev.evalkit.rating.WinRateEstimate;
import dev.evalkit.result.Interval;
import dev.evalkit.result.Meta;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * {@code builtin:win_rate}: how often a model's answer is preferred.
 *
 * <ul>
 *   <li>{@code --model NAME}: the model; must be given.
 *   <li>{@code --opponent NAME}: only battles with this one; else {@code --over battles|opponents} (else battles): over all battles alike, or the rates against
 *       each opponent averaged.
 *   <li>The columns: {@code --model-a}, {@code --model-b}, {@code --winner} or {@code --preference}, {@code --weight}.
 *   <li>{@code --ties half|left_out} (else half).
 * </ul>
 *
 * <p>Every battle of the model is a sample: it is kept and paired by id, and may have clusters and slices. The interval is Wilson's where there are only
 * wins and losses, else Student's t. With {@code --weight} battles are added up instead: no pairs, no clusters, no slices.
 */
public final class WinRateEvaluator implements Evaluator {

    /** What a rate is taken over. */
    enum Over {
        BATTLES,
        OPPONENTS
    }

    /**
     * Which rate.
     *
     * @param model whose
     * @param opponent against whom, or null for all
     * @param over what it is taken over
     * @param ties what becomes of ties
     */
    record Rate(String model, @Nullable String opponent, Over over, TieRule ties) {

        /** What rates have to share to be comparable. */
        String regime() {
            return "win_rate; ties " + ties.name().toLowerCase(Locale.ROOT) + "; "
                    + (opponent != null
                            ? "against one opponent"
                            : over == Over.BATTLES ? "over all battles" : "averaged over opponents");
        }

        WinRateEstimate of(PairCounts counts, double level) {
            WinRate rate = WinRate.withDefaults().with(ties).withLevel(level);
            if (opponent != null) {
                return rate.against(counts, model, opponent);
            }
            return over == Over.BATTLES ? rate.againstAll(counts, model) : rate.averagedOverOpponents(counts, model);
        }
    }

    @Override
    public String name() {
        return "win_rate";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Evaluation<?> configure(Arguments arguments) {
        BattleColumns columns = BattleColumns.from(arguments);
        String model = arguments
                .text("model")
                .orElseThrow(
                        () -> new EvalkitException(
                                "builtin:win_rate: --model is missing; name the model whose rate is wanted, e.g. --model {model}"));
        String opponent = arguments.text("opponent").orElse(null);
        boolean isOver = arguments.text("over").isPresent();
        if (opponent != null && isOver) {
            throw arguments.conflict("--opponent with --over", "give either");
        }
        Rate rate = new Rate(
                model,
                opponent,
                arguments.choice("over", Over.class, Over.BATTLES),
                arguments.choice("ties", TieRule.class, TieRule.HALF));
        if (!columns.hasWeight()) {
            return ScoredEvaluation.of(new WinScoring(columns, rate), arguments);
        }
        OptionalDouble level = arguments.number("level", "a number between 0 and 1", value -> value > 0 && value < 1);
        return BattleEvaluation.ofCounts(
                columns, (counts, settings) -> List.of(measure(rate, rate.of(counts, level.orElse(settings.level())))));
    }

    private static Measure measure(Rate rate, WinRateEstimate found) {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put(Meta.UNIT, "ratio");
        meta.put(Meta.HIGHER_IS_BETTER, true);
        if (found.standardError() != null) {
            meta.put(Meta.STD_ERROR, found.standardError());
        }
        meta.put(Meta.CI_LEVEL, found.interval().level());
        meta.put(Meta.CI_METHOD, found.interval().method());
        meta.put(Meta.METHOD, rate.regime());
        meta.put("opponents", (long) found.opponents());
        RatingOptions.warn(meta, found.interval().warnings());
        return new Measure(
                "",
                Collections.emptySortedMap(),
                found.value(),
                Interval.of(found.interval().low(), found.interval().high()),
                found.battles(),
                Meta.of(meta));
    }
}
