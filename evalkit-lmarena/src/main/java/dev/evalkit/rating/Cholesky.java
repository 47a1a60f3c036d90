package dev.evalkit.rating;

import java.util.Optional;

/** The factorisation A = UᵀU of a symmetric positive definite matrix. */
final class Cholesky {
    private final int size;
    /** U in the upper triangle. */
    private final SquareMatrix upper;

    private Cholesky(SquareMatrix upper) {
        this.upper = upper;
        this.size = upper.size();
    }

    /**
     * Factorises in place, reading the upper triangle only; empty where the matrix is not positive definite in floating
     * point.
     */
    static Optional<Cholesky> of(SquareMatrix matrix) {
        int n = matrix.size();
        for (int k = 0; k < n; k++) {
            // The negation also holds for NaN.
            if (!(matrix.get(k, k) > 0)) {
                return Optional.empty();
            }
            eliminate(matrix, k);
        }
        return Optional.of(new Cholesky(matrix));
    }

    private static void eliminate(SquareMatrix matrix, int k) {
        int n = matrix.size();
        matrix.scaleRow(k, 1 / Math.sqrt(matrix.get(k, k)), k, n);
        for (int i = k + 1; i < n; i++) {
            matrix.addRow(i, -matrix.get(k, i), matrix, k, i, n);
        }
    }

    double[] solve(double[] right) {
        double[] x = right.clone();
        for (int k = 0; k < size; k++) {
            x[k] /= upper.get(k, k);
            upper.addRowTo(x, -x[k], k, k + 1);
        }
        for (int k = size - 1; k >= 0; k--) {
            x[k] = (x[k] - upper.dot(k, x, k + 1)) / upper.get(k, k);
        }
        return x;
    }

    SquareMatrix inverse() {
        // Both substitutions on all unit vectors at once, along rows; only the lower triangle of the result is worked
        // out.
        SquareMatrix inverse = new SquareMatrix(size);
        for (int k = 0; k < size; k++) {
            forward(inverse, k);
        }
        for (int k = size - 1; k >= 0; k--) {
            backward(inverse, k);
        }
        inverse.mirrorLower();
        return inverse;
    }

    private void forward(SquareMatrix inverse, int k) {
        inverse.add(k, k, 1);
        inverse.scaleRow(k, 1 / upper.get(k, k), 0, k + 1);
        for (int i = k + 1; i < size; i++) {
            inverse.addRow(i, -upper.get(k, i), inverse, k, 0, k + 1);
        }
    }

    private void backward(SquareMatrix inverse, int k) {
        for (int i = k + 1; i < size; i++) {
            inverse.addRow(k, -upper.get(k, i), inverse, i, 0, k + 1);
        }
        inverse.scaleRow(k, 1 / upper.get(k, k), 0, k + 1);
    }
}
