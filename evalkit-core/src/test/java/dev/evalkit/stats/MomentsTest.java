package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class MomentsTest {
    @Test
    void keepTheirDigitsFarFromZero() {
        // NIST Statistical Reference Datasets, NumAcc4: mean 10000000.2, standard deviation 0.1 exactly.
        MomentsAccumulator moments = new MomentsAccumulator();
        moments.add(10000000.2);
        for (int i = 0; i < 500; i++) {
            moments.add(10000000.1);
            moments.add(10000000.3);
        }
        assertThat(moments.toMoments().mean()).isCloseTo(10000000.2, within(1e-7));
        assertThat(Math.sqrt(moments.toMoments().variance())).isCloseTo(0.1, within(1e-8));
    }

    @Test
    void mergeToWhatOnePassGives() {
        UniformRandomProvider rng = RandomStream.of(1, "moments", "test");
        double[] values = rng.doubles(1000, 3, 5).toArray();
        Moments whole = Moments.of(values);
        MomentsAccumulator merged = new MomentsAccumulator();
        for (int from = 0; from < values.length; from += 137) {
            MomentsAccumulator part = new MomentsAccumulator();
            for (int i = from; i < Math.min(from + 137, values.length); i++) {
                part.add(values[i]);
            }
            merged.merge(part);
        }
        merged.merge(new MomentsAccumulator());
        assertThat(merged.toMoments().n()).isEqualTo(1000);
        assertThat(merged.toMoments().mean()).isCloseTo(whole.mean(), within(1e-13));
        assertThat(merged.toMoments().squaredDeviations()).isCloseTo(whole.squaredDeviations(), within(1e-10));
    }

    @Test
    void ofNoValuesAreNeutral() {
        Moments some = Moments.of(1, 2, 4);
        assertThat(some.merge(Moments.NONE)).isEqualTo(some);
        assertThat(Moments.NONE.merge(some)).isEqualTo(some);
        assertThat(Moments.of()).isEqualTo(Moments.NONE);
    }

    @Test
    void ofEqualValuesHaveNoSpreadAtAll() {
        assertThat(Moments.of(0.1, 0.1, 0.1).merge(Moments.of(0.1, 0.1))).isEqualTo(new Moments(5, 0.1, 0));
    }

    @Test
    void ofBinaryScoresFollowFromTheirCounts() {
        Moments counted = Moments.ofBinary(2, 5);
        Moments added = Moments.of(1, 0, 0, 1, 0);
        assertThat(counted.mean()).isEqualTo(0.4);
        assertThat(counted.sum()).isEqualTo(2);
        assertThat(counted.squaredDeviations()).isCloseTo(added.squaredDeviations(), within(1e-15));
        assertThat(Moments.ofBinary(0, 0)).isEqualTo(Moments.NONE);
        assertThatThrownBy(() -> Moments.ofBinary(3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Binary scores need 0 <= ones <= n: 3 of 2");
    }

    @Test
    void refuseWhatIsNotFinite() {
        MomentsAccumulator moments = new MomentsAccumulator();
        moments.add(1);
        moments.add(Double.NaN);
        assertThatThrownBy(moments::toMoments)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Moments need n >= 0, a finite mean and a finite sum of squares:"
                        + " n = 2, mean = NaN, squared deviations = NaN");
    }

    @Test
    void haveNoVarianceBelowTwoValues() {
        assertThatThrownBy(() -> Moments.of(3).variance())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A variance needs 2 values or more; there are 1");
    }
}
