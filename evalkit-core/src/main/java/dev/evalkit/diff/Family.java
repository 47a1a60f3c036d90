package dev.evalkit.diff;

import dev.evalkit.diff.inference.Evidence;
import dev.evalkit.diff.inference.Levels;
import dev.evalkit.stats.AdjustedP;
import dev.evalkit.stats.ExactP;
import dev.evalkit.stats.Holm;
import dev.evalkit.stats.MonteCarloP;
import dev.evalkit.stats.PValue;
import dev.evalkit.stats.SequentialHolm;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Holm's correction over rows that gate; simulated p-values are drawn on until the cut-offs that it puts to them are cleared. */
final class Family {
    private Family() {}

    /** The p-values of rows that gate, adjusted for all of them. */
    static List<Adjusted> adjust(List<Evidence> gating) {
        double[] margin = gating.stream().mapToDouble(Evidence::marginP).toArray();
        return gating.stream().allMatch(evidence -> evidence.zero() instanceof ExactP)
                ? exact(gating, margin)
                : drawn(SequentialHolm.withDefaults(), gating, margin, gating.size());
    }

    /** The p-values of a row for display, by itself and without more draws. */
    static Adjusted alone(Evidence evidence) {
        SequentialHolm once = SequentialHolm.withDefaults().withMostResamples(MonteCarloP.FIRST_RESAMPLES);
        return drawn(once, List.of(evidence), new double[] {evidence.marginP()}, 0)
                .get(0);
    }

    private static List<Adjusted> exact(List<Evidence> gating, double[] margin) {
        double[] zero = new double[margin.length];
        for (int i = 0; i < zero.length; i++) {
            zero[i] = gating.get(i).zero().value();
            margin[i] = Math.max(zero[i], margin[i]);
        }
        double[] zeroAdjusted = Holm.adjust(zero);
        double[] marginAdjusted = Holm.adjust(margin);
        List<Adjusted> adjusted = new ArrayList<>(zero.length);
        for (int i = 0; i < zero.length; i++) {
            adjusted.add(
                    new Adjusted(zero[i], margin[i], zeroAdjusted[i], marginAdjusted[i], zero.length, 0, List.of()));
        }
        return adjusted;
    }

    private static List<Adjusted> drawn(SequentialHolm holm, List<Evidence> rows, double[] margin, int family) {
        List<PValue> zero = rows.stream().map(Evidence::zero).toList();
        SequentialHolm.Outcome outcome = holm.withAlpha(Levels.ALPHA).adjust(zero, margin);
        List<Adjusted> adjusted = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            AdjustedP atZero = outcome.zero().get(i);
            AdjustedP atMargin = outcome.margin().get(i);
            TreeSet<String> warnings = new TreeSet<>(atZero.warnings());
            warnings.addAll(atMargin.warnings());
            adjusted.add(new Adjusted(
                    atZero.p(),
                    atMargin.p(),
                    atZero.adjusted(),
                    atMargin.adjusted(),
                    family,
                    outcome.drawn().get(i).resamples(),
                    List.copyOf(warnings)));
        }
        return adjusted;
    }
}
