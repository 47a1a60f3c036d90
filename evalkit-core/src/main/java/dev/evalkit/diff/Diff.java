package dev.evalkit.diff;

import dev.evalkit.EvalkitException;
import dev.evalkit.diff.inference.TestChoice;
import dev.evalkit.model.Thresholds;
import dev.evalkit.repository.BundledIndicators;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.ItemId;
import dev.evalkit.result.ItemScope;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import dev.evalkit.result.RunManifest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares two sets of results.
 *
 * <pre>{@code
 * ResultSet previous = ResultSet.read(Path.of("reports/baseline.json"));
 * ResultSet current = ResultSet.read(Path.of("reports/current.json"));
 * Outcome outcome = Policy.BALANCED.judge(Diff.withDefaults().compare(previous, current));
 * }</pre>
 *
 * <p>Immutable and thread-safe; every {@code with} gives a new instance. The same inputs give the same result.
 */
public final class Diff {
    private final Definitions definitions;
    private final DiffSettings settings;

    private Diff(Definitions definitions, DiffSettings settings) {
        this.definitions = definitions;
        this.settings = settings;
    }

    /** A diff that knows the indicators that evalkit brings along, has no thresholds but the usual ones, and lets no difference pass. */
    public static Diff withDefaults() {
        return new Diff(Definitions.of(new BundledIndicators()), DiffSettings.DEFAULTS);
    }

    /** Takes directions, thresholds, aliases and units from these definitions, and where they say nothing from those that were known before. */
    public Diff with(Definitions repository) {
        return new Diff(repository.orElse(definitions), settings);
    }

    /**
     * Sets the threshold of every item for which neither scenario nor indicator gives one.
     *
     * @param absolute the size from which a change matters, in each item's unit, 0 or more
     */
    public Diff withThreshold(double absolute) {
        return new Diff(definitions, settings.withBuild(Thresholds.absolute(absolute)));
    }

    /**
     * Lets pass differences that would make rows incomparable.
     *
     * @param names what may differ, e.g. {@code dataset_sha256} or {@code evaluator.version}
     * @throws EvalkitException if a name is none of those
     */
    public Diff allowing(Collection<String> names) {
        Differences.requireKnown(names);
        return new Diff(definitions, settings.withAllowed(Set.copyOf(names)));
    }

    /** Tests in another way than the kinds of the statistics suggest. */
    public Diff withTest(TestChoice test) {
        return new Diff(definitions, settings.withTest(test));
    }

    /** Draws with another seed than 0, where simulations are needed. */
    public Diff withSeed(long seed) {
        return new Diff(definitions, settings.withSeed(seed));
    }

    /**
     * Shows rows of slices only by these columns; those that gate are always there. Unless asked otherwise, all are shown.
     *
     * @param columns slice columns, e.g. {@code subject}; none for no slices
     */
    public Diff withSlices(Collection<String> columns) {
        return new Diff(definitions, settings.withSlices(Set.copyOf(columns)));
    }

    /**
     * Also shows p-values as Benjamini and Hochberg (1995) correct them, over the rows that gate and over those for display: of the rows with q ≤ 0.05 at most 5 % are
     * expected to be false. For reading; verdicts do not use them.
     */
    public Diff withDiscoveries() {
        return new Diff(definitions, settings.withDiscoveries());
    }

    /**
     * Compares results that stand alone.
     *
     * @throws EvalkitException as {@link #compare(Side, Side)} does
     */
    public DiffResult compare(ResultSet previous, ResultSet current) {
        return compare(Side.of(previous), Side.of(current));
    }

    /**
     * Compares two sides.
     *
     * @throws EvalkitException if two items of one side would be compared with the same item of the other, or an item that gates changed from 0 and has only a
     *     relative threshold
     */
    public DiffResult compare(Side previous, Side current) {
        return compare(previous, current, SlowCreep.none());
    }

