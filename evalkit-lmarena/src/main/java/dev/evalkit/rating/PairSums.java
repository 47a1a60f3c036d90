package dev.evalkit.rating;

/** The growing sums of one pair of models; which of the two is the first is known to whoever holds this. */
final class PairSums {
    private WeightSum wins = WeightSum.NONE;
    private WeightSum losses = WeightSum.NONE;
    private WeightSum ties = WeightSum.NONE;
    private OutcomeSums soft = OutcomeSums.NONE;

    void add(Preference preference, double weight) {
        if (preference instanceof Outcome outcome) {
            switch (outcome) {
                case FIRST -> wins = wins.plusBattle(weight);
                case SECOND -> losses = losses.plusBattle(weight);
                case TIE -> ties = ties.plusBattle(weight);
            }
        } else {
            soft = soft.plus(OutcomeSums.ofBattle(weight, preference.score()));
        }
    }

    /** Adds battles that count once each. */
    void addPlain(long newWins, long newLosses, long newTies) {
        wins = wins.plus(WeightSum.plain(newWins));
        losses = losses.plus(WeightSum.plain(newLosses));
        ties = ties.plus(WeightSum.plain(newTies));
    }

    /** Adds what another holder summed up with the same model as the first. */
    void merge(PairSums other) {
        wins = wins.plus(other.wins);
        losses = losses.plus(other.losses);
        ties = ties.plus(other.ties);
        soft = soft.plus(other.soft);
    }

    /** The same battles seen from the other side. */
    PairSums flipped() {
        PairSums flipped = new PairSums();
        flipped.wins = losses;
        flipped.losses = wins;
        flipped.ties = ties;
        flipped.soft = soft.flipped();
        return flipped;
    }

    PairTally tally(int first, int second) {
        return new PairTally(first, second, wins, losses, ties, soft);
    }
}
