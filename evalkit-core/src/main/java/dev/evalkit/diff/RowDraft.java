package dev.evalkit.diff;

/** What is known of a row before the p-values of the others are. */
sealed interface RowDraft {

    /**
     * Nothing is open.
     *
     * @param row the row
     * @param isCheap whether it follows from the two items alone, so that it can be made again instead of being kept
     */
    record Decided(DiffRow row, boolean isCheap) implements RowDraft {}

    /** The verdict is open. */
    record Waiting(UnjudgedRow row) implements RowDraft {}
}
