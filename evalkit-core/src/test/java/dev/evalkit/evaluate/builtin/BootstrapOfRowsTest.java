package dev.evalkit.evaluate.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.evalkit.evaluate.Measure;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bootstrap over count cells, which costs nothing per row, agrees with the plain one that draws rows, within Monte Carlo error. */
class BootstrapOfRowsTest {
    private static final int ROUNDS = 20_000;
    private static final String[] CLASSES = {"a", "b", "c", "d"};

    @TempDir
    private Path folder;

    @Test
    void cellsAndRowsGiveTheSameInterval() {
        SplittableRandom random = new SplittableRandom(11);
        int[] labels = new int[300];
        int[] predictions = new int[300];
        String[] lines = new String[300];
        for (int i = 0; i < lines.length; i++) {
            // The last class is rare, so that some resamples have none of it.
            labels[i] = random.nextInt(100) < 2 ? 3 : random.nextInt(3);
            predictions[i] = random.nextInt(10) < 7 ? labels[i] : random.nextInt(4);
            lines[i] = "{'id': " + i + ", 'label': '" + CLASSES[labels[i]] + "', 'prediction': '"
                    + CLASSES[predictions[i]] + "'}";
        }
        double[] rows = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            rows[round] = resampled(labels, predictions, random);
        }
        Arrays.sort(rows);
        double mean = Arrays.stream(rows).average().orElseThrow();
        double error = Math.sqrt(
                Arrays.stream(rows).map(f1 -> (f1 - mean) * (f1 - mean)).sum() / (ROUNDS - 1));

        Measure f1 = Given.jsonl(folder, lines)
                .by("classification", "--resamples " + ROUNDS)
                .all("");
        assertThat(f1.value()).isCloseTo(macroF1(labels, predictions), within(1e-12));
        Expected.method(f1, "multinomial_bootstrap_percentile");
        // An end of 20,000 rounds has an error of about 0.02 standard errors; two of them, and four such errors.
        double tolerance = 4 * Math.sqrt(2) * 0.02 * error;
        assertThat(Objects.requireNonNull(f1.ci()).low()).isCloseTo(rows[ROUNDS / 40], within(tolerance));
        assertThat(f1.ci().high()).isCloseTo(rows[ROUNDS - ROUNDS / 40], within(tolerance));
        assertThat(f1.meta().number("std_error").orElseThrow()).isCloseTo(error, within(0.03 * error));
    }

    private static double resampled(int[] labels, int[] predictions, SplittableRandom random) {
        int[] drawnLabels = new int[labels.length];
        int[] drawnPredictions = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            int row = random.nextInt(labels.length);
            drawnLabels[i] = labels[row];
            drawnPredictions[i] = predictions[row];
        }
        return macroF1(drawnLabels, drawnPredictions);
    }

    /** The mean over the classes that occur of 2TP/(labelled + predicted). */
    private static double macroF1(int[] labels, int[] predictions) {
        int[] hits = new int[CLASSES.length];
        int[] both = new int[CLASSES.length];
        for (int i = 0; i < labels.length; i++) {
            hits[labels[i]] += labels[i] == predictions[i] ? 1 : 0;
            both[labels[i]]++;
            both[predictions[i]]++;
        }
        TreeSet<Integer> occur = new TreeSet<>();
        double sum = 0;
        for (int k = 0; k < CLASSES.length; k++) {
            if (both[k] > 0) {
                occur.add(k);
                sum += 2.0 * hits[k] / both[k];
            }
        }
        return sum / occur.size();
    }
}
