package dev.evalkit.json;

import java.math.BigDecimal;
import tools.jackson.core.io.NumberOutput;

/** Doubles as canonical text. */
final class CanonicalNumber {
    private static final double LEAST_PLAIN = 1e-7;
    private static final double MOST_PLAIN = 1e15;

    private CanonicalNumber() {}

    /**
     * The shortest decimal that reads back as the same double (Giulietti 2020, the same on every Java version, which {@code
     * Double.toString} is not), always with a point: plain from 1E-7 to below 1E15, else like {@code 1.5E-9}. Minus zero is written as 0.0.
     *
     * @throws IllegalArgumentException if the value is not finite
     */
    static String text(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has finite numbers only, found " + value);
        }
        if (value == 0) {
            return "0.0";
        }
        String shortest = NumberOutput.toString(value, true);
        double size = Math.abs(value);
        if (shortest.indexOf('E') < 0 || size < LEAST_PLAIN || size >= MOST_PLAIN) {
            return shortest;
        }
        String plain = new BigDecimal(shortest).stripTrailingZeros().toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }
}
