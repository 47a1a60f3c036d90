package dev.evalkit.result;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * That a run was accepted as a baseline, and on what terms.
 *
 * @param at when, to the millisecond
 * @param reason why, in the words of whoever did it; may be empty
 * @param previous the ids of all accepted runs that this one supersedes
 * @param diffSha256 the digest of the {@code diff.json} that was looked at, or null where there was none
 * @param margins the drop that is tolerated from here on, frozen, by the text of the item's identity
 */
public record Acceptance(
        Instant at,
        String reason,
        List<String> previous,
        @Nullable String diffSha256,
        SortedMap<String, Double> margins) {
    public Acceptance {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        previous = List.copyOf(previous);
        margins = Collections.unmodifiableSortedMap(new TreeMap<>(margins));
        for (Map.Entry<String, Double> margin : margins.entrySet()) {
            if (!(margin.getValue() >= 0 && margin.getValue() < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "The margin of " + margin.getKey() + " must be 0 or more: " + margin.getValue());
            }
        }
    }
}
