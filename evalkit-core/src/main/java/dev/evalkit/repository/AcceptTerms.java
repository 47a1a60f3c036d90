package dev.evalkit.repository;

import dev.evalkit.result.IndicatorRun;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a run is accepted as a baseline.
 *
 * @param reason why, in the words of whoever does it; may be empty
 * @param margins the drop that is tolerated from here on, by the text of the item's identity
 * @param diffSha256 the digest of the {@code diff.json} that was looked at, or null
 * @param required indicators that must not have been skipped; none may have failed, whatever it is
 */
public record AcceptTerms(
        String reason,
        SortedMap<String, Double> margins,
        @Nullable String diffSha256,
        Set<String> required) {
    public AcceptTerms {
        margins = Collections.unmodifiableSortedMap(new TreeMap<>(margins));
        required = Set.copyOf(required);
    }

    /** Terms that only give a reason. */
    public static AcceptTerms because(String reason) {
        return new AcceptTerms(reason, Collections.emptySortedMap(), null, Set.of());
    }

    /** These terms with margins. */
    public AcceptTerms withMargins(Map<String, Double> frozen) {
        return new AcceptTerms(reason, new TreeMap<>(frozen), diffSha256, required);
    }

    /** These terms with the diff that was looked at. */
    public AcceptTerms withDiff(String sha256) {
        return new AcceptTerms(reason, margins, sha256, required);
    }

    /** These terms with indicators that must not have been skipped. */
    public AcceptTerms withRequired(Set<String> indicators) {
        return new AcceptTerms(reason, margins, diffSha256, indicators);
    }

    /** Whether a run is incomplete because of how that indicator ended. */
    boolean refuses(IndicatorRun indicator) {
        return indicator.status() == IndicatorRun.Status.FAILED
                || (indicator.status() == IndicatorRun.Status.SKIPPED && required.contains(indicator.id()));
    }
}
