package dev.evalkit.rating;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The weights of pair counts as columns of numbers, which is what the arithmetic runs over. Immutable. */
final class PairColumns {
    /** Win, loss and tie. */
    private static final int OUTCOMES = 3;

    private final int models;
    private final int[] first;
    private final int[] second;
    /** Wins, losses and ties of each pair side by side. */
    private final double[] cells;

    private final double[] softWins;
    private final double[] softLosses;

    private PairColumns(int models, int[] first, int[] second, double[] cells, double[] softWins, double[] softLosses) {
        this.models = models;
        this.first = first;
        this.second = second;
        this.cells = cells;
        this.softWins = softWins;
        this.softLosses = softLosses;
    }

    static PairColumns of(PairCounts counts) {
        int size = counts.pairs().size();
        PairColumns columns = new PairColumns(
                counts.models().size(),
                new int[size],
                new int[size],
                new double[OUTCOMES * size],
                new double[size],
                new double[size]);
        int k = 0;
        for (PairTally pair : counts.pairs()) {
            columns.put(k++, pair);
        }
        return columns;
    }

    private void put(int k, PairTally pair) {
        first[k] = pair.first();
        second[k] = pair.second();
        cells[OUTCOMES * k] = pair.wins().weight();
        cells[OUTCOMES * k + 1] = pair.losses().weight();
        cells[OUTCOMES * k + 2] = pair.ties().weight();
        softWins[k] = pair.soft().score();
        softLosses[k] = pair.soft().weight() - pair.soft().score();
    }

    /** The same pairs with other counts of wins, losses and ties, where none is soft; not to be changed afterwards. */
    PairColumns withCells(double[] others) {
        return new PairColumns(models, first, second, others, softWins, softLosses);
    }

    /** The weights of wins, losses and ties of each pair side by side; not to be changed. */
    double[] cells() {
        return cells;
    }

    int models() {
        return models;
    }

    /** How many pairs. */
    int size() {
        return first.length;
    }

    int first(int pair) {
        return first[pair];
    }

    int second(int pair) {
        return second[pair];
    }

    double wins(int pair) {
        return cells[OUTCOMES * pair];
    }

    double losses(int pair) {
        return cells[OUTCOMES * pair + 1];
    }

    double ties(int pair) {
        return cells[OUTCOMES * pair + 2];
    }

    /** The score of the first with a tie as one half. */
    double firstScore(int pair) {
        return wins(pair) + ties(pair) / 2 + softWins[pair];
    }

    /** The score of the second with a tie as one half. */
    double secondScore(int pair) {
        return losses(pair) + ties(pair) / 2 + softLosses[pair];
    }

    /** How far apart the two models of a pair are. */
    double distance(int pair, double[] at) {
        return Math.abs(at[first[pair]] - at[second[pair]]);
    }

    /** Whether any battle was tied. */
    boolean tied() {
        return IntStream.range(0, size()).anyMatch(pair -> ties(pair) > 0);
    }

    /** Whether any preference is soft. */
    boolean soft() {
        return Arrays.stream(softWins).anyMatch(weight -> weight > 0)
                || Arrays.stream(softLosses).anyMatch(weight -> weight > 0);
    }
}
