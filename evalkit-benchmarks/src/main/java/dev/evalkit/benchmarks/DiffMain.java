package dev.evalkit.benchmarks;

import dev.evalkit.diff.Diff;
import dev.evalkit.diff.DiffResult;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.diff.gate.Policy;
import dev.evalkit.result.ResultSet;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Reads two result files and compares them item by item: {@code PREVIOUS CURRENT}. */
public final class DiffMain {
    private DiffMain() {}

    /** The program. */
    public static void main(String[] args) {
        run(List.of(args), System.out);
    }

    static void run(List<String> args, PrintStream out) {
        ResultSet previous = ResultSet.read(Path.of(args.get(0)));
        ResultSet current = ResultSet.read(Path.of(args.get(1)));
        DiffResult diff = Diff.withDefaults().withThreshold(0.01).compare(previous, current);
        Outcome outcome = Policy.BALANCED.judge(diff);
        out.println(diff.rows().size() + " rows, " + (outcome.passed() ? "passed" : "failed"));
    }
}
