package dev.evalkit.maven;

import dev.evalkit.diff.gate.Gate;
import dev.evalkit.report.html.Page;
import dev.evalkit.report.html.RunReport;
import dev.evalkit.report.trend.Trends;
import dev.evalkit.repository.Baseline;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.RunStore;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.Acceptance;
import dev.evalkit.scan.Scanner;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page of a run, compared with the baseline that it is judged by, and looked through for what should not be published. */
final class RunPages {
    private final EvaluationRepository repository;
    private final RunStore store;
    private final Gate gate;
    private final BuildRuns made;
    private final FollowUp followUp;
    private final @Nullable String baselineModel;
    private final Scanner scanner;

    RunPages(
            EvaluationRepository repository,
            RunStore store,
            Gate gate,
            BuildRuns made,
            FollowUp followUp,
            @Nullable String baselineModel) {
        this.repository = repository;
        this.store = store;
        this.gate = gate;
        this.made = made;
        this.followUp = followUp;
        this.baselineModel = baselineModel;
        this.scanner = Scanner.forRepository(repository.root());
    }

    /** The pairs of which there is a complete run, in order. */
    List<RunKey> pairs() {
        return store.runs().stream()
                .filter(StoredRun::isComplete)
                .map(StoredRun::key)
                .distinct()
                .sorted(Comparator.comparing(RunKey::model).thenComparing(RunKey::scenario))
                .toList();
    }

    /** The run of a pair that this build made, else the newest complete one. */
    Optional<StoredRun> newest(RunKey pair) {
        return made.of(pair).map(store::open).or(() -> store.newest(pair));
    }

    /**
     * The page of a run.
     *
     * @throws dev.evalkit.EvalkitException if the run or its baseline cannot be read, or the page would show sensitive data
     */
    Page page(StoredRun run) {
        Trends trends = Trends.read(repository, store, run.key());
        RunReport report = RunReport.of(repository)
                .withSparklines(row -> trends.sparkline(row.id()))
                .withSections(trends.section().stream().toList())
                .withholding(text -> !scanner.isClean("a sample", text))
                .withAcceptingCommand(followUp.accepting(run.folder(), repository.root()));
        Page page = baseline(run)
                .map(baseline -> report.judged(gate.judge(run, baseline), run, baseline))
                .orElseGet(() -> report.unjudged(run));
        scanner.requireClean("the report of " + run.name(), page.text());
        return page;
    }

    /** What the run is compared with: the baseline, or what the run superseded when it became that itself. */
    private Optional<Baseline> baseline(StoredRun run) {
        RunKey wanted = baselineModel == null
                ? run.key()
                : new RunKey(baselineModel, run.key().scenario());
        return store.baseline(wanted)
                .flatMap(baseline -> baseline.run().id().equals(run.id()) ? superseded(run) : Optional.of(baseline));
    }

    private Optional<Baseline> superseded(StoredRun run) {
        List<String> ids = run.acceptance().map(Acceptance::previous).orElse(List.of());
        return store.accepted(run.key()).stream()
                .filter(earlier -> ids.contains(earlier.id()))
                .reduce((earlier, later) -> later)
                .map(earlier -> new Baseline(earlier, earlier.current()));
    }

    /** Where the page of a run goes unless somebody says otherwise. */
    static Path file(StoredRun run, @Nullable Path output) {
        return output == null ? run.folder().resolve("report.html") : output.resolve(run.id() + ".html");
    }
}
