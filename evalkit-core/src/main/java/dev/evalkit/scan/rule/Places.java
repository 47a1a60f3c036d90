package dev.evalkit.scan.rule;

import dev.evalkit.EvalkitException;
import dev.evalkit.scan.pattern.LinearPattern;

/** How large the expressions of a rule file may be together, counted before each of them is compiled. */
final class Places {
    private static final int MOST = 1_000_000;

    private int taken;

    /**
     * Compiles an expression.
     *
     * @throws EvalkitException if it is malformed or too large, or all so far are together
     */
    LinearPattern compile(String source) {
        LinearPattern pattern = LinearPattern.compile(source);
        taken += pattern.size();
        if (taken > MOST) {
            throw new EvalkitException("found expressions that are larger than " + MOST
                    + " places together when their repetitions are written out; repeat less, or use fewer rules");
        }
        return pattern;
    }
}