    private DiffResult compare(Side previous, Side current, SlowCreep creep) {
        Map<String, IndicatorRun> notEvaluated = notEvaluated(current.run());
        ScoreStore scores = new ScoreStore(previous, current);
        RowBuilder builder = new RowBuilder(
                definitions,
                settings,
                new BasisFinder(scores, settings.test()),
                previous.frozenMargins(),
                notEvaluated,
                creep);
        Alignment alignment = Alignment.of(previous, current, definitions);
        RowList rows = new RowList();
        Set<String> compared = new HashSet<>();
        for (int number = 0; number < alignment.size(); number++) {
            if (notEvaluated.isEmpty() && alignment.isOfSame(number) && alignment.addPlain(number, builder, rows)) {
                continue;
            }
            AlignedPair pair = alignment.pair(number);
            if (!notEvaluated.isEmpty() && notEvaluated.containsKey(pair.id().metricId())) {
                compared.add(pair.id().metricId());
            }
            if (builder.shows(pair.id())) {
                rows.add(builder.draft(pair), number);
            }
        }
        onNeitherSide(notEvaluated.keySet(), compared).map(builder::draft).forEach(rows::add);
        builder.missingThresholds().requireNone();
        List<DiffRow> judged = rows.judged(number -> builder.again(alignment.pair(number)));
        return new DiffResult(
                previous.origin(),
                current.origin(),
                settings.areDiscoveriesShown() ? Discoveries.added(judged) : judged);
    }

    /**
     * The margins that accepting a run freezes, so that what is changed later about thresholds does not change what the run was accepted for.
     *
     * @return the margin of every item that gates, by the text of its identity in the run
     * @throws EvalkitException if the value of such an item is 0 and it has only a relative threshold
     */
    public SortedMap<String, Double> margins(Side run) {
        SortedMap<String, Double> margins = new TreeMap<>();
        MissingThresholds missing = new MissingThresholds();
        Keys keys = new Keys(run, definitions, true);
        for (int position = 0; position < keys.size(); position++) {
            ItemId key = keys.key(position);
            ResultItem item = keys.item(position);
            if (definitions.gates(key)) {
                Tolerance tolerance = tolerance(key, item);
                if (tolerance.ofNothing()) {
                    missing.add(key);
                }
                margins.put(item.id().toString(), tolerance.margin());
            }
        }
        missing.requireNone();
        return Collections.unmodifiableSortedMap(margins);
    }

    /**
     * Says of every item of a run that gates, and has samples or an interval, whether these can tell at all: what to warn of when a run is accepted, before there is
     * a second one. Where the run was accepted its frozen margins count.
     *
     * @throws EvalkitException if scores cannot be read
     */
    public List<DesignCheck> designs(Side run) {
        Keys keys = new Keys(run, definitions, run.models().size() > 1);
        List<DesignChecks.Gated> gating = new ArrayList<>();
        for (int position = 0; position < keys.size(); position++) {
            ItemId key = keys.key(position);
            ResultItem item = keys.item(position);
            if (definitions.gates(key)) {
                Double frozen = run.frozenMargins().get(item.id().toString());
                gating.add(new DesignChecks.Gated(
                        key, item, frozen == null ? tolerance(key, item).margin() : frozen));
            }
        }
        return new DesignChecks(run).of(gating);
    }

    private Tolerance tolerance(ItemId key, ResultItem item) {
        ItemRules rules = ItemRules.of(key.metricId(), definitions, settings.build());
        Observation value = Observation.of(item);
        return Tolerances.of(rules.levels(), null, Scale.of(rules.unit(item, null)), value, value);
    }

    /**
     * Compares two sides, and the current one also with the first run that was ever accepted: a row that is worse than that one by more than is tolerated says so,
     * whatever its verdict.
     *
     * @param first the first accepted run
     * @throws EvalkitException as {@link #compare(Side, Side)} does
     */
    public DiffResult compare(Side previous, Side current, Side first) {
        return compare(previous, current, SlowCreep.since(first, current, definitions));
    }

    private Map<String, IndicatorRun> notEvaluated(@Nullable RunManifest run) {
        Map<String, IndicatorRun> notEvaluated = new LinkedHashMap<>();
        if (run != null) {
            run.indicators().stream()
                    .filter(each -> each.status() != IndicatorRun.Status.OK)
                    .forEach(each -> notEvaluated.put(definitions.canonical(each.id()), each));
        }
        return notEvaluated;
    }

    /** What the scenario lists and the run left out is missing even where there was nothing to compare it with. */
    private Stream<AlignedPair> onNeitherSide(Set<String> notEvaluated, Set<String> compared) {
        return notEvaluated.stream()
                .filter(metric -> definitions.lists(metric) && !compared.contains(metric))
                .map(metric -> new AlignedPair(ItemScope.NONE.id(metric), null, null));
    }
}
