package dev.evalkit.benchmarks;

import dev.evalkit.diff.gate.Gate;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.io.DurableFile;
import dev.evalkit.report.html.RunReport;
import dev.evalkit.repository.Baseline;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunStore;
import dev.evalkit.repository.StoredRun;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Compares two runs of a repository and makes the page of the later one: {@code REPOSITORY PREVIOUS CURRENT PAGE}. */
public final class ReportMain {
    private ReportMain() {}

    /** The program. */
    public static void main(String[] args) {
        run(List.of(args), System.out);
    }

    static void run(List<String> args, PrintStream out) {
        EvaluationRepository repository = EvaluationRepository.open(Path.of(args.get(0)));
        RunStore store = RunStore.of(repository);
        StoredRun previous = store.open(Path.of(args.get(1)));
        StoredRun current = store.open(Path.of(args.get(2)));
        Baseline baseline = new Baseline(previous, previous.current());
        Outcome outcome = Gate.of(repository, store).withThreshold(0.01).judge(current, baseline);
        String page =
                RunReport.of(repository).judged(outcome, current, baseline).document();
        DurableFile.write(Path.of(args.get(3)), page);
        out.println(outcome.diff().rows().size() + " rows, " + page.length() + " characters");
    }
}
