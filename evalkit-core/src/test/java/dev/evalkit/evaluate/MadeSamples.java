package dev.evalkit.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Sample files that tests make for themselves. */
public final class MadeSamples {
    private static final List<String> CLASSES = List.of("cat", "dog", "owl", "Ünïcode \"x\"");
    private static final List<String> TAGS = List.of("\"a\"", "[\"a\", \"b\"]", "[]", "[\"c\"]");

    private MadeSamples() {}

    /** These lines as a file. */
    public static Path of(Path folder, String... lines) {
        return write(folder.resolve("samples.jsonl"), String.join("\n", lines) + "\n");
    }

    /** So many samples with a column for everything that an evaluator can read. */
    public static Path many(Path folder, int count) {
        return many(folder, count, 0);
    }

    /** The same with a text of so many letters in each, for files of several chunks. */
    public static Path many(Path folder, int count, int letters) {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String label = CLASSES.get(random.nextInt(random.nextInt(4) + 1));
            boolean isRight = random.nextInt(10) < 6 + i % 7 % 3;
            boolean wasRight = isRight || random.nextInt(3) == 0;
            String prediction =
                    isRight ? quoted(label) : random.nextInt(20) == 0 ? "null" : quoted(CLASSES.get(random.nextInt(4)));
            String clean = wasRight ? quoted(label) : quoted(CLASSES.get(random.nextInt(4)));
            double latency = Math.exp(4 + random.nextDouble() + random.nextDouble());
            text.append(String.format(
                    Locale.ROOT,
                    "{\"id\": \"s%d\", \"label\": %s, \"prediction\": %s, \"clean\": %s, \"correct\": %b, \"score\": %.3f, \"points\": %d,"
                            + " \"max\": %d, \"group\": \"g%d\", \"part\": \"p%d\", \"tags\": %s, \"task\": %d, \"latency_ms\": %.4f,"
                            + " \"start\": %d, \"success\": %b, \"harmful\": %b, \"text\": \"%s\"}\n",
                    i,
                    quoted(label),
                    prediction,
                    clean,
                    isRight,
                    random.nextDouble(),
                    isRight ? 2 + i % 3 : random.nextInt(2),
                    2 + i % 3,
                    i % 37,
                    i % 5 * (i % 2),
                    TAGS.get(i % 4),
                    i / 4,
                    latency,
                    1_700_000_000_000L + 40L * i,
                    random.nextInt(15) > 0,
                    random.nextBoolean(),
                    "x".repeat(letters)));
        }
        return write(folder.resolve("many.jsonl"), text.toString());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\\\"") + '"';
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
