package dev.evalkit.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Holm's correction over a family in which some p-values are simulated, with as many draws as its decisions need.
 *
 * <p>Each simulated p lies in an interval, [low, high]; a known one has low = high. Holm's correction is monotone: raising a p-value
 * lowers no adjusted one. Hence
 * <ol>
 *   <li>what Holm rejects with every p at its upper end is rejected whatever the draws still bring; let these be r of the m;</li>
 *   <li>the next hypothesis can only be rejected at the cut-off α/(m − r). Simulated p-values whose interval holds that cut-off are
 *       drawn on, and all others can wait;</li>
 *   <li>when none is left, either every decision stands, or a p-value has used up its draws and still cannot be told from the cut-off.
 *       That one counts with its upper end: it is not rejected, and says "Monte Carlo".</li>
 * </ol>
 * Each round doubles the draws of those that need it, so that there are few looks and a bounded number of rounds.
 */
public final class SequentialHolm {
    private static final SequentialHolm DEFAULTS = new SequentialHolm(0.05, 1_000_000);

    private final double alpha;
    private final int mostResamples;

    private SequentialHolm(double alpha, int mostResamples) {
        this.alpha = alpha;
        this.mostResamples = mostResamples;
    }

    /** At α = 0.05 with at most 1,000,000 draws for each p-value. */
    public static SequentialHolm withDefaults() {
        return DEFAULTS;
    }

    /**
     * At another α.
     *
     * @throws IllegalArgumentException if it is not in (0, 1)
     */
    public SequentialHolm withAlpha(double newAlpha) {
        if (!(newAlpha > 0 && newAlpha < 1)) {
            throw new IllegalArgumentException("alpha must be in (0, 1): " + newAlpha);
        }
        return new SequentialHolm(newAlpha, mostResamples);
    }

    /**
     * With another limit on the draws for each p-value.
     *
     * @param resamples at least {@link MonteCarloP#FIRST_RESAMPLES}
     */
    public SequentialHolm withMostResamples(int resamples) {
        if (resamples < MonteCarloP.FIRST_RESAMPLES) {
            throw new IllegalArgumentException(
                    "At least " + MonteCarloP.FIRST_RESAMPLES + " resamples are drawn: " + resamples);
        }
        return new SequentialHolm(alpha, resamples);
    }

    /**
     * What came out of two families over the same rows.
     *
     * @param drawn the p-values of "worse at all" with all their draws
     * @param zero these p-values in their family
     * @param margin the p-values of "worse than tolerated" in theirs
     */
    public record Outcome(List<PValue> drawn, List<AdjustedP> zero, List<AdjustedP> margin) {
        /** Keeps its own copies. */
        public Outcome {
            drawn = List.copyOf(drawn);
            zero = List.copyOf(zero);
            margin = List.copyOf(margin);
        }
    }

    /**
     * Adjusts the p-values of one family.
     *
     * @param family the p-values; a simulated one is drawn on where its decision needs it
     */
    public List<AdjustedP> adjust(List<PValue> family) {
        return adjust(family, new double[family.size()]).zero();
    }

    /**
     * Adjusts two families over the same rows together, so that a row's draws serve both: "worse at all", and "worse than tolerated",
     * whose p-value is no smaller than the former.
     *
     * @param zero each row's p-value of H0: d ≥ 0
     * @param margin each row's p-value of H0: d ≥ −M, without simulation, in [0, 1]; raised to the row's other p-value where below
     */
    public Outcome adjust(List<PValue> zero, double[] margin) {
        if (zero.size() != margin.length) {
            throw new IllegalArgumentException(
                    "Two families need one length: " + zero.size() + " and " + margin.length);
        }
        List<PValue> drawn = new ArrayList<>(zero);
        double[] none = new double[margin.length];
        boolean[] wanted;
        do {
            wanted = new boolean[margin.length];
            markUndecided(new Family(drawn, none), drawn, wanted);
            markUndecided(new Family(drawn, margin), drawn, wanted);
        } while (drawOn(drawn, wanted));
        return new Outcome(drawn, adjusted(new Family(drawn, none), drawn), adjusted(new Family(drawn, margin), drawn));
    }

    private boolean drawOn(List<PValue> drawn, boolean[] wanted) {
        boolean any = false;
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] && drawn.get(i) instanceof MonteCarloP p) {
                drawn.set(i, p.extendedTo((int) Math.min(mostResamples, 2 * p.resamples())));
                any = true;
            }
        }
        return any;
    }

    private void markUndecided(Family family, List<PValue> drawn, boolean[] wanted) {
        boolean[] straddles = straddles(family);
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] |= straddles[i] && drawn.get(i).resamples() < mostResamples;
        }
    }

    /** Which p-values have an interval that holds the cut-off of the next rejection. */
    private boolean[] straddles(Family family) {
        double[] pessimistic = Holm.adjust(family.high);
        int rejected = (int) Arrays.stream(pessimistic).filter(p -> p <= alpha).count();
        boolean[] straddles = new boolean[pessimistic.length];
        for (int i = 0; i < straddles.length; i++) {
            int left = pessimistic.length - rejected;
            straddles[i] = pessimistic[i] > alpha && Math.min(1, left * family.low[i]) <= alpha;
        }
        return straddles;
    }

    private List<AdjustedP> adjusted(Family family, List<PValue> drawn) {
        boolean[] straddles = straddles(family);
        double[] counted = family.value.clone();
        for (int i = 0; i < counted.length; i++) {
            counted[i] = straddles[i] ? family.high[i] : counted[i];
        }
        double[] adjusted = Holm.adjust(counted);
        List<AdjustedP> result = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            List<String> warnings = straddles[i] ? List.of(undecided(family, i, drawn.get(i))) : List.of();
            result.add(new AdjustedP(family.value[i], adjusted[i], !straddles[i], warnings));
        }
        return result;
    }

    private static String undecided(Family family, int i, PValue p) {
        return String.format(
                Locale.ROOT,
                "Monte Carlo: %d resamples put p in [%.3g, %.3g], which its cut-off still divides, so that it is not rejected",
                p.resamples(),
                family.low[i],
                family.high[i]);
    }

    /** The p-values of a family and their ends, each raised to a floor that is known exactly. */
    private static final class Family {
        final double[] value;
        final double[] low;
        final double[] high;

        Family(List<PValue> p, double[] floor) {
            int m = p.size();
            value = new double[m];
            low = new double[m];
            high = new double[m];
            for (int i = 0; i < m; i++) {
                value[i] = Math.max(floor[i], p.get(i).value());
                low[i] = Math.max(floor[i], p.get(i).low());
                high[i] = Math.max(floor[i], p.get(i).high());
            }
        }
    }
}
