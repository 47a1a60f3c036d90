package dev.evalkit.rating.builtin;

import dev.evalkit.evaluate.Arguments;
import dev.evalkit.evaluate.Evaluation;
import dev.evalkit.evaluate.EvaluationSettings;
import dev.evalkit.evaluate.Evaluator;
import dev.evalkit.rating.Anchor;
import dev.evalkit.rating.BootstrapRatings;
import dev.evalkit.rating.BradleyTerry;
import dev.evalkit.rating.CovarianceMethod;
import dev.evalkit.rating.RatingBootstrap;
import dev.evalkit.rating.RatingFit;
import dev.evalkit.rating.Separation;
import dev.evalkit.rating.TieModel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * {@code builtin:bradley_terry}: ratings by maximum likelihood in the model of Bradley and Terry, from battles in any order.
 *
 * <ul>
 *   <li>The columns: {@code --model-a}, {@code --model-b}, {@code --winner} or {@code --preference}, {@code --weight}, {@code --judge}; battles of one judge are
 *       clusters then.
 *   <li>{@code --model NAME}: only this model's rating; {@code --against NAME} (repeatable): how far it is above others, as {@code <id>.difference}, from the
 *       full covariance. Else all ratings.
 *   <li>{@code --ties half|davidson} (else half). {@code --base}, {@code --points}: the scale.
 *   <li>{@code --anchor NAME}: the model that has the rating {@code --anchor-rating N} (else 1000); without it the mean has.
 *   <li>{@code --covariance sandwich|fisher|arena} (else sandwich), or {@code --bootstrap ROUNDS}: multinomial, by the seed of the run.
 *   <li>{@code --separation refuse|largest_component} (else refuse): where no finite ratings exist. {@code --level}.
 * </ul>
 */
public final class BradleyTerryEvaluator implements Evaluator {
    private static final double RATING = 1000;
    private static final int MOST_ROUNDS = 100_000;

    @Override
    public String name() {
        return "bradley_terry";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Evaluation<?> configure(Arguments arguments) {
        BattleColumns columns = BattleColumns.withJudge(arguments);
        RatingOptions options = RatingOptions.from(arguments);
        List<String> against = arguments.all("against");
        if (!against.isEmpty() && options.model() == null) {
            throw arguments.conflict("--against without --model", "name the model that is compared");
        }
        int rounds = arguments.integer("bootstrap", 2, MOST_ROUNDS, 0);
        if (rounds > 0 && (columns.hasJudge() || arguments.text("covariance").isPresent())) {
            throw arguments.conflict("--bootstrap with --judge or --covariance", "give one of them");
        }
        BradleyTerry method = method(arguments, options);
        OptionalDouble level = arguments.number("level", "a number between 0 and 1", value -> value > 0 && value < 1);
        if (columns.hasJudge()) {
            return BattleEvaluation.ofLog(
                    columns,
                    (log, settings) -> new RatingMeasures(
                                    options, method, method.fitClustered(log), null, level(level, settings))
                            .measures(against));
        }
        return BattleEvaluation.ofCounts(columns, (counts, settings) -> {
            RatingFit fit = method.fit(counts);
            BootstrapRatings drawn = rounds == 0
                    ? null
                    : new RatingBootstrap(rounds, settings.seed(), settings.identity()).resample(fit);
            return new RatingMeasures(options, method, fit, drawn, level(level, settings)).measures(against);
        });
    }

    private static double level(OptionalDouble asked, EvaluationSettings settings) {
        return asked.orElse(settings.level());
    }

    private static BradleyTerry method(Arguments arguments, RatingOptions options) {
        double rating =
                arguments.number("anchor-rating", "a number", value -> true).orElse(RATING);
        Optional<String> anchor = arguments.text("anchor");
        return BradleyTerry.withDefaults()
                .with(arguments.choice("ties", TieModel.class, TieModel.HALF))
                .with(options.scale())
                .with(anchor.isPresent() ? new Anchor.Model(anchor.get(), rating) : new Anchor.Mean(rating))
                .with(arguments.choice("covariance", CovarianceMethod.class, CovarianceMethod.SANDWICH))
                .with(arguments.choice("separation", Separation.class, Separation.REFUSE));
    }
}
