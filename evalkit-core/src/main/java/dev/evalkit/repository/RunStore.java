package dev.evalkit.repository;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The runs of a repository: found, made, and accepted as baselines.
 *
 * <p>Baselines are in {@code reports/}; new runs may go elsewhere. A run is made in a hidden folder and published when it is whole; git ignores it until
 * it is accepted. Each question looks at the disk anew.
 *
 * <p>Older layouts are read too: folders named {@code <model>_<scenario>_<time>} without a {@code run.json}, times in epoch seconds, {@code
 * baselines/<model>/<time>/}.
 */
public final class RunStore {
    /** The folder of baselines, and of runs where nothing else is said. */
    public static final String REPORTS = "reports";

    private final EvaluationRepository repository;
    private final Path reports;
    private final Path runs;

    private RunStore(EvaluationRepository repository, Path runs) {
        this.repository = repository;
        this.reports = repository.root().resolve(REPORTS);
        this.runs = repository.root().resolve(runs).normalize();
    }

    /** The runs in {@code reports/}, where new ones go too. */
    public static RunStore of(EvaluationRepository repository) {
        return of(repository, Path.of(REPORTS));
    }

    /**
     * The runs in {@code reports/} and in the folder where new ones go.
     *
     * @param runs that folder; relative to the repository's root unless it is absolute
     */
    public static RunStore of(EvaluationRepository repository, Path runs) {
        return new RunStore(repository, runs);
    }

    /** The folder that new runs go to. */
    public Path folder() {
        return runs;
    }

    /** What keeps runs from being read. */
    public List<Problem> problems() {
        return scans().stream()
                .flatMap(scan -> scan.broken().stream())
                .map(RunScan.Broken::problem)
                .toList();
    }

    /** All runs of all pairs that can be read, oldest first; one that was copied into {@code reports/} counts there. */
    public List<StoredRun> runs() {
        Set<String> seen = new HashSet<>();
        return scans().stream()
                .flatMap(scan -> scan.runs().stream())
                .filter(run -> seen.add(run.id()) || run.folder().startsWith(reports))
                .sorted(RunScan.BY_TIME)
                .toList();
    }

    /** The runs of a pair that can be read, oldest first. */
    public List<StoredRun> runs(RunKey key) {
        return runs().stream().filter(run -> run.key().equals(key)).toList();
    }

    /**
     * The run in a folder, which may be anywhere.
     *
     * @throws EvalkitException if there is no run, or it does not say what it is a run of
     */
    public StoredRun open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new EvalkitException(
                    Location.of(repository.nameOf(folder)), "there is no such folder, expected a run's");
        }
        return RunScan.read(repository, folder.toAbsolutePath().normalize());
    }

    /**
     * The newest complete run of a pair.
     *
     * @throws EvalkitException if a run that may be of this pair cannot be read, as it may be the one
     */
    public Optional<StoredRun> newest(RunKey key) {
        return complete(key).max(RunScan.BY_TIME);
    }

    /**
     * The run to be judged by a baseline where nobody named one: the newest complete run that is neither the baseline nor began before
     * the baseline was accepted.
     *
     * @throws EvalkitException if a run that may be of this pair cannot be read, as it may be the one
     */
    public Optional<StoredRun> newest(RunKey key, Baseline baseline) {
        return complete(key)
                .filter(run -> !baseline.is(run) && !run.started().isBefore(baseline.since()))
                .max(RunScan.BY_TIME);
    }

    private Stream<StoredRun> complete(RunKey key) {
        scans().forEach(scan -> requireReadable(scan, key));
        return runs(key).stream().filter(StoredRun::isComplete);
    }

    /**
     * All accepted runs of a pair, in the order in which they were accepted; the first is what slow creep is measured against.
     *
     * @throws EvalkitException if a run that may be of this pair cannot be read
     */
    public List<StoredRun> accepted(RunKey key) {
        RunScan scan = RunScan.of(repository, reports);
        requireReadable(scan, key);
        return scan.runs().stream()
                .filter(run -> run.key().equals(key) && run.acceptance().isPresent())
                .sorted(Comparator.comparing((StoredRun run) ->
                                run.acceptance().orElseThrow().at())
                        .thenComparing(RunScan.BY_TIME))
                .toList();
    }

    /**
     * The baseline of a pair: the accepted run that no other accepted run supersedes; where none was accepted, that of an older layout.
     *
     * @throws AmbiguousBaselineException if there are several, as after merging two branches that accepted one each
     * @throws EvalkitException if a run that may be of this pair cannot be read, as it may be the baseline
     */
    public Optional<Baseline> baseline(RunKey key) {
        List<StoredRun> accepted = accepted(key);
        if (accepted.isEmpty()) {
            return OlderBaselines.find(repository, RunScan.of(repository, reports), key);
        }
        List<StoredRun> current = notSuperseded(accepted);
        if (current.size() != 1) {
            throw AmbiguousBaselineException.of(key, current.isEmpty() ? accepted : current);
        }
        StoredRun run = current.get(0);
        Path file = run.folder().resolve(StoredRun.BASELINE);
        return Optional.of(new Baseline(run, Files.isRegularFile(file) ? file : run.current()));
    }

    /** Begins a run now; what it finds is written into a hidden folder. */
    public RunDraft begin(RunKey key, Clock clock) {
        return RunDraft.begin(repository, runs, key, clock.instant());
    }

    /**
     * Accepts a run as the baseline of its pair. It then supersedes all runs of the pair that were accepted before. A run that is not in {@code
     * reports/} is copied there, and so is one that was accepted before and superseded since. A run that is the baseline already stays as it
     * is.
     *
     * @param run the run, which may lie anywhere
     * @return the accepted run as it lies in {@code reports/} now
     * @throws EvalkitException if the run is incomplete by the terms, or cannot be read
     */
    public StoredRun accept(StoredRun run, AcceptTerms terms, Clock clock) {
        return new RunAcceptance(repository, this, reports).accept(run, terms, clock.instant());
    }

    /** Those that no other one names as superseded. */
    static List<StoredRun> notSuperseded(List<StoredRun> accepted) {
        Set<String> superseded = new HashSet<>();
        for (StoredRun run : accepted) {
            run.acceptance().ifPresent(acceptance -> superseded.addAll(acceptance.previous()));
        }
        return accepted.stream().filter(run -> !superseded.contains(run.id())).toList();
    }

    private List<RunScan> scans() {
        return new LinkedHashSet<>(List.of(reports, runs))
                .stream().map(folder -> RunScan.of(repository, folder)).toList();
    }

    private static void requireReadable(RunScan scan, RunKey key) {
        for (RunScan.Broken broken : scan.broken()) {
            if (broken.mayBe(key)) {
                throw broken.problem().toException();
            }
        }
    }
}
