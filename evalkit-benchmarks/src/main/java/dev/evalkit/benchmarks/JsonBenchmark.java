package dev.evalkit.benchmarks;

import dev.evalkit.json.JsonDocument;
import dev.evalkit.result.ResultSet;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Ten thousand result items: as a document of plain values, and as items by the streaming tokenizer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class JsonBenchmark {
    private static final int ITEMS = 10_000;

    private final byte[] file = file();

    /** Parsed into plain values. */
    @Benchmark
    public int document() {
        return JsonDocument.parse("items.json", file).array().size();
    }

    /** Read as result items. */
    @Benchmark
    public int items() {
        return ResultSet.read(new ByteArrayInputStream(file), "items.json")
                .items()
                .size();
    }

    private static byte[] file() {
        StringBuilder items = new StringBuilder("[\n");
        for (int i = 0; i < ITEMS; i++) {
            items.append(i == 0 ? "" : ",\n");
            items.append("{\"metric_id\":\"task").append(i % 100).append(".m").append(i);
            items.append("\",\"value\":0.").append(100_000 + i).append(",\"ci\":[0.1,0.3],\"samples_used\":");
            items.append(100 + i % 900)
                    .append(",\"meta\":{\"split\":\"test\",\"seed\":")
                    .append(i % 7);
            items.append(",\"evaluator\":\"exact_match\"}}");
        }
        return items.append("]\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
