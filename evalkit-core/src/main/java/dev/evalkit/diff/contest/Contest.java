package dev.evalkit.diff.contest;

import dev.evalkit.EvalkitException;
import dev.evalkit.diff.Comparability;
import dev.evalkit.diff.Diff;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.TestResult;
import dev.evalkit.diff.Verdict;
import dev.evalkit.model.Direction;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.result.ItemId;
import dev.evalkit.result.ResultItem;
import dev.evalkit.stats.Holm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares several models in one scenario.
 *
 * <p>Of each indicator the model with the best value is compared with each other one, by the test that a diff of the two has of "worse at all", which pairs samples where
 * they can be paired. The p-values of all these comparisons are adjusted together (Holm 1979); they are two-sided, since which model leads is seen in the same data.
 */
public final class Contest {
    private static final double ALPHA = 0.05;

    private final Comparability comparability;
    private final Diff diff;
    private final List<Contender> contenders;
    private final Map<List<String>, Duel> duels = new HashMap<>();

    private Contest(Comparability comparability, List<Contender> contenders) {
        this.comparability = comparability;
        this.diff = comparability.diff();
        this.contenders = contenders;
    }

    /** A diff of the leading model with another one: its rows, or why there are none. */
    private record Duel(Map<ItemId, DiffRow> rows, String problem) {}

    /** A place that may have a p-value to be adjusted. */
    private record Draft(
            Contender contender,
            @Nullable ResultItem item,
            Standing standing,
            String reason,
            @Nullable TestResult test) {}

    private record Drafts(
            ItemId id, ResultItem leader, @Nullable Direction direction, List<Draft> drafts) {}

    /**
     * Compares models, indicator by indicator, in those that gate.
     *
     * @param scenario the scenario, whose priorities count
     * @param contenders the models
     * @throws EvalkitException if an indicator or the scenario of the repository cannot be read
     */
    public static List<ContestedIndicator> of(
            EvaluationRepository repository, String scenario, List<Contender> contenders) {
        return new Contest(Comparability.in(repository, scenario), List.copyOf(contenders)).indicators();
    }

    private List<ContestedIndicator> indicators() {
        Map<ItemId, Map<Contender, ResultItem>> items = new LinkedHashMap<>();
        for (Contender contender : contenders) {
            comparability
                    .gating(contender.key(), contender.side().results())
                    .forEach((id, item) -> items.computeIfAbsent(id, each -> new LinkedHashMap<>())
                            .put(contender, item));
        }
        List<Drafts> drafts = new ArrayList<>();
        items.forEach((id, ofModels) -> drafts.add(drafts(id, ofModels)));
        double[] adjusted = Holm.adjust(drafts.stream()
                .flatMap(each -> each.drafts().stream())
                .map(Draft::test)
                .filter(Objects::nonNull)
                .mapToDouble(TestResult::pZero)
                .toArray());
        List<ContestedIndicator> judged = new ArrayList<>();
        int next = 0;
        for (Drafts each : drafts) {
            int tests = (int)
                    each.drafts().stream().filter(draft -> draft.test() != null).count();
            judged.add(judged(each, adjusted, next));
            next += tests;
        }
        return judged;
    }

    private Drafts drafts(ItemId id, Map<Contender, ResultItem> items) {
        Direction direction = items.values().stream()
                .flatMap(item -> comparability.direction(item).stream())
                .findFirst()
                .orElse(null);
        Comparator<Map.Entry<Contender, ResultItem>> order = Comparator.comparingDouble(each ->
                direction == null ? 0 : -direction.orient(each.getValue().value()));
        List<Map.Entry<Contender, ResultItem>> sorted =
                items.entrySet().stream().sorted(order).toList();
        Contender leader = sorted.get(0).getKey();
        List<Draft> drafts = new ArrayList<>();
        for (Map.Entry<Contender, ResultItem> each : sorted) {
            drafts.add(draft(id, leader, each.getKey(), each.getValue(), direction));
        }
        for (Contender contender : contenders) {
            if (!items.containsKey(contender)) {
                drafts.add(new Draft(contender, null, Standing.MISSING, "", null));
            }
        }
        return new Drafts(id, sorted.get(0).getValue(), direction, drafts);
    }

    private Draft draft(
            ItemId id, Contender leader, Contender contender, ResultItem item, @Nullable Direction direction) {
        if (direction == null) {
            return new Draft(contender, item, Standing.OPEN, "nothing says which way is better", null);
        }
        if (contender.equals(leader)) {
            return new Draft(contender, item, Standing.LEADING, "", null);
        }
        Duel duel = duels.computeIfAbsent(
                List.of(leader.key().model(), contender.key().model()), each -> duel(leader, contender));
        DiffRow row = duel.rows().get(id);
        if (row == null) {
            return new Draft(contender, item, Standing.OPEN, duel.problem(), null);
        }
        String first = row.reasons().isEmpty() ? "" : row.reasons().get(0).text();
        if (row.verdict() == Verdict.INCOMPARABLE) {
            return new Draft(contender, item, Standing.INCOMPARABLE, first, null);
        }
        return new Draft(contender, item, Standing.OPEN, row.test() == null ? first : "", row.test());
    }

    private Duel duel(Contender leader, Contender other) {
        try {
            Map<ItemId, DiffRow> rows = new HashMap<>();
            diff.withSlices(List.of())
                    .compare(leader.side(), other.side())
                    .rows()
                    .forEach(row -> rows.put(comparability.among(other.key(), row.id()), row));
            return new Duel(rows, "has no row in a diff of the two");
        } catch (EvalkitException e) {
            return new Duel(Map.of(), "cannot be compared: " + e.getMessage());
        }
    }

    private ContestedIndicator judged(Drafts indicator, double[] adjusted, int first) {
        List<Place> places = new ArrayList<>();
        int next = first;
        for (Draft draft : indicator.drafts()) {
            TestResult test = draft.test();
            String model = draft.contender().key().model();
            if (test == null) {
                places.add(new Place(model, draft.item(), draft.standing(), draft.reason()));
            } else {
                double p = adjusted[next++];
                String reason = String.format(
                        Locale.ROOT, "%s, adjusted p %s", test.name().replace('_', ' '), shown(p));
                places.add(new Place(model, draft.item(), p <= ALPHA ? Standing.WORSE : Standing.OPEN, reason));
            }
        }
        boolean isBest = places.stream().anyMatch(place -> place.standing() == Standing.WORSE)
                && places.stream().allMatch(place -> switch (place.standing()) {
                    case LEADING, WORSE, MISSING -> true;
                    default -> false;
                });
        if (isBest) {
            Place leading = places.get(0);
            places.set(
                    0,
                    new Place(leading.model(), leading.item(), Standing.BEST, "each other one is proven to be worse"));
        }
        return new ContestedIndicator(
                indicator.id(), comparability.unit(indicator.leader()), indicator.direction(), places);
    }

    private static String shown(double p) {
        return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.2g", p);
    }
}
