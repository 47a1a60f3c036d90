package dev.evalkit.qa;

/** A line of the QA log. Lines are counted from 1; blank ones are counted and left out. */
public sealed interface QaLine {

    /** Its number, from 1. */
    int number();

    /**
     * An entry.
     *
     * @param number its number, from 1
     * @param entry what it says
     */
    record Entry(int number, QaEntry entry) implements QaLine {}

    /**
     * Something of another shape, e.g. by an older tool.
     *
     * @param number its number, from 1
     * @param text the line as it stands; of one that is longer than is read only the beginning
     * @param reason why it is no entry, in words
     */
    record Other(int number, String text, String reason) implements QaLine {}

    /**
     * A last line without its newline that is no whole JSON: an append was cut off. The next append leaves it as it is, on a line of its own.
     *
     * @param number its number, from 1
     * @param text what there is of it
     */
    record Torn(int number, String text) implements QaLine {}
}
