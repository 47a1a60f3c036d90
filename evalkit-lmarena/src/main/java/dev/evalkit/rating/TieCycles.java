package dev.evalkit.rating;

/**
 * Whether Davidson's ν is finite.
 *
 * <p>The likelihood never falls in the direction (strengths θ, ln ν) where every win has θ₁ − θ₂ ≥ 2 and every tie |θ₁ − θ₂|
 * ≤ 2 while ln ν grows by 1. Such strengths are a system of difference constraints: they exist unless some cycle of battles,
 * run through from winner to loser and along ties either way, has more wins than ties. That is a negative cycle where a win
 * costs −1 and a tie 1 (Bellman and Ford).
 */
final class TieCycles {
    private TieCycles() {}

    /** Whether a cycle with more wins than ties exists, so that ν is bounded. */
    static boolean boundNu(PairColumns pairs) {
        for (int k = 0; k < pairs.size(); k++) {
            if (pairs.wins(k) > 0 && pairs.losses(k) > 0) {
                return true;
            }
        }
        int[] distance = new int[pairs.models()];
        boolean relaxed = true;
        for (int round = 0; round < pairs.models() && relaxed; round++) {
            relaxed = relax(pairs, distance);
        }
        return relaxed;
    }

    private static boolean relax(PairColumns pairs, int[] distance) {
        boolean relaxed = false;
        for (int k = 0; k < pairs.size(); k++) {
            int i = pairs.first(k);
            int j = pairs.second(k);
            if (pairs.wins(k) > 0) {
                relaxed |= relax(distance, i, j, -1);
            }
            if (pairs.losses(k) > 0) {
                relaxed |= relax(distance, j, i, -1);
            }
            if (pairs.ties(k) > 0) {
                relaxed |= relax(distance, i, j, 1);
                relaxed |= relax(distance, j, i, 1);
            }
        }
        return relaxed;
    }

    private static boolean relax(int[] distance, int from, int to, int cost) {
        if (distance[from] + cost < distance[to]) {
            distance[to] = distance[from] + cost;
            return true;
        }
        return false;
    }
}
