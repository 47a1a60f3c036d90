package dev.evalkit.rating;

import dev.evalkit.EvalkitException;
import java.util.Arrays;
import java.util.Locale;

/**
 * The maximum of a pair likelihood, found by Newton's method.
 *
 * <p>A full step d is taken where the likelihood still rises along it at its end. Otherwise it is shortened to ln(1 + β)/β
 * of its length, where β is the most that d changes any log odds: along d the third derivative is at most β times the second
 * (Bach 2010), so that the second at t is at most e^(βt) times that at 0, and the slope cannot have turned up to there (Sun
 * and Tran-Dinh 2019, generalised self-concordance with ν = 2). So every step climbs, from anywhere, and the last ones
 * converge quadratically.
 */
final class Newton {
    /** Converged where a full step changes no log odds by more than this. */
    static final double TOLERANCE = 1e-9;

    private final double[] at;
    private final int steps;
    private final double largestGradient;

    private Newton(double[] at, int steps, double largestGradient) {
        this.at = at;
        this.steps = steps;
        this.largestGradient = largestGradient;
    }

    /** The parameters, strengths with mean 0; not to be changed. */
    double[] at() {
        return at;
    }

    /** How many steps it took. */
    int steps() {
        return steps;
    }

    /** The largest absolute element of the gradient that is left. */
    double largestGradient() {
        return largestGradient;
    }

    /**
     * Climbs to the maximum.
     *
     * @throws EvalkitException if it is not reached within {@code maxSteps}
     */
    static Newton maximise(PairLikelihood likelihood, double[] start, int maxSteps) {
        double[] at = start;
        double[] gradient = likelihood.gradient(at);
        double reach = Double.POSITIVE_INFINITY;
        for (int step = 1; step <= maxSteps; step++) {
            double[] direction = Curvature.of(likelihood, at).solve(gradient);
            reach = likelihood.reach(direction);
            double[] next = moved(at, direction, 1);
            gradient = likelihood.gradient(next);
            if (reach <= TOLERANCE) {
                return new Newton(centred(next, likelihood.models()), step, largest(gradient));
            }
            if (dot(gradient, direction) < 0) {
                next = moved(at, direction, Math.log1p(reach) / reach);
                gradient = likelihood.gradient(next);
            }
            at = next;
        }
        throw new EvalkitException(String.format(
                Locale.ROOT,
                "Bradley-Terry did not converge: Newton step %d still changes log odds by %.3g, where at most %.0e is"
                        + " expected. Allow more than %d steps.",
                maxSteps,
                reach,
                TOLERANCE,
                maxSteps));
    }

    static double[] moved(double[] at, double[] direction, double length) {
        double[] moved = at.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += length * direction[i];
        }
        return moved;
    }

    /** The parameters with the mean of the strengths taken from each of them. */
    static double[] centred(double[] at, int models) {
        double mean = Arrays.stream(at, 0, models).sum() / models;
        double[] centred = at.clone();
        for (int i = 0; i < models; i++) {
            centred[i] -= mean;
        }
        return centred;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }
}
