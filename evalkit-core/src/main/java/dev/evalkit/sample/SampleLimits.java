package dev.evalkit.sample;

/**
 * What the reader refuses to go along with, so that a broken or hostile file costs bounded memory.
 *
 * @param recordBytes how long a record may be, in bytes as they stand in the (unpacked) file
 * @param depth how deep arrays and objects may be nested in it
 */
public record SampleLimits(int recordBytes, int depth) {
    private static final int DEFAULT_RECORD_BYTES = 16 << 20;
    private static final int DEFAULT_DEPTH = 500;
    private static final int LARGEST_RECORD_BYTES = 1 << 29;
    private static final int LARGEST_DEPTH = 1000;

    /** Records of 16 MiB, nested 500 deep. */
    public static SampleLimits defaults() {
        return new SampleLimits(DEFAULT_RECORD_BYTES, DEFAULT_DEPTH);
    }

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException unless 1 ≤ recordBytes ≤ 512 MiB and 1 ≤ depth ≤ 1000
     */
    public SampleLimits {
        if (recordBytes < 1 || recordBytes > LARGEST_RECORD_BYTES) {
            throw new IllegalArgumentException(
                    "recordBytes must be in [1, " + LARGEST_RECORD_BYTES + "]: " + recordBytes);
        }
        if (depth < 1 || depth > LARGEST_DEPTH) {
            throw new IllegalArgumentException("depth must be in [1, " + LARGEST_DEPTH + "]: " + depth);
        }
    }
}
