package dev.evalkit.diff;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.model.Indicator;
import dev.evalkit.model.Scenario;
import dev.evalkit.model.Scenario.PriorityIndicator;
import dev.evalkit.model.Thresholds;
import dev.evalkit.repository.BundledIndicators;
import dev.evalkit.result.ItemId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of metrics apart from their results: the indicators that define them and what a scenario says of those. Immutable.
 *
 * <p>An item belongs to the indicator whose id or alias its {@code metric_id} is; {@code <id>.<name>} is a secondary item of {@code <id>}.
 */
public final class Definitions {
    /** Nothing is known: every metric stands for itself. */
    public static final Definitions NONE = new Definitions(Map.of(), Map.of(), List.of());

    private final Map<String, Supplier<Indicator>> indicators;
    private final Map<String, String> aliases;
    private final List<PriorityIndicator> listed;
    private final Map<String, PriorityIndicator> priorities;
    private final Heads heads;

    private Definitions(
            Map<String, Supplier<Indicator>> indicators, Map<String, String> aliases, List<PriorityIndicator> listed) {
        this.indicators = Map.copyOf(indicators);
        this.aliases = Map.copyOf(aliases);
        this.listed = List.copyOf(listed);
        this.heads = new Heads(Stream.concat(indicators.keySet().stream(), aliases.keySet().stream()));
        Map<String, PriorityIndicator> byId = new HashMap<>();
        listed.forEach(each -> byId.putIfAbsent(canonical(each.indicator()), each));
        this.priorities = Map.copyOf(byId);
    }

    /**
     * The definitions that a repository holds.
     *
     * @throws EvalkitException if two indicators claim the same alias
     */
    public static Definitions of(Collection<Indicator> indicators) {
        Map<String, Supplier<Indicator>> byId = new HashMap<>();
        indicators.forEach(indicator -> byId.put(indicator.id(), () -> indicator));
        Map<String, String> aliases = new HashMap<>();
        for (Indicator indicator : indicators) {
            for (String alias : indicator.aliases()) {
                String other = aliases.put(alias, indicator.id());
                if (other != null && !other.equals(indicator.id())) {
                    throw new EvalkitException(Shown.text("The indicators " + other + " and " + indicator.id()
                            + " both have the alias " + alias + "; remove it from one of them"));
                }
            }
        }
        aliases.keySet().removeAll(byId.keySet());
        return new Definitions(byId, aliases, List.of());
    }

    /** The definitions that evalkit brings along; each is read when it is needed. */
    static Definitions of(BundledIndicators bundled) {
        Map<String, Supplier<Indicator>> byId = new HashMap<>();
        Map<String, String> aliases = new HashMap<>();
        for (String id : bundled.ids()) {
            byId.put(id, () -> bundled.get(id));
            bundled.aliases(id).forEach(alias -> aliases.put(alias, id));
        }
        return new Definitions(byId, aliases, List.of());
    }

    /** These definitions, and others for the ids and aliases that these do not know: e.g. the indicators that evalkit brings along. */
    public Definitions orElse(Definitions others) {
        Map<String, Supplier<Indicator>> allIndicators = new HashMap<>(indicators);
        Map<String, String> allAliases = new HashMap<>(aliases);
        others.indicators.forEach((id, indicator) -> {
            if (!aliases.containsKey(id)) {
                allIndicators.putIfAbsent(id, indicator);
            }
        });
        others.aliases.forEach((alias, id) -> {
            if (!allIndicators.containsKey(alias)) {
                allAliases.putIfAbsent(alias, id);
            }
        });
        return new Definitions(allIndicators, allAliases, listed);
    }

    /** These definitions in a scenario, whose thresholds go before the indicators' own. */
    public Definitions in(Scenario scenario) {
        return new Definitions(indicators, aliases, scenario.priorityIndicators());
    }

    /** The metric under its indicator's id, where it is an alias of that or begins with one. */
    String canonical(String metricId) {
        if (!heads.begin(metricId) || indicators.containsKey(metricId)) {
            return metricId;
        }
        String id = aliases.get(metricId);
        if (id != null) {
            return id;
        }
        for (int dot = metricId.lastIndexOf('.'); dot > 0; dot = metricId.lastIndexOf('.', dot - 1)) {
            String owner = metricId.substring(0, dot);
            String ownerId = aliases.get(owner);
            if (ownerId != null || indicators.containsKey(owner)) {
                return ownerId == null ? metricId : ownerId + metricId.substring(dot);
            }
        }
        return metricId;
    }

    /** The indicator of that id, or null. */
    @Nullable
    Indicator indicator(String id) {
        Supplier<Indicator> definition = indicators.get(id);
        return definition == null ? null : definition.get();
    }

    /** Whether nothing at all is said of a metric, its direction for one. */
    boolean isSilent(String metricId) {
        return !heads.begin(metricId);
    }

    /** Whether the scenario lists the metric of that id. */
    boolean lists(String metricId) {
        return priorities.containsKey(metricId);
    }

    /** Whether the item counts for the gate: primary items do, secondary ones and slices only where the scenario lists them. */
    boolean gates(ItemId id) {
        String metricId = canonical(id.metricId());
        PriorityIndicator listed = priorities.get(metricId);
        if (!id.slice().isEmpty()) {
            return listed != null && listed.slices().containsAll(id.slice().keySet());
        }
        return listed != null || !isSecondary(metricId);
    }

    private boolean isSecondary(String metricId) {
        if (!heads.begin(metricId) || indicators.containsKey(metricId)) {
            return false;
        }
        for (int dot = metricId.lastIndexOf('.'); dot > 0; dot = metricId.lastIndexOf('.', dot - 1)) {
            if (indicators.containsKey(metricId.substring(0, dot))) {
                return true;
            }
        }
        return false;
    }

    /** What is said of the thresholds of the metric of that id, the nearest first: by the scenario, by the indicator, by the build. */
    List<Thresholds> thresholds(String metricId, @Nullable Thresholds build) {
        PriorityIndicator listed = priorities.get(metricId);
        Indicator indicator = indicator(metricId);
        if (listed == null && indicator == null && build == null) {
            return List.of();
        }
        List<Thresholds> levels = new ArrayList<>(3);
        if (listed != null) {
            levels.add(listed.thresholds());
        }
        if (indicator != null) {
            levels.add(indicator.thresholds());
        }
        if (build != null) {
            levels.add(build);
        }
        return levels;
    }
}
