package dev.evalkit.benchmarks;

import dev.evalkit.stats.Averaging;
import dev.evalkit.stats.Bootstrap;
import dev.evalkit.stats.BootstrapEstimate;
import dev.evalkit.stats.ClassScore;
import dev.evalkit.stats.ConfusionMatrix;
import dev.evalkit.stats.CountMetric;
import dev.evalkit.stats.RandomStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The interval of macro F1 over four classes by 10,000 resamples, of few samples and of many: it costs the same. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CountBootstrapBenchmark {
    /** How many samples there are in each cell off the diagonal; 50 times as many in the others. */
    @Param({"100", "10000", "1000000"})
    public long cell = 100;

    /** The bootstrap. */
    @Benchmark
    public BootstrapEstimate macroF1() {
        long[][] counts = new long[4][4];
        for (int label = 0; label < 4; label++) {
            for (int prediction = 0; prediction < 4; prediction++) {
                counts[label][prediction] = label == prediction ? 50 * cell : cell;
            }
        }
        return Bootstrap.withDefaults()
                .ofCounts(
                        ConfusionMatrix.of(counts),
                        new CountMetric.Averaged(ClassScore.F1, Averaging.MACRO),
                        RandomStream.of(1, "benchmark", "bootstrap"));
    }
}
