package dev.evalkit.rating;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * M with judges as clusters: what the battles of one judge add to the gradient is summed before it is squared (Liang and
 * Zeger 1986). A battle without a known judge is a cluster of its own.
 *
 * @param squares M
 * @param clusters how many clusters there are
 */
record ClusterScores(SquareMatrix squares, int clusters) {

    /** Sums up the battles among the models; others are ignored. */
    static ClusterScores of(PairLikelihood likelihood, double[] at, List<Battle> battles, List<String> models) {
        Map<String, Integer> index = new HashMap<>();
        models.forEach(model -> index.put(model, index.size()));
        Collection<List<Battle>> clusters = clusters(battles, index);
        SquareMatrix squares = new SquareMatrix(at.length);
        for (List<Battle> cluster : clusters) {
            double[] score = new double[at.length];
            BitSet touched = new BitSet();
            touched.set(models.size(), at.length);
            for (Battle battle : cluster) {
                int first = index.getOrDefault(battle.first(), -1);
                int second = index.getOrDefault(battle.second(), -1);
                likelihood.addScore(at, first, second, battle.preference(), battle.weight(), score);
                touched.set(first);
                touched.set(second);
            }
            addSquare(squares, score, touched.stream().toArray());
        }
        return new ClusterScores(squares, clusters.size());
    }

    private static Collection<List<Battle>> clusters(List<Battle> battles, Map<String, Integer> index) {
        Map<String, List<Battle>> judged = new LinkedHashMap<>();
        List<List<Battle>> clusters = new ArrayList<>();
        for (Battle battle : battles) {
            if (index.containsKey(battle.first()) && index.containsKey(battle.second())) {
                String judge = battle.judge();
                if (judge == null) {
                    clusters.add(List.of(battle));
                } else {
                    judged.computeIfAbsent(judge, name -> new ArrayList<>()).add(battle);
                }
            }
        }
        clusters.addAll(judged.values());
        return clusters;
    }

    private static void addSquare(SquareMatrix squares, double[] score, int[] touched) {
        for (int i : touched) {
            for (int j : touched) {
                squares.add(i, j, score[i] * score[j]);
            }
        }
    }
}
