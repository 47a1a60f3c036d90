package dev.evalkit.rating;

/**
 * A dense square matrix, row by row.
 *
 * <p>Own code, where EJML would do, because these few products run once in a short process: their one inner loop goes along
 * rows in a method of its own, and so does what is done for a row, so that both are compiled, to vector instructions, within milliseconds. That takes less than
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

    /** Adds w(e_i − e_j)(e_i − e_j)ᵀ. */
    void addDifference(int i, int j, double w) {
        elements[i * size + i] += w;
        elements[j * size + j] += w;
        elements[i * size + j] -= w;
        elements[j * size + i] -= w;
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
            product[i] = dot(i, vector, 0);
        }
        return product;
    }

    /** The product of a row and a vector, from an index on. */
    double dot(int row, double[] vector, int from) {
        double sum = 0;
        for (int j = from; j < size; j++) {
            sum += elements[row * size + j] * vector[j];
        }
        return sum;
    }

    /** The sum of the first elements of a row. */
    double sumOfRow(int row, int count) {
        double sum = 0;
        for (int i = row * size; i < row * size + count; i++) {
            sum += elements[i];
        }
        return sum;
    }

    /** Adds to every element of the first rows and columns. */
    void addToBlock(int count, double value) {
        for (int row = 0; row < count; row++) {
            addToRow(row, count, value);
        }
    }

    private void addToRow(int row, int count, double value) {
        for (int i = row * size; i < row * size + count; i++) {
            elements[i] += value;
        }
    }

    void scale(double factor) {
        for (int row = 0; row < size; row++) {
            scaleRow(row, factor, 0, size);
        }
    }

    SquareMatrix times(SquareMatrix other) {
        SquareMatrix product = new SquareMatrix(size);
        for (int i = 0; i < size; i++) {
            addProduct(product, other, i, size);
        }
        return product;
    }

    /** The product with another matrix, where it is known to be symmetric. */
    SquareMatrix timesToSymmetric(SquareMatrix other) {
        SquareMatrix product = new SquareMatrix(size);
        for (int i = 0; i < size; i++) {
            addProduct(product, other, i, i + 1);
        }
        product.mirrorLower();
        return product;
    }

    private void addProduct(SquareMatrix product, SquareMatrix other, int row, int columns) {
        for (int k = 0; k < size; k++) {
            product.addRow(row, get(row, k), other, k, 0, columns);
        }
    }

    /** Copies one triangle, with the diagonal in both, to the other: the lower to the upper. */
    void mirrorLower() {
        for (int i = 0; i < size; i++) {
            mirrorRow(i);
        }
    }

    private void mirrorRow(int row) {
        for (int j = 0; j < row; j++) {
            set(j, row, get(row, j));
        }
    }

    private static void addScaled(double[] to, int toStart, double factor, double[] from, int fromStart, int length) {
        for (int i = 0; i < length; i++) {
            to[toStart + i] += factor * from[fromStart + i];
        }
    }
}
