package dev.evalkit.diff;

import dev.evalkit.EvalkitException;
import dev.evalkit.model.Thresholds;
import dev.evalkit.repository.BundledIndicators;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.ItemId;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import dev.evalkit.result.RunManifest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
    private final @Nullable Thresholds build;
    private final Set<String> allowed;

    private Diff(Definitions definitions, @Nullable Thresholds build, Set<String> allowed) {
        this.definitions = definitions;
        this.build = build;
        this.allowed = allowed;
    }

    /** A diff that knows the indicators that evalkit brings along, has no thresholds but the usual ones, and lets no difference pass. */
    public static Diff withDefaults() {
        return new Diff(Definitions.of(BundledIndicators.load().all()), null, Set.of());
    }

    /** Takes directions, thresholds, aliases and units from these definitions, and where they say nothing from those that were known before. */
    public Diff with(Definitions repository) {
        return new Diff(repository.orElse(definitions), build, allowed);
    }

    /**
     * Sets the threshold of every item for which neither scenario nor indicator gives one.
     *
     * @param absolute the size from which a change matters, in each item's unit, 0 or more
     */
    public Diff withThreshold(double absolute) {
        return new Diff(definitions, Thresholds.absolute(absolute), allowed);
    }

    /**
     * Lets pass differences that would make rows incomparable.
     *
     * @param names what may differ, e.g. {@code dataset_sha256} or {@code evaluator.version}
     * @throws EvalkitException if a name is none of those
     */
    public Diff allowing(Collection<String> names) {
        Differences.requireKnown(names);
        return new Diff(definitions, build, Set.copyOf(names));
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
        Map<String, IndicatorRun> notEvaluated = notEvaluated(current.run());
        RowBuilder builder = new RowBuilder(definitions, build, allowed, previous.frozenMargins(), notEvaluated);
        List<DiffRow> rows = new ArrayList<>(current.items().size());
        Alignment.of(previous, current, definitions).forEach(pair -> rows.add(builder.row(pair)));
        rows.addAll(onNeitherSide(notEvaluated.keySet(), rows, builder));
        builder.missingThresholds().requireNone();
        return new DiffResult(previous.origin(), current.origin(), rows);
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
                ItemRules rules = ItemRules.of(key.metricId(), definitions, build);
                Observation value = Observation.of(item);
                Tolerance tolerance =
                        Tolerances.of(rules.levels(), null, Scale.of(rules.unit(item, null)), value, value);
                if (tolerance.ofNothing()) {
                    missing.add(key);
                }
                margins.put(item.id().toString(), tolerance.margin());
            }
        }
        missing.requireNone();
        return Collections.unmodifiableSortedMap(margins);
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
    private List<DiffRow> onNeitherSide(Set<String> notEvaluated, List<DiffRow> rows, RowBuilder builder) {
        if (notEvaluated.isEmpty()) {
            return List.of();
        }
        Set<String> present = rows.stream()
                .map(row -> definitions.canonical(row.id().metricId()))
                .collect(Collectors.toSet());
        return notEvaluated.stream()
                .filter(metric -> definitions.lists(metric) && !present.contains(metric))
                .map(metric -> builder.row(new AlignedPair(
                        new ItemId(metric, null, null, null, Collections.emptySortedMap()), null, null)))
                .toList();
    }
}
