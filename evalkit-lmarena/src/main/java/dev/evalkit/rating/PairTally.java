package dev.evalkit.rating;

/**
 * What the battles of one pair of models add up to, seen from the first.
 *
 * @param first the index of the first model in {@link PairCounts#models()}
 * @param second the index of the second model, above the first
 * @param wins battles that the first model won
 * @param losses battles that the second model won
 * @param ties battles that neither won
 * @param soft battles with a {@link SoftPreference}
 */
public record PairTally(int first, int second, WeightSum wins, WeightSum losses, WeightSum ties, OutcomeSums soft) {

    /** How many battles the two had. */
    public long battles() {
        return wins.battles() + losses.battles() + ties.battles() + soft.battles();
    }

    /** All outcomes from the first model's side, with a tie as one half or left out. */
    OutcomeSums outcomes(TieRule rule) {
        OutcomeSums decided =
                OutcomeSums.of(wins, 1).plus(OutcomeSums.of(losses, 0)).plus(soft);
        return rule == TieRule.HALF ? decided.plus(OutcomeSums.of(ties, 0.5)) : decided;
    }

    /** The same battles between two models that stand elsewhere, in the same order of sides. */
    PairTally at(int newFirst, int newSecond) {
        return new PairTally(newFirst, newSecond, wins, losses, ties, soft);
    }

    /** Whether every battle has one of the three outcomes and counts once. */
    boolean isPlain() {
        return soft.battles() == 0 && isPlain(wins) && isPlain(losses) && isPlain(ties);
    }

    private static boolean isPlain(WeightSum sum) {
        // By Cauchy and Schwarz Σw = Σw² = n only where every w is 1.
        return sum.weight() == sum.battles() && sum.squares() == sum.battles();
    }
}
