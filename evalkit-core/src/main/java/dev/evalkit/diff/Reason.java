package dev.evalkit.diff;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Why a row has its verdict, or what should be known along with it.
 *
 * @param code what kind of reason it is, for programs
 * @param text the reason in words, for people
 * @param facts the names and values that the words speak of, in order
 */
public record Reason(Code code, String text, Map<String, String> facts) {

    public Reason {
        facts = facts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** A reason that the words alone tell. */
    public static Reason of(Code code, String text) {
        return new Reason(code, text, Map.of());
    }

    /** The kinds of reasons. */
    public enum Code {
        /** {@code minimum} or {@code maximum} is broken by the value itself. */
        BOUND,
        /** The two sides did not measure the same thing in the same way. */
        DIFFERS,
        /** They did not, and the build allows it. */
        ALLOWED,
        /** Nothing says whether more is better. */
        DIRECTION_UNKNOWN,
        /** Neither scores nor intervals back the verdict. */
        POINT_VALUES_ONLY,
        /** A share of 0 is no threshold. */
        NO_THRESHOLD,
        /** The run left the indicator out. */
        NOT_EVALUATED,
        /** Both sides have the same samples with the same scores. */
        IDENTICAL,
        /** It got better. */
        IMPROVED,
        /** It got worse by more than is tolerated. */
        WORSE_THAN_TOLERATED,
        /** It did not get worse by more than is tolerated. */
        WITHIN_MARGIN,
        /** It got worse, and not by more than is tolerated. */
        DROP_WITHIN_MARGIN,
        /** The samples cannot tell, and how many could. */
        TOO_FEW_SAMPLES,
        /** Nothing can be inferred from the samples. */
        NO_INFERENCE,
        /** It got worse; by how much is open, and the observed drop is more than is tolerated. */
        PROVEN_DROP,
        /** It would have regressed by itself, and does not among as many indicators as there are. */
        NOT_AMONG,
        /** With a margin of 0 only identical scores are no worse. */
        ZERO_MARGIN,
        /** Improvements are not adjusted for the number of indicators. */
        UNADJUSTED,
        /** The simulation ended before it could tell. */
        MONTE_CARLO,
        /** A method warns of what it rests on. */
        CAUTION,
        /** Only the samples that both sides have were compared. */
        SHARED_SAMPLES,
        /** A side has no scores, although it says where they are. */
        NO_SCORES,
        /** It is worse than the first accepted run by more than is tolerated. */
        SLOW_CREEP;

        private final String id = name().toLowerCase(Locale.ROOT);

        /** The name in documents. */
        public String id() {
            return id;
        }

        /** The code with that name in documents. */
        public static Optional<Code> ofId(String id) {
            return Arrays.stream(values()).filter(code -> code.id.equals(id)).findFirst();
        }
    }
}
