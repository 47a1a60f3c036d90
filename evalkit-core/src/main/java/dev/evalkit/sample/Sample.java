package dev.evalkit.sample;

import java.util.List;

/**
 * One record, as the reader stands on it. It is valid only during the call that hands it over; keep what it returns, not the sample.
 *
 * <p>Columns are named by their index in the list that was declared. Values are decoded when they are asked for.
 */
public interface Sample {

    /** Whether the column is absent from this record, a JSON null, or an empty CSV cell. */
    boolean isMissing(int column);

    /**
     * The column as text: strings and CSV cells as they are, JSON numbers in one spelling ({@code 1}, {@code 1.0} and {@code 1e0} are all
     * {@code 1}, and no digit is lost), and {@code true} or {@code false}.
     *
     * <p>A value that repeats comes as the same instance most of the time, so that comparing with {@code ==} first, or looking it up in
     * a map, is cheap; nothing may depend on it.
     *
     * @throws BadSampleException if the column is missing, an array or an object
     */
    String text(int column);

    /**
     * The column as a finite number; a string or CSV cell that holds one will do.
     *
     * @throws BadSampleException if it is anything else
     */
    double number(int column);

    /**
     * The column as a yes or no: {@code true} and {@code false}, 1 and 0, or a string or CSV cell that holds one of those or {@code yes} or {@code no}, in
     * any case.
     *
     * @throws BadSampleException if it is anything else
     */
    boolean flag(int column);

    /**
     * The elements of an array as texts, as {@link #text} gives them; a single value is a list of one, and a missing one an empty list.
     *
     * @throws BadSampleException if the column is an object or an element is null, an array or an object
     */
    List<String> texts(int column);

    /** The line on which the record begins, from 1; for the elements of a JSON array, the number of the element, from 1. */
    long line();
}
