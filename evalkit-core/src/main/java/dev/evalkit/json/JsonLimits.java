package dev.evalkit.json;

/**
 * What is read at most, so that a hostile document is refused before it exhausts memory or time.
 *
 * @param bytes the size of the document in bytes
 * @param depth objects and arrays within one another
 * @param tokens values, names, and brackets together
 * @param stringLength characters (UTF-16 units) of one string
 * @param nameLength characters (UTF-16 units) of one name
 * @param numberLength digits, signs and points of one number
 */
public record JsonLimits(long bytes, int depth, long tokens, int stringLength, int nameLength, int numberLength) {
    private static final int DEPTH = 100;
    private static final int STRING = 4 << 20;
    private static final int NAME = 10_000;
    private static final int NUMBER = 1_000;

    /** Checks that each limit allows something. */
    public JsonLimits {
        if (bytes < 1 || depth < 1 || tokens < 1 || stringLength < 1 || nameLength < 1 || numberLength < 1) {
            throw new IllegalArgumentException("Limits must be positive: " + bytes + ", " + depth + ", " + tokens + ", "
                    + stringLength + ", " + nameLength + ", " + numberLength);
        }
    }

    /** For documents that are held in memory: 64 MiB, depth 100, 1,000,000 tokens, strings of 4 Mi characters. */
    public static JsonLimits withDefaults() {
        return new JsonLimits(64 << 20, DEPTH, 1_000_000, STRING, NAME, NUMBER);
    }

    /** For documents that people write, of which all are held at once: 16 MiB and 500,000 tokens, else the same. */
    public static JsonLimits forAuthored() {
        return withDefaults().withBytes(16 << 20).withTokens(500_000);
    }

    /** For what is read as a stream: any length and any number of tokens, else the same. */
    public static JsonLimits forStreams() {
        return new JsonLimits(Long.MAX_VALUE, DEPTH, Long.MAX_VALUE, STRING, NAME, NUMBER);
    }

    /** These limits with another size of the document. */
    public JsonLimits withBytes(long most) {
        return new JsonLimits(most, depth, tokens, stringLength, nameLength, numberLength);
    }

    /** These limits with another depth. */
    public JsonLimits withDepth(int most) {
        return new JsonLimits(bytes, most, tokens, stringLength, nameLength, numberLength);
    }

    /** These limits with another number of tokens. */
    public JsonLimits withTokens(long most) {
        return new JsonLimits(bytes, depth, most, stringLength, nameLength, numberLength);
    }

    /** These limits with another length of strings. */
    public JsonLimits withStringLength(int most) {
        return new JsonLimits(bytes, depth, tokens, most, nameLength, numberLength);
    }
}
