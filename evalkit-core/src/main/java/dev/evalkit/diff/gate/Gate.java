package dev.evalkit.diff.gate;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.diff.Definitions;
import dev.evalkit.diff.DesignCheck;
import dev.evalkit.diff.Diff;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Side;
import dev.evalkit.diff.SideReader;
import dev.evalkit.diff.inference.TestChoice;
import dev.evalkit.io.Digests;
import dev.evalkit.model.Indicator;
import dev.evalkit.model.Scenario;
import dev.evalkit.model.Scenario.PriorityIndicator;
import dev.evalkit.repository.AcceptTerms;
import dev.evalkit.repository.Baseline;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunStore;
import dev.evalkit.repository.StoredRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The gate of an evaluation repository: compares by what its indicators and scenarios say, judges runs by their baselines, and accepts runs as
 * baselines.
 *
 * <pre>{@code
 * EvaluationRepository repository = EvaluationRepository.open(Path.of("."));
 * RunStore store = RunStore.of(repository);
 * RunKey key = new RunKey("ticket-router-2", "support");
 * Baseline baseline = store.baseline(key).orElseThrow();
 * Outcome outcome = Gate.of(repository, store).judge(store.newest(key, baseline).orElseThrow(), baseline);
 * }</pre>
 *
 * <p>Immutable; every {@code with} gives a new instance.
 */
public final class Gate {
    private final EvaluationRepository repository;
    private final RunStore store;
    private final Definitions definitions;
    private final Diff diff;
    private final Policy policy;

    private Gate(EvaluationRepository repository, RunStore store, Definitions definitions, Diff diff, Policy policy) {
        this.repository = repository;
        this.store = store;
        this.definitions = definitions;
        this.diff = diff;
        this.policy = policy;
    }

    /**
     * The gate with the balanced policy and no threshold of the build.
     *
     * @throws EvalkitException if an indicator of the repository cannot be read: without it directions and thresholds are not known
     */
    public static Gate of(EvaluationRepository repository, RunStore store) {
        List<Indicator> indicators = repository.indicators().ids().stream()
                .map(repository.indicators()::get)
                .toList();
        return new Gate(repository, store, Definitions.of(indicators), Diff.withDefaults(), Policy.BALANCED);
    }

    /** The same gate with another policy. */
    public Gate with(Policy other) {
        return new Gate(repository, store, definitions, diff, other);
    }

    /**
     * The same gate with a threshold for indicators that have none.
     *
     * @param absolute the size from which a change matters, in each item's unit, 0 or more
     */
    public Gate withThreshold(double absolute) {
        return new Gate(repository, store, definitions, diff.withThreshold(absolute), policy);
    }

    /**
     * The same gate, which lets pass differences that would make rows incomparable.
     *
     * @throws EvalkitException if a name is no such difference
     */
    public Gate allowing(Collection<String> names) {
        return new Gate(repository, store, definitions, diff.allowing(names), policy);
    }

    /** The same gate, testing in another way than the kinds of the statistics suggest. */
    public Gate withTest(TestChoice test) {
        return new Gate(repository, store, definitions, diff.withTest(test), policy);
    }

    /**
     * The same gate, showing slices only by these columns beside those that gate.
     *
     * @param columns slice columns, e.g. {@code subject}; none for no slices
     */
    public Gate withSlices(Collection<String> columns) {
        return new Gate(repository, store, definitions, diff.withSlices(columns), policy);
    }

    /** The same gate, which also shows p-values as Benjamini and Hochberg correct them. */
    public Gate withDiscoveries() {
        return new Gate(repository, store, definitions, diff.withDiscoveries(), policy);
    }

    /**
     * Judges a run by a baseline, and warns of what crept since the first run of the baseline's model and scenario that was ever accepted.
     *
     * @throws EvalkitException if one of them cannot be read or they cannot be compared
     */
    public Outcome judge(StoredRun run, Baseline baseline) {
        SideReader reader = new SideReader(repository);
        Side previous = reader.read(baseline);
        Side current = reader.read(run);
        Diff how = in(run.key().scenario());
        return policy.judge(store.accepted(baseline.run().key()).stream()
                .findFirst()
                .filter(first -> !first.id().equals(baseline.run().id()))
                .map(first -> how.compare(previous, current, reader.read(first)))
                .orElseGet(() -> how.compare(previous, current)));
    }

    /**
     * Whether the samples of a run will be able to tell anything at all, for each of its items that gates and has samples or an interval: what to say when it is
     * accepted.
     *
     * @throws EvalkitException if the run cannot be read
     */
    public List<DesignCheck> designs(StoredRun run) {
        return in(run.key().scenario()).designs(new SideReader(repository).read(run));
    }

    /**
     * Why a run should not become the baseline, for whoever does not want to accept a worse one: items that gate regressed, or are inconclusive although a drop is
     * proven. Empty where there is none.
     *
     * @throws EvalkitException if one of them cannot be read or they cannot be compared
     */
    public Optional<String> refusal(StoredRun run, Baseline baseline) {
        List<DiffRow> worse = judge(run, baseline).worse();
        if (worse.isEmpty()) {
            return Optional.empty();
        }
        String rows = worse.stream()
                .map(row -> row.id().metricId()
                        + row.reasons().stream()
                                .findFirst()
                                .map(reason -> " (" + reason.text() + ")")
                                .orElse(""))
                .collect(Collectors.joining(", "));
        return Optional.of(Shown.text(
                run.name() + " is worse than the baseline " + baseline.run().name() + ": " + rows));
    }

    /**
     * Judges results by other results.
     *
     * @param previous a result file or a run's folder
     * @param current another
     * @param scenario the scenario whose thresholds count, or null for that of the current run
     * @throws EvalkitException if one of them cannot be read, they cannot be compared, or there is no such scenario
     */
    public Outcome judge(Path previous, Path current, @Nullable String scenario) {
        SideReader reader = new SideReader(repository);
        Side side = reader.read(current);
        if (scenario != null) {
            repository.scenarios().get(scenario);
        }
        String own = side.run() == null ? null : side.run().scenario();
        return judge(reader.read(previous), side, scenario == null ? own : scenario);
    }

    private Outcome judge(Side previous, Side current, @Nullable String scenario) {
        return policy.judge(in(scenario).compare(previous, current));
    }

    /**
     * Accepts a run as the baseline of its model and scenario, and freezes the margins that it is accepted with.
     *
     * @param reason why, in the words of whoever does it; may be empty
     * @return the accepted run as it lies in {@code reports/} now
     * @throws EvalkitException if an indicator of the run failed, one that its scenario lists was skipped, or the run cannot be read
     */
    public StoredRun accept(StoredRun run, String reason, Clock clock) {
        AcceptTerms terms = AcceptTerms.because(reason)
                .withMargins(in(run.key().scenario()).margins(new SideReader(repository).read(run)))
                .withRequired(listed(run.key().scenario()));
        Path looked = run.folder().resolve(DiffFile.NAME);
        return store.accept(run, Files.isRegularFile(looked) ? terms.withDiff(Digests.sha256(looked)) : terms, clock);
    }

    private Diff in(@Nullable String scenario) {
        return diff.with(scenario(scenario).map(definitions::in).orElse(definitions));
    }

    private Set<String> listed(String scenario) {
        return scenario(scenario).stream()
                .flatMap(found -> found.priorityIndicators().stream())
                .map(PriorityIndicator::indicator)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<Scenario> scenario(@Nullable String id) {
        return Optional.ofNullable(id).flatMap(repository.scenarios()::find);
    }
}
