package dev.evalkit.sample;

/** Finds the declared columns of one record after another in the bytes of a chunk. */
interface RecordParser {

    /** Sets out on a chunk. */
    void over(Chunk chunk);

    /**
     * Where the next record begins, at the chunk's start or behind the last record; the chunk's limit where there is none;
     * {@link Fault#FAULT} where what stands there breaks the file as a whole.
     */
    int start(int position);

    /** Reads the record that starts at the position into {@link Cells}; the position behind it, or {@link Fault#FAULT}. */
    int parse(int position);

    /** The position behind a record that was refused. */
    int skip(int position);
}
