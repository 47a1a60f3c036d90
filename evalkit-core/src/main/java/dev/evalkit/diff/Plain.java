package dev.evalkit.diff;

import java.math.BigDecimal;

/** Numbers in sentences. */
final class Plain {
    private Plain() {}

    /** The shortest decimal that reads back as the number, without an exponent and without a needless point. */
    static String number(double value) {
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
