package dev.evalkit.stats;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * A simulated p-value that can be made more precise. Its ends are those of the 99.9 % interval of Clopper and Pearson (1934) for the tail,
 * doubled like the p-value itself.
 *
 * @param simulation what is drawn
 * @param random where each batch draws from
 * @param batches how many batches have been drawn
 * @param counts what came out of all of them
 */
public record MonteCarloP(NullSimulation simulation, RandomBatches random, int batches, TailCounts counts)
        implements PValue {
    /** Draws that every simulated p-value starts with. */
    public static final int FIRST_RESAMPLES = 10_000;

    private static final double ERROR_RATE = 0.001;

    /** A p-value from the first {@value #FIRST_RESAMPLES} draws. */
    public static MonteCarloP start(NullSimulation simulation, RandomBatches random) {
        return new MonteCarloP(simulation, random, 0, new TailCounts(0, 0, 0)).extendedTo(FIRST_RESAMPLES);
    }

    /**
     * The same p-value from so many draws in all: those already made and one more batch.
     *
     * @param resamples more than have been drawn, below 2³¹
     */
    public MonteCarloP extendedTo(int resamples) {
        long missing = resamples - counts.resamples();
        if (missing <= 0) {
            throw new IllegalArgumentException("There are " + counts.resamples()
                    + " resamples; more than that can be asked for, not " + resamples);
        }
        TailCounts more = simulation.draw(random.batch(batches), (int) missing);
        return new MonteCarloP(simulation, random, batches + 1, counts.plus(more));
    }

    @Override
    public Tails tails() {
        return counts.tails();
    }

    @Override
    public double low() {
        return Math.min(1, 2 * interval().getLowerBound());
    }

    @Override
    public double high() {
        return Math.min(1, 2 * interval().getUpperBound());
    }

    @Override
    public long resamples() {
        return counts.resamples();
    }

    private Interval interval() {
        return BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(
                Math.toIntExact(counts.resamples()), Math.toIntExact(counts.worse()), ERROR_RATE);
    }
}
