package dev.evalkit.diff;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Made-up runs that have something of every kind of statistic. */
final class Assorted {
    private Assorted() {}

    /** Samples of one run: answers, graded scores, labels, latencies, attempts at attacks. */
    static List<String> samples(long seed, int count) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double ability = 0.5 + 0.1 * (seed % 3);
            String label = "c" + i % 3;
            lines.add(String.format(
                    Locale.ROOT,
                    "{\"id\": \"q%d\", \"subject\": \"s%d\", \"correct\": %s, \"score\": %s, \"label\": \"%s\", \"prediction\": \"%s\","
                            + " \"latency_ms\": %s, \"clean\": %s, \"adversarial\": %s}",
                    i,
                    i % 9,
                    random.nextDouble() < ability,
                    random.nextInt(5) / 4.0,
                    label,
                    random.nextDouble() < ability ? label : "c" + random.nextInt(3),
                    100 + 900 * random.nextDouble(),
                    random.nextDouble() < 0.9,
                    random.nextDouble() < ability));
        }
        return lines;
    }

    /** The run of these samples. */
    static Side run(Path folder, List<String> lines) {
        return new ScoredRun(folder)
                .addLines("answers", "accuracy", "--correct correct --slice subject", lines)
                .addLines("clustered", "accuracy", "--correct correct --cluster subject", lines)
                .addLines("graded", "accuracy", "--score score", lines)
                .addLines("graded_in_clusters", "accuracy", "--score score --cluster subject", lines)
                .addLines("f1", "classification", "--metric f1", lines)
                .addLines("latency", "latency", "--quantile 0.5", lines)
                .addLines("rate", "rate", "--flag correct --pairing unpaired", lines)
                .side();
    }
}
