package dev.evalkit.diff;

import dev.evalkit.model.Direction;
import dev.evalkit.result.ItemId;
import dev.evalkit.result.ResultItem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what got worse little by little: rows that are worse than the first accepted run by more than is tolerated, however little they are worse than the last.
 */
final class SlowCreep {
    private static final double ROUNDING = 1e-9;

    /** For the identity of each current item the first item that it is compared with. */
    private final Map<ItemId, ResultItem> firsts = new HashMap<>();

    private final @Nullable Instant since;

    private SlowCreep(@Nullable Instant since) {
        this.since = since;
    }

    /** Nothing to compare with. */
    static SlowCreep none() {
        return new SlowCreep(null);
    }

    static SlowCreep since(Side first, Side current, Definitions definitions) {
        SlowCreep creep = new SlowCreep(first.run() == null ? null : first.run().started());
        Alignment alignment = Alignment.of(first, current, definitions);
        for (int number = 0; number < alignment.size(); number++) {
            AlignedPair pair = alignment.pair(number);
            if (pair.previous() != null && pair.current() != null && definitions.gates(pair.id())) {
                creep.firsts.put(pair.current().id(), pair.previous());
            }
        }
        return creep;
    }

    /**
     * A warning where the item crept.
     *
     * @param rules what holds for its metric
     * @param allowed names of differences that are let pass
     */
    Optional<Reason> warning(ResultItem current, Comparison comparison, ItemRules rules, Set<String> allowed) {
        ResultItem first = firsts.isEmpty() ? null : firsts.get(current.id());
        Direction direction = comparison.direction();
        if (first == null
                || direction == null
                || Differences.between(first, current, rules.definedDirection(), new Basis.Values(List.of()), allowed)
                        .block()) {
            return Optional.empty();
        }
        double d = direction.orient(current.value() - first.value());
        double margin = comparison.change().margin();
        return d < -margin - ROUNDING * Math.max(1, Math.abs(first.value()))
                ? Optional.of(warning(first.value(), -d, margin))
                : Optional.empty();
    }

    private Reason warning(double first, double drop, double margin) {
        String when =
                since == null ? "" : " of " + since.atOffset(ZoneOffset.UTC).toLocalDate();
        return Reason.of(
                Reason.Code.SLOW_CREEP,
                "slow creep: worse by " + Plain.brief(drop) + " than the first accepted run" + when + " ("
                        + Plain.brief(first) + "), beyond the tolerated " + Plain.brief(margin));
    }
}
