package dev.evalkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.diff.Diff;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    private static final Diff DIFF = Diff.withDefaults();

    @ParameterizedTest
    @CsvSource({
        "0.841, 0.792, 0.02, 0.841 0.792 -0.049 (-5.8%) 0.020",
        "992, 1004, 50, 992 1004 +12 (+1.2%) 50",
        "0.8405, 0.7915, 0.02, 0.840 0.792 -0.048 (-5.8%) 0.020",
        "0.0061, 0.0043, 0.0082, 0.00610 0.00430 -0.00180 (-29.5%) 0.00820",
        "0.5, 0.50001, 0.05, 0.50000 0.50001 +0.00001 (+0.0%) 0.05000",
        "0.5, 0.5000000001, 0.05, 0.50000 0.50000 +0.00000 (+0.0%) 0.05000",
        "18.5, 21.25, 0.925, 18.50 21.25 +2.75 (+14.9%) 0.92",
        "1212.4, 1214, 5, 1212.4 1214.0 +1.6 (+0.1%) 5.0",
        "0, 0, 0.1, 0.00 0.00 0.00 0.10",
        "0, 3, 0.1, 0.00 3.00 +3.00 0.10",
        "-3, 3, 0, -3.00 3.00 +6.00 (+200.0%) 0.00",
        "0.001, 5, 1, 0.00 5.00 +5.00 (+499900%) 1.00",
        "1.5e20, 1.6e20, 1e18, 1.500e+20 1.600e+20 +1.000e+19 (+6.7%) 1.000e+18",
        "1e-9, 3e-9, 1e-10, 1.000e-09 3.000e-09 +2.000e-09 (+200.0%) 1.000e-10"
    })
    void numbersHaveTheDecimalsThatTheirChangeCallsFor(
            double previous, double current, double threshold, String shown) {
        Figures figures = figures(previous, current, threshold);

        String percent = figures.percent().isEmpty() ? "" : " (" + figures.percent() + ")";
        assertThat(figures.previous() + " " + figures.current() + " " + figures.delta() + percent + " "
                        + figures.threshold())
                .isEqualTo(shown);
    }

    @Test
    void theDeltaShownIsTheDifferenceOfTheValuesShown() {
        SplittableRandom random = new SplittableRandom(20261123);
        for (int i = 0; i < 2000; i++) {
            double scale = Math.pow(10, random.nextInt(-2, 7));
            double previous = (random.nextDouble() - 0.3) * scale;
            double current = previous + (random.nextDouble() - 0.5) * scale * Math.pow(10, -random.nextInt(5));
            Figures figures = figures(previous, current, scale / 50);

            assertThat(figures.current()).doesNotContain("e");
            assertThat(new BigDecimal(figures.current()).subtract(new BigDecimal(figures.previous())))
                    .as(previous + " → " + current)
                    .isEqualByComparingTo(new BigDecimal(figures.delta()));
        }
    }

    private static Figures figures(double previous, double current, double threshold) {
        Diff diff = DIFF.withThreshold(threshold);
        return new Figures(diff.compare(set(previous), set(current)).rows().get(0));
    }

    private static ResultSet set(double value) {
        return ResultSet.of(List.of(new ResultItem("x", value, null, null, Meta.EMPTY)));
    }
}
