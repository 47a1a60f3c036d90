package dev.evalkit.stats;

import java.util.List;

/**
 * A p-value within its family.
 *
 * @param p the p-value on its own
 * @param adjusted the p-value after Holm's correction: at most α exactly where the hypothesis is rejected
 * @param decided whether its draws sufficed to tell it from its cut-off; always so without simulation
 * @param warnings what a reader should know, in full sentences
 */
public record AdjustedP(double p, double adjusted, boolean decided, List<String> warnings) {
    /** Keeps its own copy of the warnings. */
    public AdjustedP {
        warnings = List.copyOf(warnings);
    }
}
