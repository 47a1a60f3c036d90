package dev.evalkit.diff;

import dev.evalkit.model.Direction;
import dev.evalkit.repository.BundledIndicators;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunKey;
import dev.evalkit.result.ItemId;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What items of any two runs mean beside each other, without a diff of the runs: for whoever lays the values of many runs in a row.
 *
 * <p>Samples are not looked at: where a diff of two runs may find that nearly all samples are the same, here the digests of the data sets decide. Immutable.
 */
public final class Comparability {
    private final Definitions definitions;

    private Comparability(Definitions definitions) {
        this.definitions = definitions.orElse(Definitions.of(new BundledIndicators()));
    }

    /**
     * By the indicators of a repository, those that evalkit brings along, and what a scenario lists.
     *
     * @param scenario the scenario's id; one that the repository does not have lists nothing
     * @throws dev.evalkit.EvalkitException if an indicator or the scenario cannot be read
     */
    public static Comparability in(EvaluationRepository repository, String scenario) {
        Definitions definitions = Definitions.of(repository.indicators().ids().stream()
                .map(repository.indicators()::get)
                .toList());
        return new Comparability(
                repository.scenarios().ids().contains(scenario)
                        ? definitions.in(repository.scenarios().get(scenario))
                        : definitions);
    }

    /** The item's identity among those of one model and scenario: under its indicator's id where it is an alias of that, and without what holds for all of them. */
    public ItemId among(RunKey key, ItemId id) {
        return new ItemId(
                definitions.canonical(id.metricId()),
                key.model().equals(id.model()) ? null : id.model(),
                key.scenario().equals(id.scenario()) ? null : id.scenario(),
                id.dataset(),
                id.slice());
    }

    /** The items that count for the gate, each under its identity among those of a model and scenario. */
    public Map<ItemId, ResultItem> gating(RunKey key, ResultSet results) {
        Map<ItemId, ResultItem> items = new LinkedHashMap<>();
        for (int position = 0; position < results.size(); position++) {
            ItemId id = results.meta(position).scope().id(results.metricId(position));
            if (definitions.gates(id)) {
                items.put(among(key, id), results.items().get(position));
            }
        }
        return items;
    }

    /** A diff by the same definitions. */
    public Diff diff() {
        return Diff.withDefaults().with(definitions);
    }

    /** The item's unit as it says itself, or else its indicator; empty where neither does. */
    public String unit(ResultItem item) {
        return rules(item).unit(item, null);
    }

    /** Which way is better as the item says itself, or else its indicator; empty where neither does. */
    public Optional<Direction> direction(ResultItem item) {
        return Optional.ofNullable(rules(item).direction(item, null));
    }

    /** Why the values of two items cannot be compared, in words; empty where they can. */
    public List<String> differences(ResultItem previous, ResultItem current) {
        Basis basis = previous.ci() == null || current.ci() == null
                ? new Basis.Values(List.of())
                : new Basis.Intervals(previous, previous.ci(), current, current.ci(), List.of());
        return Differences.between(previous, current, rules(current).definedDirection(), basis, Set.of())
                .reasons()
                .stream()
                .map(Reason::text)
                .toList();
    }

    private ItemRules rules(ResultItem item) {
        return ItemRules.of(item.metricId(), definitions, null);
    }
}
