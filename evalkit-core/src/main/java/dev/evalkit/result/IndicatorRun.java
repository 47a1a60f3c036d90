package dev.evalkit.result;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one indicator in a run.
 *
 * @param id the indicator
 * @param sha256 the digest of its definition, or null where that is not known
 * @param status how it ended
 * @param reason why it did not end well, in a sentence; null where it did
 * @param duration how long it took, to the millisecond
 */
public record IndicatorRun(
        String id,
        @Nullable String sha256,
        Status status,
        @Nullable String reason,
        Duration duration) {

    /**
     * Checks that there is a reason where one is owed.
     *
     * @throws IllegalArgumentException if a skipped or failed indicator has none, or the duration is negative
     */
    public IndicatorRun {
        if (status != Status.OK && (reason == null || reason.isBlank())) {
            throw new IllegalArgumentException("Indicator " + id + " is " + status.text() + " without a reason");
        }
        if (duration.isNegative()) {
            throw new IllegalArgumentException("The duration of " + id + " must be 0 or more: " + duration);
        }
        duration = Duration.ofMillis(duration.toMillis());
    }

    /** An indicator that was evaluated. */
    public static IndicatorRun ok(String id, @Nullable String sha256, Duration duration) {
        return new IndicatorRun(id, sha256, Status.OK, null, duration);
    }

    /** How an indicator ended. */
    public enum Status {
        /** Its items are in the run. */
        OK,
        /** It was left out on purpose; it has no items. */
        SKIPPED,
        /** It could not be computed; it has no items, and the run is incomplete. */
        FAILED;

        /** The word in documents. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
