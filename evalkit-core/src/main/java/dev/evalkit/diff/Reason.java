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
        NOT_EVALUATED;

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
