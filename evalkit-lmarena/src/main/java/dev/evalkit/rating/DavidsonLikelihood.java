package dev.evalkit.rating;

import java.util.List;

/**
 * Davidson (1970): win, loss and tie have probabilities in the proportions exp(δ/2) : exp(−δ/2) : ν, where δ is the
 * difference of the log strengths. The last parameter is ln ν, in which, as in the strengths, this is an exponential family
 * and concave.
 */
record DavidsonLikelihood(PairColumns pairs) implements PairLikelihood {

    /** The three probabilities of a pair. */
    private record Probabilities(double win, double loss, double tie) {

        static Probabilities of(double difference, double logNu) {
            // The largest exponent is taken out first, so that nothing overflows.
            double largest = Math.max(Math.abs(difference) / 2, logNu);
            double win = Math.exp(difference / 2 - largest);
            double loss = Math.exp(-difference / 2 - largest);
            double tie = Math.exp(logNu - largest);
            double all = win + loss + tie;
            return new Probabilities(win / all, loss / all, tie / all);
        }

        /** d ln p(win) / dδ, without cancellation. */
        double winSlope() {
            return loss + tie / 2;
        }

        double lossSlope() {
            return -(win + tie / 2);
        }

        double tieSlope() {
            return (loss - win) / 2;
        }
    }

    @Override
    public int models() {
        return pairs.models();
    }

    @Override
    public double[] start() {
        double ties = 0;
        double decided = 0;
        for (int k = 0; k < pairs.size(); k++) {
            ties += pairs.ties(k);
            decided += pairs.wins(k) + pairs.losses(k);
        }
        double[] start = new double[models() + 1];
        // With all strengths alike ν/(2 + ν) is the share of ties.
        start[models()] = Math.log(2 * ties / decided);
        return start;
    }

    @Override
    public double value(double[] at) {
        double sum = 0;
        for (int k = 0; k < pairs.size(); k++) {
            double half = (at[pairs.first(k)] - at[pairs.second(k)]) / 2;
            double logNu = at[models()];
            double largest = Math.max(Math.abs(half), logNu);
            double logAll = largest
                    + Math.log(Math.exp(half - largest) + Math.exp(-half - largest) + Math.exp(logNu - largest));
            sum += pairs.wins(k) * (half - logAll)
                    + pairs.losses(k) * (-half - logAll)
                    + pairs.ties(k) * (logNu - logAll);
        }
        return sum;
    }

    @Override
    public double[] gradient(double[] at) {
        double[] gradient = new double[at.length];
        for (int k = 0; k < pairs.size(); k++) {
            int i = pairs.first(k);
            int j = pairs.second(k);
            add(gradient, i, j, probabilities(at, i, j), pairs.wins(k), pairs.losses(k), pairs.ties(k));
        }
        return gradient;
    }

    @Override
    public SquareMatrix information(double[] at) {
        int nu = models();
        SquareMatrix information = new SquareMatrix(nu + 1);
        for (int k = 0; k < pairs.size(); k++) {
            int i = pairs.first(k);
            int j = pairs.second(k);
            Probabilities p = probabilities(at, i, j);
            double battles = pairs.wins(k) + pairs.losses(k) + pairs.ties(k);
            double spread = p.win() * p.loss() + p.tie() * (p.win() + p.loss()) / 4;
            addSquare(
                    information,
                    i,
                    j,
                    battles * spread,
                    battles * p.tie() * p.tieSlope(),
                    battles * p.tie() * (p.win() + p.loss()));
        }
        return information;
    }

    @Override
    public double reach(double[] step) {
        // Between a win and a tie the log odds change by half the difference less the change of ln ν.
        double strengths = HalfTieLikelihood.reach(pairs, step);
        return Math.max(strengths, strengths / 2 + Math.abs(step[models()]));
    }

    @Override
    public SquareMatrix scoreSquares(double[] at, List<PairTally> tallies) {
        int nu = models();
        SquareMatrix squares = new SquareMatrix(nu + 1);
        for (PairTally tally : tallies) {
            int i = tally.first();
            int j = tally.second();
            Probabilities p = probabilities(at, i, j);
            double decided = p.win() + p.loss();
            addSquares(squares, i, j, tally.wins().squares(), p.winSlope(), -p.tie());
            addSquares(squares, i, j, tally.losses().squares(), p.lossSlope(), -p.tie());
            addSquares(squares, i, j, tally.ties().squares(), p.tieSlope(), decided);
        }
        return squares;
    }

    @Override
    public void addScore(double[] at, int first, int second, Preference preference, double weight, double[] sum) {
        double y = preference.score();
        Probabilities p = probabilities(at, first, second);
        add(sum, first, second, p, y == 1 ? weight : 0, y == 0 ? weight : 0, preference == Outcome.TIE ? weight : 0);
    }

    private Probabilities probabilities(double[] at, int i, int j) {
        return Probabilities.of(at[i] - at[j], at[models()]);
    }

    private void add(double[] sum, int i, int j, Probabilities p, double wins, double losses, double ties) {
        double score = wins * p.winSlope() + losses * p.lossSlope() + ties * p.tieSlope();
        sum[i] += score;
        sum[j] -= score;
        sum[models()] += ties * (p.win() + p.loss()) - (wins + losses) * p.tie();
    }

    private void addSquares(SquareMatrix matrix, int i, int j, double w, double slope, double nuSlope) {
        addSquare(matrix, i, j, w * slope * slope, w * slope * nuSlope, w * nuSlope * nuSlope);
    }

    /** Adds a square in the difference of two strengths and ln ν. */
    private void addSquare(SquareMatrix matrix, int i, int j, double strength, double cross, double nuSquare) {
        int nu = models();
        matrix.addDifference(i, j, strength);
        matrix.add(i, nu, cross);
        matrix.add(nu, i, cross);
        matrix.add(j, nu, -cross);
        matrix.add(nu, j, -cross);
        matrix.add(nu, nu, nuSquare);
    }
}
