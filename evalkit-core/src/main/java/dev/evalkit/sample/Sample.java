package dev.evalkit.sample;

import java.util.List;

/** A record of a sample file, by the positions of the columns that were asked for. (Stand-in until the reader lands.) */
public interface Sample {

    /** Whether the column is absent or null. */
    boolean isMissing(int column);

    /** The column as text: a string as it is, a number or boolean as written; an array or object as compact JSON. */
    String text(int column);

    /** The column as a number. */
    double number(int column);

    /** The elements of an array as texts; a plain value is an array of one; empty where missing. */
    List<String> texts(int column);
}
