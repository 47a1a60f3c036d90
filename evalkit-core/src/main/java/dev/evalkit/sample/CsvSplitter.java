package dev.evalkit.sample;

/**
 * Lines of which some go on because a quote is open (RFC 4180): a quote opens at the beginning of a cell, and the next one closes it;
 * a doubled quote closes and opens again. A quote elsewhere in a cell means nothing here, and is refused by the parser.
 */
final class CsvSplitter implements RecordSplitter {
    private final byte separator;
    private final LineSplitter lines = new LineSplitter();
    private boolean open;
    /** Whether a quote as the very next byte opens. */
    private boolean mayOpen;

    CsvSplitter(byte separator) {
        this.separator = separator;
        reset();
    }

    @Override
    public final void reset() {
        open = false;
        mayOpen = true;
    }

    @Override
    public int first(byte[] bytes, int from, int to) {
        return scan(bytes, from, to, true);
    }

    @Override
    public int last(byte[] bytes, int from, int to) {
        return scan(bytes, from, to, false);
    }

    private int scan(byte[] bytes, int from, int to, boolean first) {
        int last = -1;
        int p = from;
        while (p < to) {
            int quote = Words.indexOf(bytes, '"', p, to);
            int end = quote < 0 ? to : quote;
            if (!open) {
                int behind = first ? lines.first(bytes, p, end) : lines.last(bytes, p, end);
                if (behind >= 0) {
                    last = behind;
                    if (first) {
                        mayOpen = true;
                        return last;
                    }
                }
            }
            if (end > p) {
                mayOpen = !open && (bytes[end - 1] == separator || bytes[end - 1] == '\n');
            }
            if (quote < 0) {
                return last;
            }
            boolean closes = open;
            open = !open && mayOpen;
            // Directly behind a closing quote another one opens again.
            mayOpen = closes;
            p = quote + 1;
        }
        return last;
    }
}
