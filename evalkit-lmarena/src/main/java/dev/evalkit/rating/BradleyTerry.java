package dev.evalkit.rating;

import dev.evalkit.EvalkitException;

/**
 * Ratings by maximum likelihood in the model of Bradley and Terry (1952): the odds that one model beats another are the
 * ratio of their strengths. Immutable; every {@code with} gives a changed copy.
 *
 * <p>Matrices are dense: time grows with the cube of the number of models, some milliseconds for 200, seconds for 1,000.
 *
 * @param ties what a tie says
 * @param scale how strengths become points
 * @param anchor what fixes the level
 * @param covariance where standard errors come from
 * @param separation what to do where no finite ratings exist
 * @param maxSteps how many Newton steps are allowed, at least 1; some ten are usual
 */
public record BradleyTerry(
        TieModel ties,
        RatingScale scale,
        Anchor anchor,
        CovarianceMethod covariance,
        Separation separation,
        int maxSteps) {

    /**
     * Checks the number of steps.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public BradleyTerry {
        if (maxSteps < 1) {
            throw new IllegalArgumentException("At least 1 Newton step must be allowed: " + maxSteps);
        }
    }

    /** Ties as half, 400 points for odds of 10, the mean at 1000, the sandwich, 100 steps; separated battles are refused. */
    public static BradleyTerry withDefaults() {
        return new BradleyTerry(
                TieModel.HALF,
                RatingScale.ELO,
                new Anchor.Mean(1000),
                CovarianceMethod.SANDWICH,
                Separation.REFUSE,
                100);
    }

    /** With another tie model. */
    public BradleyTerry with(TieModel newTies) {
        return new BradleyTerry(newTies, scale, anchor, covariance, separation, maxSteps);
    }

    /** With another scale. */
    public BradleyTerry with(RatingScale newScale) {
        return new BradleyTerry(ties, newScale, anchor, covariance, separation, maxSteps);
    }

    /** With another anchor. */
    public BradleyTerry with(Anchor newAnchor) {
        return new BradleyTerry(ties, scale, newAnchor, covariance, separation, maxSteps);
    }

    /** With standard errors from elsewhere. */
    public BradleyTerry with(CovarianceMethod newCovariance) {
        return new BradleyTerry(ties, scale, anchor, newCovariance, separation, maxSteps);
    }

    /** With another way to deal with separated battles. */
    public BradleyTerry with(Separation newSeparation) {
        return new BradleyTerry(ties, scale, anchor, covariance, newSeparation, maxSteps);
    }

    /** With another limit on Newton's steps. */
    public BradleyTerry withMaxSteps(int newMaxSteps) {
        return new BradleyTerry(ties, scale, anchor, covariance, separation, newMaxSteps);
    }

    /**
     * Rates the models, every battle on its own.
     *
     * @throws NoFiniteRatingsException if the battles determine no finite ratings, and separated ones are refused
     * @throws EvalkitException if there is nothing to rate, the anchor is not among the models, the battles do not suit the
     *     tie model, or the fit did not converge
     */
    public RatingFit fit(PairCounts counts) {
        Strengths strengths = Strengths.fit(this, counts);
        return new RatingFit(this, strengths, Uncertainty.of(covariance, strengths));
    }

    /**
     * Rates the models, with standard errors that allow for battles of one judge being alike: the sandwich over judges,
     * times G/(G − 1) for G judges, and t(G − 1) for intervals (CR1). The ratings themselves are those of {@link #fit}.
     *
     * @throws NoFiniteRatingsException as {@link #fit} does
     * @throws EvalkitException as {@link #fit} does, and if there are fewer than two judges or the covariance is not the
     *     sandwich
     */
    public RatingFit fitClustered(BattleLog log) {
        if (covariance != CovarianceMethod.SANDWICH) {
            throw new EvalkitException(
                    "Judges as clusters need the covariance 'sandwich': found '" + covariance.label() + "'.");
        }
        Strengths strengths = Strengths.fit(this, log.counts());
        return new RatingFit(this, strengths, Uncertainty.clustered(strengths, log.battles()));
    }
}
