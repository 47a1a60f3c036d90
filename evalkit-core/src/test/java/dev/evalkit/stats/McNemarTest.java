package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McNemarTest {

    // 1 and 7 are the airway data of Bentur et al. in Fagerland, Lydersen and Laake 2013 (BMC Medical Research
    // Methodology 13:91), which has
    // p = 0.0703 (exact) and 0.0391 (mid-p); 6 and 16 the data of Cavo et al. there: 0.0525 and 0.0347. All digits:
    // summed in
    // 40-digit arithmetic (mpmath 1.3).
    @ParameterizedTest(name = "{0} worse, {1} better")
    @CsvSource({
        "1, 7, 0.0703125, 0.0390625",
        "7, 1, 0.0703125, 0.0390625",
        "6, 16, 0.052478790283203125, 0.034689664840698242",
        "154, 286, 3.1413894807976618e-10, 2.4043057799785363e-10",
        "0, 5, 0.0625, 0.03125",
        "3, 3, 1, 1"
    })
    void exactAndMidPAreTheOnesThatWerePublished(long worse, long better, double exact, double mid) {
        assertThat(McNemar.exact(worse, better).twoSided()).isEqualTo(exact, within(1e-12 * exact));
        assertThat(McNemar.midP(worse, better).twoSided()).isEqualTo(mid, within(1e-12 * mid));
    }

    // The same data and source: without correction χ² = 4.5, p = 0.0339; with it χ² = 3.125, p = 0.0771.
    @Test
    void chiSquareComesWithAndWithoutCorrection() {
        PairedCounts counts = new PairedCounts(1, 7, 21);

        assertThat(McNemar.chiSquare(counts).statistic()).isEqualTo(4.5);
        assertThat(McNemar.chiSquare(counts).p()).isEqualTo(0.03389485352468927, within(1e-14));
        assertThat(McNemar.chiSquareCorrected(counts).statistic()).isEqualTo(3.125);
        assertThat(McNemar.chiSquareCorrected(counts).p()).isEqualTo(0.07709987174354178, within(1e-14));
    }

    @Test
    void aMillionDiscordantPairsAreSummedExactly() {
        // P(X ≤ 498,000), X ~ Bin(1,000,000, 1/2), summed in 30-digit arithmetic (mpmath 1.3).
        Tails tails = McNemar.exact(502_000, 498_000);

        assertThat(tails.worse()).isEqualTo(3.180466875041244e-5, within(1e-9 * 3.2e-5));
        assertThat(McNemar.exact(1_000_000, 0).worse()).isZero();
    }

    @Test
    void swappingTheSidesSwapsTheTails() {
        for (long worse = 0; worse < 30; worse++) {
            for (long better = 0; better < 30; better++) {
                assertThat(McNemar.exact(better, worse))
                        .isEqualTo(McNemar.exact(worse, better).swapped());
                assertThat(McNemar.midP(better, worse).worse())
                        .isEqualTo(McNemar.midP(worse, better).better(), within(1e-15));
            }
        }
    }

    @Test
    void withoutDiscordantPairsThereIsNoEvidence() {
        assertThat(McNemar.exact(0, 0).doubledWorse()).isEqualTo(1);
        assertThat(McNemar.midP(0, 0).doubledWorse()).isEqualTo(1);
        assertThat(McNemar.chiSquare(new PairedCounts(0, 0, 9))).isEqualTo(new McNemar.ChiSquare(0, 1));
        assertThat(McNemar.chiSquareCorrected(new PairedCounts(4, 4, 9))).isEqualTo(new McNemar.ChiSquare(0, 1));
    }

    @Test
    void negativeCountsAreRefused() {
        assertThatThrownBy(() -> McNemar.exact(-1, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Counts of discordant pairs must be 0 or more, below 2^31 - 1 in all: -1, 3");
    }
}
