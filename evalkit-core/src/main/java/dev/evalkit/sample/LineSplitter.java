package dev.evalkit.sample;

/** Each line is a record. */
final class LineSplitter implements RecordSplitter {

    @Override
    public void reset() {
        // A line holds no state.
    }

    @Override
    public int first(byte[] bytes, int from, int to) {
        int newline = Words.indexOf(bytes, '\n', from, to);
        return newline < 0 ? -1 : newline + 1;
    }

    @Override
    public int last(byte[] bytes, int from, int to) {
        int newline = Words.lastIndexOf(bytes, '\n', from, to);
        return newline < 0 ? -1 : newline + 1;
    }
}
