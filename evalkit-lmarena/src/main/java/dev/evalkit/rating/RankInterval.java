package dev.evalkit.rating;

/**
 * The ranks that a model may have.
 *
 * @param best the best rank, from 1
 * @param worst the worst rank, not below the best
 * @param level the confidence level in (0, 1)
 */
public record RankInterval(int best, int worst, double level) {}
