package dev.evalkit.diff;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.model.Direction;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * In what two items did not measure the same thing in the same way, judged by their {@code meta} and by what samples they have in common, before any statistics.
 *
 * <p>Only what both sides state can differ: an item of an older file that says nothing is compared. The method of an interval, file names, the digests of
 * outputs and the version of the tool are left out on purpose; they change without the values losing their meaning.
 */
final class Differences {
    private static final String ID = "id";
    private static final List<String> EVALUATOR_PARTS = List.of("version", "args_sha256");

    /** What {@code evalkit.allow} may name; {@code evaluator} stands for all its parts too. */
    private static final Set<String> NAMES = new TreeSet<>(List.of(
            Meta.DATASET_SHA256,
            Meta.EVALUATOR,
            Meta.EVALUATOR + ".version",
            Meta.EVALUATOR + ".args_sha256",
            Meta.METHOD,
            Meta.CI_LEVEL,
            Meta.CLUSTERS,
            Basis.IDS,
            Basis.REF,
            Meta.UNIT,
            Meta.HIGHER_IS_BETTER));

    private static final Differences NOTHING = new Differences(List.of(), List.of());

    private final List<Difference> blocking;
    private final List<Difference> allowed;

    private Differences(List<Difference> blocking, List<Difference> allowed) {
        this.blocking = blocking;
        this.allowed = allowed;
    }

    /**
     * Checks names that a build allows to differ.
     *
     * @throws EvalkitException if one of them is unknown
     */
    static void requireKnown(Collection<String> allowed) {
        for (String name : allowed) {
            if (!NAMES.contains(name)) {
                throw new EvalkitException("evalkit.allow names '" + Shown.text(name)
                        + "', which is nothing that makes rows incomparable; it can be any of "
                        + String.join(", ", NAMES));
            }
        }
    }

    /**
     * What two items differ in.
     *
     * @param defined the direction that the items' indicator has, or null
     * @param basis what their values are compared by
     * @param allowed names of what may differ
     */
    static Differences between(
            ResultItem previous, ResultItem current, @Nullable Direction defined, Basis basis, Set<String> allowed) {
        if (defined == null && !basis.areSamplesPaired() && previous.meta().equals(current.meta())) {
            return NOTHING;
        }
        List<Difference> found = all(previous, current, defined, basis);
        if (found.isEmpty()) {
            return NOTHING;
        }
        Map<Boolean, List<Difference>> byAllowance =
                found.stream().collect(Collectors.partitioningBy(difference -> isAllowed(difference, allowed)));
        return new Differences(byAllowance.getOrDefault(false, List.of()), byAllowance.getOrDefault(true, List.of()));
    }

    private static boolean isAllowed(Difference difference, Set<String> allowed) {
        return allowed.contains(difference.name())
                || (difference.name().startsWith(Meta.EVALUATOR) && allowed.contains(Meta.EVALUATOR));
    }

    /** Whether the items cannot be compared. */
    boolean block() {
        return !blocking.isEmpty();
    }

    /** Whether they cannot because of that. */
    boolean block(String name) {
        return blocking.stream().anyMatch(difference -> difference.name().equals(name));
    }

    /** A reason for each difference, those that block first. */
    List<Reason> reasons() {
        if (blocking.isEmpty() && allowed.isEmpty()) {
            return List.of();
        }
        List<Reason> reasons = new ArrayList<>();
        blocking.forEach(difference -> reasons.add(difference.reason(Reason.Code.DIFFERS)));
        allowed.forEach(difference -> reasons.add(difference.reason(Reason.Code.ALLOWED)));
        return reasons;
    }

    private static List<Difference> all(
            ResultItem previous, ResultItem current, @Nullable Direction defined, Basis basis) {
        Map<String, @Nullable Object> before = previous.meta().asMap();
        Map<String, @Nullable Object> after = current.meta().asMap();
        List<Difference> found = new ArrayList<>(0);
        if (basis.areSamplesPaired()) {
            found.addAll(basis.differences());
        } else {
            compare(found, Meta.DATASET_SHA256, before.get(Meta.DATASET_SHA256), after.get(Meta.DATASET_SHA256));
        }
        if (basis.areIntervalsUsed()) {
            compare(found, Meta.CI_LEVEL, before.get(Meta.CI_LEVEL), after.get(Meta.CI_LEVEL));
            compare(found, Meta.CLUSTERS, clustering(before), clustering(after));
        }
        compareEvaluators(found, before.get(Meta.EVALUATOR), after.get(Meta.EVALUATOR));
        compare(found, Meta.METHOD, before.get(Meta.METHOD), after.get(Meta.METHOD));
        compare(found, Meta.UNIT, before.get(Meta.UNIT), after.get(Meta.UNIT));
        compareDirections(found, before.get(Meta.HIGHER_IS_BETTER), after.get(Meta.HIGHER_IS_BETTER), defined);
        return found;
    }

    private static void compare(
            List<Difference> found, String name, @Nullable Object previous, @Nullable Object current) {
        if (previous != null && current != null && !previous.equals(current)) {
            found.add(Difference.of(name, String.valueOf(previous), String.valueOf(current)));
        }
    }

    /** Whether an interval speaks of clusters; how many there are is no matter. */
    private static @Nullable String clustering(Map<String, @Nullable Object> meta) {
        return meta.get(Meta.CI_METHOD) == null ? null : meta.get(Meta.CLUSTERS) == null ? "none" : "some";
    }

    private static void compareEvaluators(List<Difference> found, @Nullable Object previous, @Nullable Object current) {
        if (Objects.equals(previous, current)) {
            return;
        }
        compare(found, Meta.EVALUATOR, part(previous, ID), part(current, ID));
        for (String part : EVALUATOR_PARTS) {
            compare(found, Meta.EVALUATOR + "." + part, part(previous, part), part(current, part));
        }
    }

    /** A part of an evaluator; one that is a bare string has an id alone. */
    private static @Nullable Object part(@Nullable Object evaluator, String name) {
        if (evaluator instanceof Map<?, ?> parts) {
            return parts.get(name);
        }
        return name.equals(ID) ? evaluator : null;
    }

    private static void compareDirections(
            List<Difference> found, @Nullable Object previous, @Nullable Object current, @Nullable Direction defined) {
        int before = found.size();
        compare(found, Meta.HIGHER_IS_BETTER, previous, current);
        Object stated = current != null ? current : previous;
        if (found.size() == before && stated instanceof Boolean higher && defined != null) {
            boolean definedHigher = defined == Direction.HIGHER_IS_BETTER;
            if (higher != definedHigher) {
                found.add(Difference.of(Meta.HIGHER_IS_BETTER, higher + " (results)", definedHigher + " (indicator)"));
            }
        }
    }
}
