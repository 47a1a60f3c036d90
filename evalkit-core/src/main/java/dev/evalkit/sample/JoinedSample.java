package dev.evalkit.sample;

import java.util.List;

/** A sample of which each column comes from a record of its own. */
final class JoinedSample implements Sample {
    private final List<Sample> samples;

    /** @param samples for each column the sample that has it, under the same index */
    JoinedSample(List<Sample> samples) {
        this.samples = List.copyOf(samples);
    }

    @Override
    public boolean isMissing(int column) {
        return samples.get(column).isMissing(column);
    }

    @Override
    public String text(int column) {
        return samples.get(column).text(column);
    }

    @Override
    public double number(int column) {
        return samples.get(column).number(column);
    }

    @Override
    public boolean flag(int column) {
        return samples.get(column).flag(column);
    }

    @Override
    public List<String> texts(int column) {
        return samples.get(column).texts(column);
    }

    @Override
    public long line() {
        return samples.get(0).line();
    }
}
