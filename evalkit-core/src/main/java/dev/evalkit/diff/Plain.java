package dev.evalkit.diff;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers in sentences. */
final class Plain {
    private static final MathContext BRIEF = new MathContext(3, RoundingMode.HALF_EVEN);

    private Plain() {}

    /** The shortest decimal that reads back as the number, without an exponent and without a needless point. */
    static String number(double value) {
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** The number in three digits that count, whole numbers in all of theirs; with an exponent only where there were many zeros. */
    static String brief(double value) {
        double size = Math.abs(value);
        if (size >= 1e15 || (size > 0 && size < 1e-9)) {
            return BigDecimal.valueOf(value).round(BRIEF).stripTrailingZeros().toString();
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal rounded = size >= 1000 ? exact.setScale(0, RoundingMode.HALF_EVEN) : exact.round(BRIEF);
        return value == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
