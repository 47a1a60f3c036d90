package dev.evalkit.rating;

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
        int size = inverse.size();
        SquareMatrix half = inverse.times(scoreSquares);
        SquareMatrix whole = new SquareMatrix(size);
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                whole.addRow(i, factor * half.get(i, k), inverse, k, 0, i + 1);
            }
        }
        whole.mirrorLower();
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
        double mean = 0;
        for (int i = 0; i < models; i++) {
            for (int j = 0; j < models; j++) {
                means[i] += covariance.get(i, j) / models;
            }
            mean += means[i] / models;
        }
        SquareMatrix centred = new SquareMatrix(models);
        for (int i = 0; i < models; i++) {
            for (int j = 0; j < models; j++) {
                centred.set(i, j, covariance.get(i, j) - means[i] - means[j] + mean);
            }
        }
        return centred;
    }
}
