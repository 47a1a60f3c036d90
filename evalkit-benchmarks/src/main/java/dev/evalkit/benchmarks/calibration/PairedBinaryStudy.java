package dev.evalkit.benchmarks.calibration;

import dev.evalkit.diff.inference.PairedProportions;
import dev.evalkit.diff.inference.Question;
import dev.evalkit.diff.inference.TestChoice;
import dev.evalkit.model.Direction;
import dev.evalkit.stats.McNemarPower;
import dev.evalkit.stats.PairedCounts;
import dev.evalkit.stats.RandomStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.apache.commons.rng.UniformRandomProvider;

/** Paired 0/1 scores of n samples of which a share ψ differs, m indicators at once. */
final class PairedBinaryStudy implements Study {
    private static final String NAME = "paired 0/1";
    private static final int ROUNDS = 20_000;
    static final int[] SAMPLES = {5000, 1000, 500, 200, 100, 50, 20};
    private static final double[] DISCORDANCES = {0.4, 0.2, 0.05, 0.01};
    private static final double[] MARGINS = {0, 0.02, 0.05};
    private static final int[] INDICATORS = {1, 5, 20, 50};
    /** The share of right answers before, which only the unpaired test looks at. */
    private static final double RIGHT = 0.8;

    private final int[] samples;

    /** With these numbers of samples, e.g. {@link #SAMPLES}. */
    PairedBinaryStudy(int... samples) {
        this.samples = samples.clone();
    }

    @Override
    public List<Callable<List<Cell>>> designs(int scale) {
        List<Callable<List<Cell>>> designs = new ArrayList<>();
        for (int n : samples) {
            for (double discordance : DISCORDANCES) {
                for (double margin : MARGINS) {
                    designs.add(() -> new Design(n, discordance, margin, ROUNDS / scale).simulate());
                }
            }
        }
        return designs;
    }

    /** One n, ψ and M; what is known of (b, c) is kept. */
    private static final class Design {
        private final int n;
        private final double discordance;
        private final double margin;
        private final int rounds;
        private final Map<Long, Row> known = new HashMap<>();
        private final List<Cell> cells = new ArrayList<>();

        Design(int n, double discordance, double margin, int rounds) {
            this.n = n;
            this.discordance = discordance;
            this.margin = margin;
            this.rounds = rounds;
        }

        List<Cell> simulate() {
            for (int indicators : INDICATORS) {
                nothingIsWorse(indicators);
                if (margin > 0 && margin <= discordance) {
                    everyDropIsTheMargin(indicators);
                    oneDropIsTheMargin(indicators);
                }
                if (margin == 0) {
                    oneDropCanBeFound(indicators);
                }
            }
            return cells;
        }

        private void nothingIsWorse(int indicators) {
            Tally tally = tally(indicators, 0);
            Discordance draws = new Discordance(n, discordance, 0, random(indicators, 0));
            for (int round = 0; round < rounds; round++) {
                Row[] rows = rows(draws, indicators);
                tally.add(Measure.BALANCED_FALSE_ALARM, Verdicts.of(rows).isBalancedFailing());
                boolean isAnyWorse = false;
                boolean isAnyBelow = false;
                for (Row row : rows) {
                    isAnyWorse |=
                            row.zero() != null && row.isBelow() && row.zero().value() <= 0.05;
                    isAnyBelow |= row.isBelow();
                }
                tally.add(Measure.UNADJUSTED, isAnyWorse);
                if (margin > 0) {
                    tally.add(Measure.OBSERVED_DROP, isAnyBelow);
                }
                if (indicators == 1) {
                    tally.add(Measure.COVERED, rows[0].covers(0));
                }
            }
            cells.addAll(tally.cells(true));
        }

        private void everyDropIsTheMargin(int indicators) {
            Tally tally = tally(indicators, -margin);
            Discordance draws = new Discordance(n, discordance, margin, random(indicators, 1));
            for (int round = 0; round < rounds; round++) {
                Row[] rows = rows(draws, indicators);
                tally.add(Measure.LENIENT_FALSE_ALARM, Verdicts.of(rows).isLenientFailing());
                if (indicators == 1) {
                    tally.add(Measure.COVERED, rows[0].covers(-margin));
                }
            }
            cells.addAll(tally.cells(true));
        }

        private void oneDropIsTheMargin(int indicators) {
            Tally tally = tally(indicators, -margin);
            UniformRandomProvider random = random(indicators, 2);
            Discordance worse = new Discordance(n, discordance, margin, random);
            Discordance unchanged = new Discordance(n, discordance, 0, random);
            for (int round = 0; round < rounds; round++) {
                Row[] rows = rows(unchanged, indicators);
                rows[0] = row(worse);
                boolean isPassing = Verdicts.of(rows).isStrictPassing();
                tally.add(Measure.STRICT_MISS, isPassing && !rows[0].isPassingByIdentity());
                tally.add(Measure.STRICT_IDENTITY, isPassing && rows[0].isPassingByIdentity());
            }
            cells.addAll(tally.cells(true));
        }

        private void oneDropCanBeFound(int indicators) {
            OptionalDouble drop =
                    McNemarPower.withDefaults().withAlpha(0.05 / indicators).minimumDetectableDrop(n, discordance, 0.8);
            if (drop.isEmpty()) {
                return;
            }
            Tally tally = tally(indicators, -drop.getAsDouble());
            UniformRandomProvider random = random(indicators, 3);
            Discordance worse = new Discordance(n, discordance, drop.getAsDouble(), random);
            Discordance unchanged = new Discordance(n, discordance, 0, random);
            for (int round = 0; round < rounds; round++) {
                Row[] rows = rows(unchanged, indicators);
                worse.draw();
                rows[0] = row(worse.worse(), worse.better());
                tally.add(Measure.WORSE_FOUND, Verdicts.of(rows).isFirstWorse());
                tally.add(Measure.UNPAIRED_FOUND, isFoundUnpaired(worse.worse(), worse.better(), indicators));
            }
            cells.addAll(tally.cells(n * discordance >= 40));
        }

        /** The pooled z test of two proportions, as if other samples had been drawn. */
        private boolean isFoundUnpaired(int worse, int better, int indicators) {
            double before = Math.round(RIGHT * n);
            double after = Math.max(0, Math.min(n, before - worse + better));
            return UnpairedZ.isWorse(before, after, n, 0.05 / indicators);
        }

        private Row[] rows(Discordance draws, int indicators) {
            Row[] rows = new Row[indicators];
            for (int i = 0; i < indicators; i++) {
                rows[i] = row(draws);
            }
            return rows;
        }

        private Row row(Discordance draws) {
            draws.draw();
            return row(draws.worse(), draws.better());
        }

        private Row row(int worse, int better) {
            return known.computeIfAbsent(
                    (long) worse * (n + 1) + better,
                    key -> Row.of(
                            PairedProportions.independent(new PairedCounts(worse, better, n), question()),
                            worse + better == 0));
        }

        private Question question() {
            return new Question(Direction.HIGHER_IS_BETTER, margin, NAME, 0, TestChoice.AUTO, true);
        }

        private UniformRandomProvider random(int indicators, int purpose) {
            return RandomStream.of(1, design(indicators, 0), "draws " + purpose);
        }

        private Tally tally(int indicators, double difference) {
            return new Tally(NAME, design(indicators, difference));
        }

        private String design(int indicators, double difference) {
            return String.format(
                    Locale.ROOT, "n=%d psi=%s M=%s m=%d d=%.4f", n, discordance, margin, indicators, difference + 0.0);
        }
    }
}
