package dev.evalkit.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.evalkit.stats.RandomStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class CellResamplerTest {
    private static final int ROUNDS = 20_000;

    private static UniformRandomProvider random(String purpose) {
        return RandomStream.of(42, "CellResamplerTest", purpose);
    }

    @Test
    void every_resample_has_as_many_battles() {
        double[] cells = {0, 1, 2, 3, 700, 0, 5000, 90, 0};
        CellResampler resampler = new CellResampler(cells);
        UniformRandomProvider random = random("sums");
        for (int round = 0; round < 1000; round++) {
            double[] drawn = resampler.sample(random);
            assertThat(Arrays.stream(drawn).sum()).isEqualTo(5796);
            assertThat(drawn[0] + drawn[5] + drawn[8]).isZero();
        }
    }

    @Test
    void one_cell_is_drawn_whole() {
        assertThat(new CellResampler(new double[] {7}).sample(random("one"))).containsExactly(7);
        assertThat(new CellResampler(new double[] {0, 5000}).sample(random("one")))
                .containsExactly(0, 5000);
    }

    @Test
    void few_battles_follow_the_multinomial_distribution() {
        // Chi-squared over the 15 outcomes of 4 draws from cells of 1, 1 and 2: 36.1 is exceeded once in 1000 at 14
        // degrees of freedom.
        CellResampler resampler = new CellResampler(new double[] {1, 1, 2});
        UniformRandomProvider random = random("chi squared");
        Map<Double, Integer> seen = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            double[] drawn = resampler.sample(random);
            seen.merge(10 * drawn[0] + drawn[1], 1, Integer::sum);
        }
        double[] factorial = {1, 1, 2, 6, 24};
        double chiSquared = 0;
        for (int a = 0; a <= 4; a++) {
            for (int b = 0; a + b <= 4; b++) {
                int c = 4 - a - b;
                double expected = ROUNDS
                        * (24 / (factorial[a] * factorial[b] * factorial[c]))
                        * Math.pow(0.25, a + b)
                        * Math.pow(0.5, c);
                double difference = seen.getOrDefault(10.0 * a + b, 0) - expected;
                chiSquared += difference * difference / expected;
            }
        }
        assertThat(chiSquared).isLessThan(36.1);
    }

    @Test
    void many_battles_have_the_means_and_covariances_of_the_multinomial() {
        // Small cells, cells with tables and one beyond tables: E = c, Var = c(1 - c/N), Cov = -cd/N.
        double[] cells = {1, 5, 40, 300, 300, 1700, 2500};
        double n = Arrays.stream(cells).sum();
        CellResampler resampler = new CellResampler(cells);
        UniformRandomProvider random = random("moments");
        double[] sums = new double[cells.length];
        double[][] products = new double[cells.length][cells.length];
        for (int round = 0; round < ROUNDS; round++) {
            double[] drawn = resampler.sample(random);
            for (int i = 0; i < cells.length; i++) {
                sums[i] += drawn[i] - cells[i];
                for (int j = 0; j < cells.length; j++) {
                    products[i][j] += (drawn[i] - cells[i]) * (drawn[j] - cells[j]);
                }
            }
        }
        for (int i = 0; i < cells.length; i++) {
            double deviation = Math.sqrt(cells[i] * (1 - cells[i] / n));
            // Four standard errors of a mean, five of a product.
            assertThat(sums[i] / ROUNDS).isCloseTo(0, within(4 * deviation / Math.sqrt(ROUNDS)));
            for (int j = 0; j < cells.length; j++) {
                double other = Math.sqrt(cells[j] * (1 - cells[j] / n));
                double expected = i == j ? deviation * deviation : -cells[i] * (cells[j] / n);
                assertThat(products[i][j] / ROUNDS)
                        .as("%d, %d", i, j)
                        .isCloseTo(expected, within(5 * 1.5 * deviation * other / Math.sqrt(ROUNDS)));
            }
        }
    }

    @Test
    void means_beyond_any_table_are_drawn_in_time_that_does_not_grow_with_them() {
        double[] cells = {1_000_000_000, 300_000_000, 5};
        double[] drawn = new CellResampler(cells).sample(random("large"));
        assertThat(Arrays.stream(drawn).sum()).isEqualTo(1_300_000_005);
        // Ten standard deviations.
        assertThat(drawn[1]).isCloseTo(3e8, within(1.6e5));
    }

    @Test
    void loop_ends_with_a_broken_generator_too() {
        double[] cells = {100, 100, 20};
        for (long bits : new long[] {0, -1, 1L << 63, 0x7FL << 56}) {
            double[] drawn = new CellResampler(cells).sample(() -> bits);
            assertThat(Arrays.stream(drawn).sum()).isEqualTo(220);
        }
    }
}
