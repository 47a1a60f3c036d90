package dev.evalkit.diff;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.result.ItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Gathers items whose margin is a share of a value of 0, to name them in one error. */
final class MissingThresholds {
    private static final int NAMED = 5;

    private final List<ItemId> items = new ArrayList<>();

    void add(ItemId item) {
        items.add(item);
    }

    /** @throws EvalkitException if there are any */
    void requireNone() {
        if (items.isEmpty()) {
            return;
        }
        String names = items.stream().limit(NAMED).map(ItemId::toString).collect(Collectors.joining(", "));
        String more = items.size() > NAMED ? " and " + (items.size() - NAMED) + " more" : "";
        throw new EvalkitException("The previous value of " + Shown.text(names) + more
                + " is 0, and a threshold relative to 0 is none. Give an absolute one: \"thresholds\": {\"absolute\": …} in the"
                + " indicator or the scenario, or -Devalkit.threshold=…");
    }
}
