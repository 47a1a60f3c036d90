package dev.evalkit.benchmarks;

import dev.evalkit.stats.ConfidenceInterval;
import dev.evalkit.stats.McNemar;
import dev.evalkit.stats.PairedCounts;
import dev.evalkit.stats.Tails;
import dev.evalkit.stats.Tango;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Tests of a million paired scores of 0 or 1, once the pairs are counted. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PairedTestsBenchmark {
    private final PairedCounts counts = new PairedCounts(60_500, 60_000, 1_000_000);

    /** Tango's interval of the difference. */
    @Benchmark
    public ConfidenceInterval tango() {
        return Tango.interval(counts, 0.95);
    }

    /** McNemar's exact test. */
    @Benchmark
    public Tails mcNemar() {
        return McNemar.exact(60_500, 60_000);
    }
}
