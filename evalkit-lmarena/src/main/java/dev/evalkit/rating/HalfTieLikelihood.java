package dev.evalkit.rating;

import java.util.List;

/**
 * Bradley and Terry (1952) with a tie as half a win: Σ s₁ ln p + s₂ ln(1 − p), p = 1 / (1 + exp(θ₂ − θ₁)), where s₁ and s₂
 * are the scores of the two sides of each pair.
 */
record HalfTieLikelihood(PairColumns pairs) implements PairLikelihood {

    @Override
    public int models() {
        return pairs.models();
    }

    @Override
    public double[] start() {
        return new double[pairs.models()];
    }

    @Override
    public double value(double[] at) {
        double sum = 0;
        for (int k = 0; k < pairs.size(); k++) {
            double difference = at[pairs.first(k)] - at[pairs.second(k)];
            // ln p = min(difference, 0) - ln(1 + exp(-|difference|)) stays exact where p is close to 0 or 1.
            double common = -Math.log1p(Math.exp(-Math.abs(difference)));
            sum += pairs.firstScore(k) * (common + Math.min(difference, 0));
            sum += pairs.secondScore(k) * (common - Math.max(difference, 0));
        }
        return sum;
    }

    @Override
    public double[] gradient(double[] at) {
        double[] gradient = new double[at.length];
        for (int k = 0; k < pairs.size(); k++) {
            addSlope(gradient, at, k);
        }
        return gradient;
    }

    private void addSlope(double[] gradient, double[] at, int k) {
        int i = pairs.first(k);
        int j = pairs.second(k);
        double difference = at[i] - at[j];
        // One exponential gives both probabilities, each exact where it is small.
        double e = Math.exp(-Math.abs(difference));
        double likely = 1 / (1 + e);
        double unlikely = e * likely;
        double p = difference > 0 ? likely : unlikely;
        double q = difference > 0 ? unlikely : likely;
        // s1 q - s2 p rather than s1 - n p: no cancellation where p is close to 0 or 1.
        double score = pairs.firstScore(k) * q - pairs.secondScore(k) * p;
        gradient[i] += score;
        gradient[j] -= score;
    }

    @Override
    public SquareMatrix information(double[] at) {
        int n = models();
        SquareMatrix information = new SquareMatrix(n);
        for (int k = 0; k < pairs.size(); k++) {
            addCurvature(information, at, k);
        }
        return information;
    }

    private void addCurvature(SquareMatrix information, double[] at, int k) {
        int i = pairs.first(k);
        int j = pairs.second(k);
        double e = Math.exp(-Math.abs(at[i] - at[j]));
        double weight = pairs.firstScore(k) + pairs.secondScore(k);
        information.addDifference(i, j, weight * e / ((1 + e) * (1 + e)));
    }

    @Override
    public double reach(double[] step) {
        return reach(pairs, step);
    }

    @Override
    public SquareMatrix scoreSquares(double[] at, List<PairTally> tallies) {
        int n = models();
        SquareMatrix squares = new SquareMatrix(n);
        for (PairTally tally : tallies) {
            addSquare(squares, at, tally);
        }
        return squares;
    }

    private static void addSquare(SquareMatrix squares, double[] at, PairTally tally) {
        double p = probability(at[tally.first()] - at[tally.second()]);
        double q = probability(at[tally.second()] - at[tally.first()]);
        double sum = tally.wins().squares() * q * q
                + tally.losses().squares() * p * p
                + tally.ties().squares() * (0.5 - p) * (0.5 - p)
                + tally.soft().squaresAround(p);
        squares.addDifference(tally.first(), tally.second(), sum);
    }

    @Override
    public void addScore(double[] at, int first, int second, Preference preference, double weight, double[] sum) {
        double y = preference.score();
        double score =
                weight * (y * probability(at[second] - at[first]) - (1 - y) * probability(at[first] - at[second]));
        sum[first] += score;
        sum[second] -= score;
    }

    /** The probability that a model wins which is this much stronger. */
    static double probability(double difference) {
        return 1 / (1 + Math.exp(-difference));
    }

    /** The largest change of a difference of strengths among the pairs that were compared. */
    static double reach(PairColumns pairs, double[] step) {
        double reach = 0;
        for (int k = 0; k < pairs.size(); k++) {
            reach = Math.max(reach, pairs.distance(k, step));
        }
        return reach;
    }
}
