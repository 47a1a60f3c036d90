package dev.evalkit.benchmarks;

import dev.evalkit.io.DurableFile;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import dev.evalkit.sample.SampleFold;
import dev.evalkit.sample.SampleReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Reading samples on one thread: two texts and a number of each record. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ScanBenchmark {
    private static final List<Column> COLUMNS =
            List.of(Column.required("label"), Column.required("prediction"), Column.required("latency_ms"));

    /** How many records there are. */
    @Param("100000")
    public int records = 1000;

    private Path folder = Path.of("");

    /** Writes the files. */
    @Setup
    public void write() throws IOException {
        folder = Files.createTempDirectory("evalkit-benchmark");
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder lines = new StringBuilder();
        StringBuilder rows = new StringBuilder("id,label,prediction,latency_ms,output\n");
        for (int i = 0; i < records; i++) {
            char label = (char) ('A' + random.nextInt(4));
            char prediction = (char) ('A' + random.nextInt(4));
            double latency = random.nextInt(1_000_000) / 1000.0;
            lines.append("{\"id\":\"q-").append(i).append("\",\"label\":\"").append(label);
            lines.append("\",\"prediction\":\"").append(prediction).append("\",\"latency_ms\":");
            lines.append(latency)
                    .append(",\"output\":\"The answer is \\\"")
                    .append(prediction)
                    .append("\\\".\"}\n");
            rows.append("q-").append(i).append(',').append(label).append(',').append(prediction);
            rows.append(',')
                    .append(latency)
                    .append(",\"The answer is \"\"")
                    .append(prediction)
                    .append("\"\".\"\n");
        }
        DurableFile.write(jsonl(), lines.toString().getBytes(StandardCharsets.UTF_8));
        DurableFile.write(csv(), rows.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Removes the files. */
    @TearDown
    public void remove() throws IOException {
        Files.delete(jsonl());
        Files.delete(csv());
        Files.delete(folder);
    }

    /** JSON lines. */
    @Benchmark
    public double jsonLines() {
        return scan(jsonl());
    }

    /** Comma-separated values. */
    @Benchmark
    public double commaSeparated() {
        return scan(csv());
    }

    private Path jsonl() {
        return folder.resolve("samples.jsonl");
    }

    private Path csv() {
        return folder.resolve("samples.csv");
    }

    private static double scan(Path file) {
        return SampleReader.withDefaults()
                .withThreads(1)
                .fold(file, COLUMNS, new Sum())
                .value()[0];
    }

    /** The latencies of the samples that are right. */
    private static final class Sum implements SampleFold<double[]> {
        @Override
        public double[] create() {
            return new double[1];
        }

        @Override
        public void add(double[] sum, Sample sample) {
            if (sample.text(0).equals(sample.text(1))) {
                sum[0] += sample.number(2);
            }
        }

        @Override
        public double[] merge(double[] earlier, double[] later) {
            earlier[0] += later[0];
            return earlier;
        }
    }
}
