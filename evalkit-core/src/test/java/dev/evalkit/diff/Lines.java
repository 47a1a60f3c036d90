package dev.evalkit.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Made-up samples as JSON lines. */
final class Lines {
    private Lines() {}

    static List<String> of(int count, IntFunction<String> line) {
        return new ArrayList<>(IntStream.range(0, count).mapToObj(line).toList());
    }

    /** Samples of which the first are right; from {@code broken} on so many of those are wrong, and from the end so many wrong ones are right. */
    static List<String> answers(int count, int right, int worse, int better) {
        return of(count, i -> answer(i, i < right - worse || i >= count - better));
    }

    static String answer(int id, boolean isRight) {
        return String.format(
                Locale.ROOT, "{\"id\": \"q%05d\", \"subject\": \"s%d\", \"correct\": %s}", id, id % 8, isRight);
    }

    static String score(int id, double score) {
        return String.format(
                Locale.ROOT, "{\"id\": \"q%05d\", \"subject\": \"s%d\", \"score\": %s}", id, id % 8, score);
    }

    static String labelled(int id, String label, String prediction) {
        return String.format(
                Locale.ROOT,
                "{\"id\": \"q%05d\", \"subject\": \"s%d\", \"label\": \"%s\", \"prediction\": \"%s\"}",
                id,
                id % 8,
                label,
                prediction);
    }

    /** A number between 0 and 1 that looks like chance and is the same each time. */
    static double noise(int i) {
        double x = Math.sin(i * 12.9898 + 4.1414) * 43758.5453;
        return x - Math.floor(x);
    }
}
