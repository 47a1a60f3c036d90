package dev.evalkit.sample;

import dev.evalkit.EvalkitException;
import java.util.List;

/**
 * A record that is well-formed but not what was asked for. The reader counts it as a bad line.
 *
 * <p>Folds may throw it themselves, before they change their accumulator.
 */
public final class BadSampleException extends EvalkitException {
    private static final long serialVersionUID = 1L;
    private static final int NO_COLUMN = -1;

    private final int column;
    private final String found;
    private final String expected;
    private final boolean isNamed;

    /**
     * A record that is refused as a whole.
     *
     * @param found what was found, e.g. {@code 2 answers}
     * @param expected what was expected, e.g. {@code one answer}
     */
    public BadSampleException(String found, String expected) {
        this(NO_COLUMN, found, expected);
    }

    /**
     * A record that is refused for one of its columns.
     *
     * @param column the index of the column among those declared
     * @param found what was found, e.g. {@code -3}
     * @param expected what was expected, e.g. {@code a latency of 0 or more}
     */
    public BadSampleException(int column, String found, String expected) {
        this(column, found, expected, false);
    }

    private BadSampleException(int column, String found, String expected, boolean isNamed) {
        super("found " + found + ", expected " + expected);
        this.column = column;
        this.found = found;
        this.expected = expected;
        this.isNamed = isNamed;
    }

    /**
     * The same, telling the name of its column, unless it has none or tells it already.
     *
     * @param columns the columns among which it has its index
     */
    public BadSampleException naming(List<Column> columns) {
        return isNamed || column == NO_COLUMN
                ? this
                : new BadSampleException(
                        column, found, expected + " in \"" + columns.get(column).name() + '"', true);
    }

    int column() {
        return column;
    }

    String found() {
        return found;
    }

    String expected() {
        return expected;
    }
}
