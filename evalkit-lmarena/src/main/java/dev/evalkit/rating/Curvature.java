package dev.evalkit.rating;

import dev.evalkit.EvalkitException;

/**
 * The observed information with the level of the strengths held, factorised.
 *
 * <p>The information H is a weighted graph Laplacian: singular along the shift of all strengths, which no battle determines.
 * Adding κ11ᵀ on the strengths makes it positive definite, and changes nothing for gradients and scores, which are
 * orthogonal to the shift. κ is the least diagonal element: then no model's information drowns in κ, and κn is not below the
 * least other eigenvalue by more than a factor of about one.
 */
final class Curvature {
    private Curvature() {}

    /**
     * The curvature of a likelihood that has a finite optimum.
     *
     * @throws EvalkitException if the information vanishes in floating point
     */
    static Cholesky of(PairLikelihood likelihood, double[] at) {
        SquareMatrix held = likelihood.information(at);
        int n = likelihood.models();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            least = Math.min(least, held.get(i, i));
        }
        held.addToBlock(n, least);
        return Cholesky.of(held)
                .orElseThrow(() ->
                        new EvalkitException("Bradley-Terry did not converge: some models are so far apart that their"
                                + " battles say nothing in double precision. Leave out models that always or never win but for a"
                                + " vanishing weight."));
    }
}
