package dev.evalkit.rating;

import java.util.Arrays;

/** The weights of pair counts as columns of numbers, which is what the arithmetic runs over. Immutable. */
final class PairColumns {
    private final int models;
    private final int[] first;
    private final int[] second;
    private final double[] wins;
    private final double[] losses;
    private final double[] ties;
    private final double[] softWins;
    private final double[] softLosses;

    private PairColumns(
            int models,
            int[] first,
            int[] second,
            double[] wins,
            double[] losses,
            double[] ties,
            double[] softWins,
            double[] softLosses) {
        this.models = models;
        this.first = first;
        this.second = second;
        this.wins = wins;
        this.losses = losses;
        this.ties = ties;
        this.softWins = softWins;
        this.softLosses = softLosses;
    }

    static PairColumns of(PairCounts counts) {
        int size = counts.pairs().size();
        PairColumns columns = new PairColumns(
                counts.models().size(),
                new int[size],
                new int[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size]);
        int k = 0;
        for (PairTally pair : counts.pairs()) {
            columns.first[k] = pair.first();
            columns.second[k] = pair.second();
            columns.wins[k] = pair.wins().weight();
            columns.losses[k] = pair.losses().weight();
            columns.ties[k] = pair.ties().weight();
            columns.softWins[k] = pair.soft().score();
            columns.softLosses[k] = pair.soft().weight() - pair.soft().score();
            k++;
        }
        return columns;
    }

    /** The same pairs with other counts: wins, losses and ties of each pair side by side. */
    PairColumns withCells(long[] cells) {
        double[] none = new double[size()];
        return new PairColumns(
                models, first, second, every3rd(cells, 0), every3rd(cells, 1), every3rd(cells, 2), none, none);
    }

    /** The counts of wins, losses and ties of each pair side by side, where all weights are 1 and none is soft. */
    long[] cells() {
        long[] cells = new long[3 * size()];
        for (int k = 0; k < size(); k++) {
            cells[3 * k] = (long) wins[k];
            cells[3 * k + 1] = (long) losses[k];
            cells[3 * k + 2] = (long) ties[k];
        }
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
        return wins[pair];
    }

    double losses(int pair) {
        return losses[pair];
    }

    double ties(int pair) {
        return ties[pair];
    }

    /** The score of the first with a tie as one half. */
    double firstScore(int pair) {
        return wins[pair] + ties[pair] / 2 + softWins[pair];
    }

    /** The score of the second with a tie as one half. */
    double secondScore(int pair) {
        return losses[pair] + ties[pair] / 2 + softLosses[pair];
    }

    /** Whether any battle was tied. */
    boolean tied() {
        return Arrays.stream(ties).anyMatch(weight -> weight > 0);
    }

    /** Whether any preference is soft. */
    boolean soft() {
        return Arrays.stream(softWins).anyMatch(weight -> weight > 0)
                || Arrays.stream(softLosses).anyMatch(weight -> weight > 0);
    }

    private static double[] every3rd(long[] cells, int offset) {
        double[] column = new double[cells.length / 3];
        for (int k = 0; k < column.length; k++) {
            column[k] = cells[3 * k + offset];
        }
        return column;
    }
}
