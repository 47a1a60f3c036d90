package dev.evalkit.rating;

import dev.evalkit.EvalkitException;
import dev.evalkit.stats.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The bootstrap of a fit: as many battles as there were are drawn with replacement, which is one multinomial draw over the
 * (pair, outcome) cells, and rated again. Each round has a random stream of its own, so that results do not depend on
 * threads.
 *
 * @param rounds how many rounds, at least 2
 * @param seed the seed that the user gave
 * @param identity what is computed, e.g. the canonical text of an item's identity
 */
public record RatingBootstrap(int rounds, long seed, String identity) {

    /** A round's information is that of the whole but for noise; where a step shrinks by less than this, it is not. */
    private static final double SLOWEST_CONTRACTION = 0.3;

    /** In log odds; 2e-5 points, far below what any number of rounds resolves. */
    private static final double TOLERANCE = 1e-7;

    /**
     * Checks the number of rounds.
     *
     * @throws IllegalArgumentException if it is below 2
     */
    public RatingBootstrap {
        if (rounds < 2) {
            throw new IllegalArgumentException("A bootstrap needs at least 2 rounds: " + rounds);
        }
    }

    /**
     * Draws and rates every round, on all processors.
     *
     * @throws EvalkitException if battles are weighted or preferences soft, or if fewer than two rounds had finite ratings
     */
    public BootstrapRatings resample(RatingFit fit) {
        if (!fit.counts().isPlain()) {
            throw new EvalkitException(
                    "The bootstrap draws whole battles again: found weights or soft preferences. Use the sandwich.");
        }
        PairColumns pairs = PairColumns.of(fit.counts());
        CellResampler sampler = new CellResampler(pairs.cells());
        List<double[]> ratings = IntStream.range(0, rounds)
                .parallel()
                .mapToObj(round -> rate(fit, pairs, sampler, round))
                .flatMap(Optional::stream)
                .toList();
        if (ratings.size() < 2) {
            throw new EvalkitException(
                    (rounds - ratings.size()) + " of " + rounds
                            + " bootstrap rounds had no finite ratings: there are too few battles to draw again. Use the sandwich.");
        }
        return new BootstrapRatings(fit, rounds, ratings);
    }

    private Optional<double[]> rate(RatingFit fit, PairColumns pairs, CellResampler sampler, int round) {
        PairColumns drawn = pairs.withCells(sampler.sample(RandomStream.of(seed, identity, "bootstrap " + round)));
        boolean davidson = fit.method().ties() == TieModel.DAVIDSON && drawn.tied();
        if (!WinGraph.isStronglyConnected(drawn) || (davidson && !TieCycles.boundNu(drawn))) {
            return Optional.empty();
        }
        PairLikelihood likelihood = PairLikelihood.of(davidson ? TieModel.DAVIDSON : TieModel.HALF, drawn);
        double[] at = maximum(likelihood, fit);
        return Optional.of(
                Arrays.stream(at, 0, likelihood.models()).map(fit::points).toArray());
    }

    private static double[] maximum(PairLikelihood likelihood, RatingFit fit) {
        double[] start = fit.strengths().optimum().at();
        if (start.length == likelihood.start().length) {
            Optional<double[]> found = chord(likelihood, start, fit.strengths().inverse());
            if (found.isPresent()) {
                return found.get();
            }
        }
        return Newton.maximise(likelihood, likelihood.start(), fit.method().maxSteps())
                .at();
    }

    /** Newton's method with the curvature of the whole, which saves the factorisation; empty where it is too far off. */
    private static Optional<double[]> chord(PairLikelihood likelihood, double[] start, SquareMatrix inverse) {
        double[] at = start;
        double before = Double.POSITIVE_INFINITY;
        while (true) {
            double[] step = inverse.times(likelihood.gradient(at));
            at = Newton.moved(at, step, 1);
            double reach = likelihood.reach(step);
            if (reach <= TOLERANCE) {
                return Optional.of(Newton.centred(at, likelihood.models()));
            }
            // Also true for NaN, so that the loop ends.
            if (!(reach <= SLOWEST_CONTRACTION * before)) {
                return Optional.empty();
            }
            before = reach;
        }
    }
}
