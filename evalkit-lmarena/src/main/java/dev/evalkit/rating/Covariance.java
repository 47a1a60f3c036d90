package dev.evalkit.rating;

import java.util.Arrays;

/** The covariance of strengths whose mean is held at 0. */
final class Covariance {
    /** λ of the public board's regularised Hessian, per unit of weight. */
    private static final double ARENA_RIDGE = 1e-5;

    private final SquareMatrix matrix;

    private Covariance(SquareMatrix matrix) {
        this.matrix = matrix;
    }

    /** H⁺, from the inverse of the {@link Curvature}. */
    static Covariance fisher(SquareMatrix inverse, int models) {
        return new Covariance(centred(inverse, models));
    }

    /** H⁺MH⁺, from the inverse of the {@link Curvature} and the squared scores M, times a factor. */
    static Covariance sandwich(SquareMatrix inverse, SquareMatrix scoreSquares, int models, double factor) {
        SquareMatrix whole = inverse.times(scoreSquares).timesToSymmetric(inverse);
        whole.scale(factor);
        return new Covariance(centred(whole, models));
    }

    /** The public board's form; see {@link CovarianceMethod#ARENA}. */
    static Covariance arena(SquareMatrix information, SquareMatrix scoreSquares, int models, double weight) {
        for (int i = 0; i < models; i++) {
            information.add(i, i, ARENA_RIDGE * weight);
        }
        // Positive definite by the ridge.
        SquareMatrix inverse = Cholesky.of(information).orElseThrow().inverse();
        return sandwich(inverse, scoreSquares, models, 1);
    }

    double variance(int i) {
        // Rounding may leave less than nothing where all battles went as expected.
        return Math.max(0, matrix.get(i, i));
    }

    double varianceOfDifference(int i, int j) {
        return Math.max(0, matrix.get(i, i) + matrix.get(j, j) - 2 * matrix.get(i, j));
    }

    /** The block of the strengths, with the level taken out on both sides: (I − 11ᵀ/n) C (I − 11ᵀ/n). */
    private static SquareMatrix centred(SquareMatrix covariance, int models) {
        double[] means = new double[models];
        Arrays.setAll(means, i -> covariance.sumOfRow(i, models) / models);
        double mean = Arrays.stream(means).sum() / models;
        SquareMatrix centred = new SquareMatrix(models);
        for (int i = 0; i < models; i++) {
            centreRow(centred, covariance, i, means, mean);
        }
        return centred;
    }

    private static void centreRow(SquareMatrix to, SquareMatrix from, int row, double[] means, double mean) {
        for (int j = 0; j < means.length; j++) {
            to.set(row, j, from.get(row, j) - means[row] - means[j] + mean);
        }
    }
}
