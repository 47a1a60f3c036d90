package dev.evalkit.rating;

/**
 * A dense square matrix, row by row.
 *
 * <p>Own code, where EJML would do, because these few products run once in a short process: their one inner loop goes along
 * rows in a method of its own, so that it is compiled, to vector instructions, within milliseconds. That takes less than
 * half the time of the library's kernels when cold, and saves users two jars.
 */
final class SquareMatrix {
    private final int size;
    private final double[] elements;

    SquareMatrix(int size) {
        this.size = size;
        this.elements = new double[size * size];
    }

    int size() {
        return size;
    }

    double get(int row, int column) {
        return elements[row * size + column];
    }

    void set(int row, int column, double value) {
        elements[row * size + column] = value;
    }

    void add(int row, int column, double value) {
        elements[row * size + column] += value;
    }

    /** Adds a multiple of another matrix's row to a row of this one, from a column on. */
    void addRow(int row, double factor, SquareMatrix other, int otherRow, int fromColumn, int toColumn) {
        addScaled(
                elements,
                row * size + fromColumn,
                factor,
                other.elements,
                otherRow * size + fromColumn,
                toColumn - fromColumn);
    }

    void scaleRow(int row, double factor, int fromColumn, int toColumn) {
        for (int i = row * size + fromColumn; i < row * size + toColumn; i++) {
            elements[i] *= factor;
        }
    }

    /** Adds a multiple of a row to a vector, from an index on. */
    void addRowTo(double[] vector, double factor, int row, int from) {
        addScaled(vector, from, factor, elements, row * size + from, size - from);
    }

    double[] times(double[] vector) {
        double[] product = new double[size];
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int j = 0; j < size; j++) {
                sum += elements[i * size + j] * vector[j];
            }
            product[i] = sum;
        }
        return product;
    }

    SquareMatrix times(SquareMatrix other) {
        SquareMatrix product = new SquareMatrix(size);
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                product.addRow(i, get(i, k), other, k, 0, size);
            }
        }
        return product;
    }

    /** Copies one triangle, with the diagonal in both, to the other: the lower to the upper. */
    void mirrorLower() {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                set(j, i, get(i, j));
            }
        }
    }

    private static void addScaled(double[] to, int toStart, double factor, double[] from, int fromStart, int length) {
        for (int i = 0; i < length; i++) {
            to[toStart + i] += factor * from[fromStart + i];
        }
    }
}
