package dev.evalkit.diff;

import dev.evalkit.model.Direction;
import dev.evalkit.result.ItemId;
import dev.evalkit.result.ResultItem;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what got worse little by little: rows that are worse than the first accepted run by more than is tolerated, however little they are worse than the last.
 */
final class SlowCreep {
    private static final double ROUNDING = 1e-9;

    private final Map<ItemId, AlignedPair> pairs = new HashMap<>();
    private final Definitions definitions;
    private final DiffSettings settings;
    private final @Nullable Instant since;

    SlowCreep(Side first, Side current, Definitions definitions, DiffSettings settings) {
        this.definitions = definitions;
        this.settings = settings;
        this.since = first.run() == null ? null : first.run().started();
        Alignment.of(first, current, definitions).forEach(pair -> {
            if (pair.previous() != null && pair.current() != null && definitions.gates(pair.id())) {
                pairs.put(pair.id(), pair);
            }
        });
    }

    /** The row, with a warning where it crept. */
    DiffRow check(DiffRow row) {
        AlignedPair pair = pairs.get(row.id());
        Change change = row.change();
        Direction direction = row.direction();
        if (pair == null || change == null || direction == null || !row.gating()) {
            return row;
        }
        ResultItem first = pair.previous();
        ResultItem current = pair.current();
        if (first == null || current == null || differ(first, current, row)) {
            return row;
        }
        double d = direction.orient(current.value() - first.value());
        double tolerated = change.margin() + ROUNDING * Math.max(1, Math.abs(first.value()));
        return d < -tolerated ? row.with(warning(first.value(), -d, change.margin())) : row;
    }

    private boolean differ(ResultItem first, ResultItem current, DiffRow row) {
        Direction defined =
                ItemRules.of(row.id().metricId(), definitions, settings.build()).definedDirection();
        Set<String> allowed = settings.allowed();
        return Differences.between(first, current, defined, new Basis.Values(List.of()), allowed)
                .block();
    }

    private Reason warning(double first, double drop, double margin) {
        String when = since == null ? "" : " of " + since.toString().substring(0, 10);
        return Reason.of(
                Reason.Code.SLOW_CREEP,
                "slow creep: worse by " + Plain.brief(drop) + " than the first accepted run" + when + " ("
                        + Plain.brief(first) + "), beyond the tolerated " + Plain.brief(margin));
    }
}
