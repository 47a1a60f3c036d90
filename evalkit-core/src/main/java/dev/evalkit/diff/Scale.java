package dev.evalkit.diff;

import java.util.Locale;

/**
 * What kind of number a unit names, as far as thresholds care where nobody gave one.
 *
 * <p>{@code ratio, proportion, fraction, share, probability, rate} are proportions of 1, {@code %} and {@code percent} proportions of 100, as long as the
 * values lie between 0 and the whole; {@code points, elo, rating} are ratings.
 */
enum Scale {
    PROPORTION(1),
    PERCENTAGE(100),
    RATING(0),
    OTHER(0);

    private final double whole;

    Scale(double whole) {
        this.whole = whole;
    }

    static Scale of(String unit) {
        if (unit.isEmpty()) {
            return OTHER;
        }
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "ratio", "proportion", "fraction", "share", "probability", "rate" -> PROPORTION;
            case "%", "percent" -> PERCENTAGE;
            case "points", "elo", "rating" -> RATING;
            default -> OTHER;
        };
    }

    /** What stands for all of the samples: 1, 100, or 0 where the number is no proportion. */
    double whole() {
        return whole;
    }

    /** Whether the value can be the proportion that the unit says. */
    boolean isProportion(double value) {
        return whole > 0 && value >= 0 && value <= whole;
    }
}
