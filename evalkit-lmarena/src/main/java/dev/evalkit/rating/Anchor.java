package dev.evalkit.rating;

/**
 * What fixes the level of ratings, of which comparisons tell only the differences. It moves all points alike and no width:
 * every model keeps its interval, the anchor too.
 */
public sealed interface Anchor permits Anchor.Mean, Anchor.Model {

    /**
     * The unweighted mean of all models has this rating.
     *
     * @param rating the rating in points
     */
    record Mean(double rating) implements Anchor {}

    /**
     * One model has this rating.
     *
     * @param model the model, which must be among those rated
     * @param rating the rating in points
     */
    record Model(String model, double rating) implements Anchor {}
}
