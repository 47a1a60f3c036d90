package dev.evalkit.lmarena.drift;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that makes the numbers of two boards incomparable.
 *
 * @param kind what it is
 * @param category the only category that it concerns, or null for all of them
 * @param previous what the previous board has
 * @param current what the current board has
 */
public record RegimeChange(Kind kind, @Nullable String category, String previous, String current) {

    /** What may change. */
    public enum Kind {
        /** Another board altogether. */
        CONFIG,
        /** How ratings are computed. */
        RATING_METHOD,
        /** What kind of intervals there are. */
        CI_KIND,
        /** The model whose rating is fixed, or that there is one. */
        ANCHOR,
        /** Whether ratings are corrected for style. */
        STYLE_CONTROL,
        /** Which categories there are. */
        CATEGORIES,
        /** Too many models have gone. */
        MODELS_GONE,
        /** All ratings have moved together by too much. */
        SHIFT;

        /** As it stands in documents. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return kind.text() + (category == null ? "" : " in " + category) + ": " + previous + " → " + current;
    }
}
