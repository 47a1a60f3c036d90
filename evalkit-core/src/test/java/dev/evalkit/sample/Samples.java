package dev.evalkit.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;

/** What the tests of this package write and read again and again. */
final class Samples {
    private Samples() {}

    static List<Column> columns(String... names) {
        return List.of(names).stream().map(Column::required).toList();
    }

    /** The rows of a file, by the default reader with so many threads. */
    static List<String> rows(Path file, String... names) {
        return SampleReader.withDefaults()
                .fold(file, columns(names), new Rows(names.length))
                .value();
    }

    /** What a function makes of each sample. */
    static <T> SampleFold<List<T>> each(Function<Sample, T> function) {
        return new SampleFold<>() {
            @Override
            public List<T> create() {
                return new ArrayList<>();
            }

            @Override
            public void add(List<T> results, Sample sample) {
                results.add(function.apply(sample));
            }

            @Override
            public List<T> merge(List<T> earlier, List<T> later) {
                earlier.addAll(later);
                return earlier;
            }
        };
    }

    static Path write(Path folder, String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    static byte[] gzip(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** A folder of material that is not part of the project; the test is skipped where it is not there. */
    static Path shared(String path) {
        Path folder = Path.of("../../shared").resolve(path);
        Assumptions.assumeTrue(Files.exists(folder), "skipped: " + folder + " is not here");
        return folder;
    }
}
