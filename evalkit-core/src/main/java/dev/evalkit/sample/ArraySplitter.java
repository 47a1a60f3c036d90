package dev.evalkit.sample;

/** The elements of one JSON array, from behind its bracket on: each ends behind its comma, the last one at the closing bracket. */
final class ArraySplitter implements RecordSplitter {
    private static final long BACKSLASHES = Words.broadcast('\\');
    private static final long QUOTES = Words.broadcast('"');

    private int depth;
    private boolean inString;
    private boolean escaped;
    private int records;
    private boolean ended;

    @Override
    public void reset() {
        depth = 0;
        inString = false;
        escaped = false;
        records = 0;
        ended = false;
    }

    @Override
    public int first(byte[] bytes, int from, int to) {
        int p = from;
        while (p < to) {
            if (escaped) {
                escaped = false;
                p++;
            } else if (inString) {
                p = inString(bytes, p, to);
            } else {
                byte b = bytes[p++];
                if (b == '"') {
                    inString = true;
                } else if (b == '{' || b == '[') {
                    depth++;
                } else if (depth > 0) {
                    depth -= b == '}' || b == ']' ? 1 : 0;
                } else if (b == ',') {
                    records++;
                    return p;
                } else if (b == ']') {
                    ended = true;
                    return p - 1;
                }
            }
        }
        return -1;
    }

    private int inString(byte[] bytes, int from, int to) {
        for (int p = from; p < to; p += Long.BYTES) {
            long word = Words.at(bytes, p);
            long stops = Words.equal(word, QUOTES) | Words.equal(word, BACKSLASHES);
            if (stops != 0) {
                int stop = p + Words.first(stops);
                if (stop >= to) {
                    return to;
                }
                inString = bytes[stop] != '"';
                escaped = inString;
                return stop + 1;
            }
        }
        return to;
    }

    @Override
    public int last(byte[] bytes, int from, int to) {
        int last = -1;
        int end = first(bytes, from, to);
        while (end >= 0) {
            last = end;
            end = ended ? -1 : first(bytes, end, to);
        }
        return last;
    }

    @Override
    public int records() {
        return records;
    }

    @Override
    public boolean ended() {
        return ended;
    }

    @Override
    public boolean mayEndAnywhere() {
        return false;
    }
}
