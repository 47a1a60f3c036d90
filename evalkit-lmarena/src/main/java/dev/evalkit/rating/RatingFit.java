package dev.evalkit.rating;

import dev.evalkit.EvalkitException;
import dev.evalkit.stats.ConfidenceInterval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Ratings of models, with their covariance. Immutable and thread-safe. Models are addressed by name; the name of a model
 * that was not rated is an {@link IllegalArgumentException}. Levels are those of two-sided intervals, in (0, 1).
 */
public final class RatingFit {
    /** Ratings closer than this share a rank: a fit is no more exact than that. */
    private static final double SAME_POINTS = 1e-6;

    private final BradleyTerry method;
    private final Strengths strengths;
    private final Uncertainty uncertainty;
    private final double pointsPerUnit;
    private final double shift;

    RatingFit(BradleyTerry method, Strengths strengths, Uncertainty uncertainty) {
        this.method = method;
        this.strengths = strengths;
        this.uncertainty = uncertainty;
        this.pointsPerUnit = method.scale().pointsPerLogStrength();
        this.shift = shift();
    }

    /** The models that were rated, sorted by name. */
    public List<String> models() {
        return strengths.counts().models();
    }

    /** The models that were not, because only the largest component was rated; sorted by name. */
    public List<String> leftOut() {
        return strengths.leftOut();
    }

    /** The battles among the rated models. */
    public PairCounts counts() {
        return strengths.counts();
    }

    /** The natural logarithm of a model's strength, where the mean over all models is 0. */
    public double logStrength(String model) {
        return strengths.optimum().at()[index(model)];
    }

    /** A model's rating in points. */
    public double rating(String model) {
        return rating(index(model));
    }

    /** The standard error in points of a model's rating against the mean of all models. */
    public double standardError(String model) {
        return standardError(index(model));
    }

    /** The interval of a model's rating in points. Its width does not depend on the anchor. */
    public ConfidenceInterval interval(String model, double level) {
        int i = index(model);
        return uncertainty.interval(rating(i), standardError(i), level);
    }

    /** The interval of how many points one model is above another, from the full covariance. */
    public ConfidenceInterval difference(String model, String other, double level) {
        int i = index(model);
        int j = index(other);
        return uncertainty.interval(rating(i) - rating(j), standardErrorOfDifference(i, j), level);
    }

    /**
     * The ranks that a model may have: 1 + the models that are certainly better, up to the number of models less those that
     * are certainly worse. Certain is what a difference interval at level 1 − (1 − level)/(n − 1) says, so that all n − 1
     * comparisons hold together (Mogstad, Romano, Shaikh and Wilhelm 2024, with Bonferroni's bound): on the safe side.
     */
    public RankInterval rankInterval(String model, double level) {
        return rankInterval(index(model), level, rankCut(level));
    }

    /** All models, the highest rating first, equal ones by name. */
    public List<Standing> standings(double level) {
        List<ConfidenceInterval> intervals =
                models().stream().map(model -> interval(model, level)).toList();
        List<Integer> upperBounds = Ranks.upperBounds(intervals);
        long[] battles = battles();
        double cut = rankCut(level);
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < models().size(); i++) {
            standings.add(new Standing(
                    models().get(i),
                    rating(i),
                    standardError(i),
                    intervals.get(i),
                    battles[i],
                    rank(i),
                    upperBounds.get(i),
                    rankInterval(i, level, cut)));
        }
        standings.sort(Comparator.comparingInt(Standing::rank).thenComparing(Standing::model));
        return Collections.unmodifiableList(standings);
    }

    /** Davidson's ν, 0 where no battle was tied; empty where ties are half. */
    public OptionalDouble tieParameter() {
        if (method.ties() == TieModel.HALF) {
            return OptionalDouble.empty();
        }
        boolean tied = strengths.likelihood() instanceof DavidsonLikelihood;
        return OptionalDouble.of(tied ? Math.exp(strengths.optimum().at()[models().size()]) : 0);
    }

    /** The natural logarithm of the likelihood, at its maximum. */
    public double logLikelihood() {
        return strengths.likelihood().value(strengths.optimum().at());
    }

    /** How many Newton steps it took. */
    public int steps() {
        return strengths.optimum().steps();
    }

    /** The largest absolute element of the log-likelihood's gradient that is left. */
    public double largestGradient() {
        return strengths.optimum().largestGradient();
    }

    Strengths strengths() {
        return strengths;
    }

    BradleyTerry method() {
        return method;
    }

    /** Points from log strengths with mean 0, on this fit's level. */
    double points(double logStrength) {
        return shift + pointsPerUnit * logStrength;
    }

    int index(String model) {
        int index = Collections.binarySearch(models(), model);
        if (index < 0) {
            throw new IllegalArgumentException("No rated model: '" + model + "'");
        }
        return index;
    }

    private double shift() {
        // Java 17 has no switch over sealed types yet.
        if (method.anchor() instanceof Anchor.Mean mean) {
            return mean.rating();
        }
        Anchor.Model anchor = (Anchor.Model) method.anchor();
        int index = Collections.binarySearch(models(), anchor.model());
        if (index < 0) {
            throw new EvalkitException("The anchor '" + anchor.model() + "' is not among the " + models().size()
                    + " models rated"
                    + (leftOut().contains(anchor.model()) ? ": it is left out with its component" : "")
                    + ". Name one of them, or anchor the mean.");
        }
        return anchor.rating() - pointsPerUnit * strengths.optimum().at()[index];
    }

    private double rating(int i) {
        return points(strengths.optimum().at()[i]);
    }

    private double standardError(int i) {
        return pointsPerUnit * Math.sqrt(uncertainty.covariance().variance(i));
    }

    private double standardErrorOfDifference(int i, int j) {
        return pointsPerUnit * Math.sqrt(uncertainty.covariance().varianceOfDifference(i, j));
    }

    private int rank(int i) {
        int above = 0;
        for (int j = 0; j < models().size(); j++) {
            above += rating(j) > rating(i) + SAME_POINTS ? 1 : 0;
        }
        return 1 + above;
    }

    private RankInterval rankInterval(int i, double level, double cut) {
        int models = models().size();
        int better = 0;
        int worse = 0;
        for (int j = 0; j < models; j++) {
            double difference = rating(j) - rating(i);
            if (Math.abs(difference) > cut * standardErrorOfDifference(i, j)) {
                better += difference > 0 ? 1 : 0;
                worse += difference < 0 ? 1 : 0;
            }
        }
        return new RankInterval(1 + better, models - worse, level);
    }

    /** How many standard errors apart two ranks are certain, so that all comparisons with one model hold together. */
    private double rankCut(double level) {
        return uncertainty.standardErrors(1 - (1 - level) / (models().size() - 1));
    }

    private long[] battles() {
        long[] battles = new long[models().size()];
        for (PairTally pair : counts().pairs()) {
            battles[pair.first()] += pair.battles();
            battles[pair.second()] += pair.battles();
        }
        return battles;
    }
}
