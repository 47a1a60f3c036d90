package dev.evalkit.benchmarks;

import dev.evalkit.sample.Sample;
import dev.evalkit.sample.SampleFold;
import dev.evalkit.stats.ConfusionMatrix;
import java.util.Arrays;

/** How often each label met each prediction, and all latencies: the least that the numbers of {@link ClassifyMain} follow from. */
final class Tallies {
    private String[] classes = {};
    private long[][] counts = {};
    private double[] latencies = new double[1 << 13];
    private int size;

    /** Gathers samples whose columns are label, prediction and latency. */
    static final class Fold implements SampleFold<Tallies> {
        @Override
        public Tallies create() {
            return new Tallies();
        }

        @Override
        public void add(Tallies tallies, Sample sample) {
            int label = tallies.code(sample.text(0));
            int prediction = tallies.code(sample.text(1));
            tallies.add(sample.number(2));
            tallies.counts[label][prediction]++;
        }

        @Override
        public Tallies merge(Tallies earlier, Tallies later) {
            earlier.append(later);
            return earlier;
        }
    }

    /** The counts, classes being numbered in the order of their names. */
    ConfusionMatrix matrix() {
        String[] sorted = classes.clone();
        Arrays.sort(sorted);
        long[][] table = new long[sorted.length][sorted.length];
        for (int label = 0; label < sorted.length; label++) {
            for (int prediction = 0; prediction < sorted.length; prediction++) {
                table[label][prediction] = counts[code(sorted[label])][code(sorted[prediction])];
            }
        }
        return ConfusionMatrix.of(table);
    }

    double[] latencies() {
        return Arrays.copyOf(latencies, size);
    }

    private void append(Tallies later) {
        int[] codes = Arrays.stream(later.classes).mapToInt(this::code).toArray();
        for (int label = 0; label < codes.length; label++) {
            for (int prediction = 0; prediction < codes.length; prediction++) {
                counts[codes[label]][codes[prediction]] += later.counts[label][prediction];
            }
        }
        if (latencies.length < size + later.size) {
            latencies = Arrays.copyOf(latencies, Math.max(size + later.size, size + size / 2));
        }
        System.arraycopy(later.latencies, 0, latencies, size, later.size);
        size += later.size;
    }

    private void add(double latency) {
        if (size == latencies.length) {
            latencies = Arrays.copyOf(latencies, 2 * size);
        }
        latencies[size++] = latency;
    }

    /** Few classes are found sooner one by one than by a hash. */
    private int code(String name) {
        for (int i = 0; i < classes.length; i++) {
            if (classes[i].equals(name)) {
                return i;
            }
        }
        return newCode(name);
    }

    private int newCode(String name) {
        int code = classes.length;
        classes = Arrays.copyOf(classes, code + 1);
        classes[code] = name;
        long[][] grown = new long[code + 1][code + 1];
        for (int i = 0; i < code; i++) {
            System.arraycopy(counts[i], 0, grown[i], 0, code);
        }
        counts = grown;
        return code;
    }
}
