package dev.evalkit.diff.inference;

import dev.evalkit.evaluate.score.NumberColumn;
import dev.evalkit.evaluate.score.Ratio;
import dev.evalkit.evaluate.score.ScoreView;
import java.util.Arrays;
import java.util.Optional;

/** A ratio that is a plain share of some of the rows: those with a denominator of 1, of which each has all of it or nothing. */
final class RatioShares {
    private RatioShares() {}

    /** 1 or 0 for each of these rows; empty where the ratio is something else. */
    static Optional<double[]> of(Ratio ratio, ScoreView rows) {
        NumberColumn numerators = rows.table().numbers(ratio.numerator());
        NumberColumn denominators = rows.table().numbers(ratio.denominator());
        double[] shares = new double[rows.size()];
        int count = 0;
        for (int i = 0; i < shares.length; i++) {
            double w = denominators.get(rows.row(i));
            double x = numerators.get(rows.row(i));
            if (w > 0) {
                if (w != 1 || !(x == 0 || x == 1 || Double.isNaN(x))) {
                    return Optional.empty();
                }
                shares[count++] = x == 1 ? 1 : 0;
            } else if (x != 0 && !Double.isNaN(x)) {
                return Optional.empty();
            }
        }
        return Optional.of(Arrays.copyOf(shares, count));
    }
}
