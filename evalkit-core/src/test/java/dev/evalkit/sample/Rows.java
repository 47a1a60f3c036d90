package dev.evalkit.sample;

import java.util.ArrayList;
import java.util.List;

/** Collects each sample as "line: cell, cell"; a missing cell is shown as "-". */
record Rows(int columns) implements SampleFold<List<String>> {

    @Override
    public List<String> create() {
        return new ArrayList<>();
    }

    @Override
    public void add(List<String> rows, Sample sample) {
        StringBuilder row = new StringBuilder().append(sample.line()).append(':');
        for (int i = 0; i < columns; i++) {
            row.append(i == 0 ? " " : ", ").append(sample.isMissing(i) ? "-" : sample.text(i));
        }
        rows.add(row.toString());
    }

    @Override
    public List<String> merge(List<String> earlier, List<String> later) {
        earlier.addAll(later);
        return earlier;
    }
}
