package dev.evalkit.rating.builtin;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.evaluate.Measure;
import dev.evalkit.rating.Anchor;
import dev.evalkit.rating.BootstrapRatings;
import dev.evalkit.rating.BradleyTerry;
import dev.evalkit.rating.RatingFit;
import dev.evalkit.rating.Standing;
import dev.evalkit.result.Interval;
import dev.evalkit.result.Meta;
import dev.evalkit.stats.ConfidenceInterval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Ratings as measures, with what a reader has to know of the fit. */
final class RatingMeasures {
    private final RatingOptions options;
    private final BradleyTerry method;
    private final RatingFit fit;
    private final @Nullable BootstrapRatings drawn;
    private final double level;

    RatingMeasures(
            RatingOptions options, BradleyTerry method, RatingFit fit, @Nullable BootstrapRatings drawn, double level) {
        this.options = options;
        this.method = method;
        this.fit = fit;
        this.drawn = drawn;
        this.level = level;
    }

    /**
     * The rating that is wanted and its differences from others, or all ratings, the highest first.
     *
     * @throws EvalkitException if a model has no rating
     */
    List<Measure> measures(List<String> against) {
        String wanted = options.wanted(fit.models());
        List<Measure> measures = new ArrayList<>();
        for (Standing standing : fit.standings(level)) {
            if (wanted == null || standing.model().equals(wanted)) {
                measures.add(rating(standing));
            }
        }
        if (wanted != null) {
            against.forEach(other -> measures.add(difference(wanted, other)));
        }
        return measures;
    }

    private Measure rating(Standing standing) {
        ConfidenceInterval interval = drawn == null ? standing.interval() : drawn.interval(standing.model(), level);
        Map<String, @Nullable Object> meta = options.meta(standing.model());
        meta.put(Meta.STD_ERROR, drawn == null ? standing.standardError() : drawn.standardError(standing.model()));
        describe(meta, interval);
        meta.put("rank", (long) standing.rank());
        meta.put("rank_upper_bound", (long) standing.rankUpperBound());
        meta.put("rank_interval", List.of((long) standing.rankInterval().best(), (long)
                standing.rankInterval().worst()));
        return new Measure(
                "",
                Collections.emptySortedMap(),
                standing.rating(),
                Interval.of(interval.low(), interval.high()),
                standing.battles(),
                Meta.of(meta));
    }

    private Measure difference(String model, String other) {
        if (!fit.models().contains(other)) {
            throw new EvalkitException(
                    "--against names " + Shown.quoted(other) + ", of which no battle counts; name a rated model");
        }
        ConfidenceInterval interval =
                drawn == null ? fit.difference(model, other, level) : drawn.difference(model, other, level);
        Map<String, @Nullable Object> meta = options.meta(model);
        describe(meta, interval);
        return new Measure(
                "difference",
                new TreeMap<>(Map.of("opponent", other)),
                fit.rating(model) - fit.rating(other),
                Interval.of(interval.low(), interval.high()),
                fit.counts().battles(),
                Meta.of(meta));
    }

    private void describe(Map<String, @Nullable Object> meta, ConfidenceInterval interval) {
        meta.put(Meta.CI_LEVEL, level);
        meta.put(Meta.CI_METHOD, interval.method());
        meta.put(Meta.METHOD, regime());
        meta.put("converged", true);
        meta.put("newton_steps", (long) fit.steps());
        meta.put("models", (long) fit.models().size());
        fit.tieParameter().ifPresent(nu -> meta.put("tie_parameter", nu));
        if (!fit.leftOut().isEmpty()) {
            meta.put("models_left_out", fit.leftOut());
        }
        if (drawn != null) {
            meta.put("bootstrap_rounds", (long) drawn.rounds());
            meta.put("separated_rounds", (long) drawn.separatedRounds());
        }
        RatingOptions.warn(meta, interval.warnings());
    }

    /** What ratings have to share to be comparable. */
    private String regime() {
        // Java 17 has no switch over sealed types yet.
        String anchor = method.anchor() instanceof Anchor.Model model
                ? Shown.text(model.model()) + " at " + RatingOptions.number(model.rating())
                : "mean at " + RatingOptions.number(((Anchor.Mean) method.anchor()).rating());
        return "bradley_terry; ties " + method.ties().name().toLowerCase(Locale.ROOT) + "; " + options.shownScale()
                + "; " + anchor;
    }
}
