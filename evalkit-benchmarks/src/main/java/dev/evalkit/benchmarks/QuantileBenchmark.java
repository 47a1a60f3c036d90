package dev.evalkit.benchmarks;

import dev.evalkit.stats.QuantileEstimate;
import dev.evalkit.stats.QuantileEstimator;
import dev.evalkit.stats.RandomStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Quantiles of a million latencies, with the order statistics of their intervals. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class QuantileBenchmark {
    private final double[] values = RandomStream.of(1, "benchmark", "latencies")
            .doubles(1_000_000)
            .map(u -> Math.round(1000 * Math.exp(4 + 2 * u)) / 1000.0)
            .toArray();

    /** One quantile. */
    @Benchmark
    public QuantileEstimate one() {
        return QuantileEstimator.withDefaults().estimate(values, 0.99);
    }

    /** Four of them. */
    @Benchmark
    public List<QuantileEstimate> four() {
        return QuantileEstimator.withDefaults().estimates(values, 0.5, 0.9, 0.95, 0.99);
    }
}
