package dev.evalkit.rating;

import dev.evalkit.EvalkitException;
import java.util.Arrays;
import java.util.List;

/**
 * The strengths that battles determine.
 *
 * @param counts the battles among the models that are rated
 * @param leftOut the models that are not, sorted by name
 * @param likelihood of these battles
 * @param optimum its maximum
 * @param inverse the inverse of the {@link Curvature} there; not to be changed
 */
record Strengths(
        PairCounts counts, List<String> leftOut, PairLikelihood likelihood, Newton optimum, SquareMatrix inverse) {

    static Strengths fit(BradleyTerry method, PairCounts counts) {
        PairColumns all = PairColumns.of(counts);
        if (WinGraph.isStronglyConnected(all)) {
            return fit(method, counts, all, List.of());
        }
        List<List<String>> components = WinGraph.of(all).components().stream()
                .map(indices ->
                        Arrays.stream(indices).mapToObj(counts.models()::get).toList())
                .toList();
        return switch (method.separation()) {
            case REFUSE -> throw new NoFiniteRatingsException(components);
            case LARGEST_COMPONENT -> {
                PairCounts largest = counts.restrictedTo(components.get(0));
                List<String> leftOut = components.stream()
                        .skip(1)
                        .flatMap(List::stream)
                        .sorted()
                        .toList();
                yield fit(method, largest, PairColumns.of(largest), leftOut);
            }
        };
    }

    private static Strengths fit(BradleyTerry method, PairCounts counts, PairColumns pairs, List<String> leftOut) {
        if (counts.models().size() < 2) {
            throw new EvalkitException("Ratings need at least two models that met: found "
                    + counts.models().size() + " (" + counts.battles() + " battles kept, "
                    + counts.dropped().total() + " dropped).");
        }
        PairLikelihood likelihood = PairLikelihood.of(suited(method.ties(), pairs), pairs);
        Newton optimum = Newton.maximise(likelihood, likelihood.start(), method.maxSteps());
        SquareMatrix inverse = Curvature.of(likelihood, optimum.at()).inverse();
        return new Strengths(counts, leftOut, likelihood, optimum, inverse);
    }

    /** The sum of the weights of all battles. */
    double weight() {
        return counts.pairs().stream()
                .mapToDouble(pair -> pair.outcomes(TieRule.HALF).weight())
                .sum();
    }

    /** The tie model to fit; Davidson's without a tie has its maximum at ν = 0, where it is the plain model. */
    private static TieModel suited(TieModel ties, PairColumns pairs) {
        if (ties == TieModel.HALF) {
            return ties;
        }
        if (pairs.soft()) {
            throw new EvalkitException(
                    "Davidson's tie model needs wins, losses and ties: found soft preferences. Count ties as half.");
        }
        if (!pairs.tied()) {
            return TieModel.HALF;
        }
        if (!TieCycles.boundNu(pairs)) {
            throw new EvalkitException(
                    "Davidson's tie model has no finite optimum here: no cycle of battles has more wins than ties."
                            + " Count ties as half.");
        }
        return ties;
    }
}
