package dev.evalkit.sample;

/** Finds the ends of records without parsing them, in bytes that arrive piece by piece. */
interface RecordSplitter {

    /** Sets out anew at the beginning of a record. */
    void reset();

    /**
     * Goes on over [from, to), which follows what it saw last.
     *
     * @return the position behind the first record that ends there, or -1 if none does
     */
    int first(byte[] bytes, int from, int to);

    /** As {@link #first}, over the whole range: the position behind the last record that ends there, or -1. */
    int last(byte[] bytes, int from, int to);

    /** How many records {@link #last} found since the reset, where it can know; else 0. */
    default int records() {
        return 0;
    }

    /** Whether what holds the records has ended, so that nothing but space may follow {@link #last}. */
    default boolean ended() {
        return false;
    }

    /** Whether a file may end without {@link #ended()} being true. */
    default boolean mayEndAnywhere() {
        return true;
    }
}
