package dev.evalkit.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who took anything from whom: an edge runs from each model to those against which it has a score above 0 (a tie is an edge
 * both ways). The likelihood has a finite maximum, and only one, exactly where this graph is strongly connected (Ford 1957).
 */
final class WinGraph {
    private final int models;
    private final int[][] beaten;
    private final int[][] beatenBy;

    private WinGraph(int models, int[][] beaten, int[][] beatenBy) {
        this.models = models;
        this.beaten = beaten;
        this.beatenBy = beatenBy;
    }

    static WinGraph of(PairColumns pairs) {
        int[] winners = new int[2 * pairs.size()];
        int[] losers = new int[2 * pairs.size()];
        int edges = 0;
        for (int k = 0; k < pairs.size(); k++) {
            if (pairs.firstScore(k) > 0) {
                winners[edges] = pairs.first(k);
                losers[edges++] = pairs.second(k);
            }
            if (pairs.secondScore(k) > 0) {
                winners[edges] = pairs.second(k);
                losers[edges++] = pairs.first(k);
            }
        }
        int models = pairs.models();
        return new WinGraph(
                models, adjacency(models, winners, losers, edges), adjacency(models, losers, winners, edges));
    }

    /** Whether all models are in one component; true where there are none. */
    static boolean isStronglyConnected(PairColumns pairs) {
        // Nearly always models hang together by pairs in which both sides scored, which is seen without a graph.
        int[] parent = IntStream.range(0, pairs.models()).toArray();
        int groups = pairs.models();
        for (int k = 0; k < pairs.size(); k++) {
            groups -= joins(parent, pairs, k) ? 1 : 0;
        }
        return groups <= 1 || of(pairs).components().size() == 1;
    }

    /** Whether a pair in which both scored joins two groups, which it then does. */
    private static boolean joins(int[] parent, PairColumns pairs, int k) {
        if (!(pairs.firstScore(k) > 0 && pairs.secondScore(k) > 0)) {
            return false;
        }
        int first = root(parent, pairs.first(k));
        int second = root(parent, pairs.second(k));
        parent[first] = second;
        return first != second;
    }

    private static int root(int[] parent, int model) {
        int root = model;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /**
     * The strongly connected components as ascending indices, the largest first, of equal ones that with the least index.
     */
    List<int[]> components() {
        List<int[]> components = new ArrayList<>();
        BitSet open = all();
        for (int root = 0; root >= 0; root = open.nextSetBit(0)) {
            BitSet component = component(root, open);
            components.add(component.stream().toArray());
            open.andNot(component);
        }
        // Stable: components were found by ascending least index.
        components.sort((a, b) -> Integer.compare(b.length, a.length));
        return components;
    }

    /** What both reaches the root and is reached from it; a path between two of them leaves no component. */
    private BitSet component(int root, BitSet open) {
        BitSet component = reached(root, open, beaten);
        component.and(reached(root, open, beatenBy));
        return component;
    }

    private BitSet reached(int root, BitSet open, int[][] edges) {
        BitSet reached = new BitSet(models);
        int[] stack = new int[models];
        int depth = 0;
        reached.set(root);
        stack[depth++] = root;
        while (depth > 0) {
            for (int next : edges[stack[--depth]]) {
                if (open.get(next) && !reached.get(next)) {
                    reached.set(next);
                    stack[depth++] = next;
                }
            }
        }
        return reached;
    }

    private BitSet all() {
        BitSet all = new BitSet(models);
        all.set(0, models);
        return all;
    }

    private static int[][] adjacency(int models, int[] from, int[] to, int edges) {
        int[] degree = new int[models];
        for (int e = 0; e < edges; e++) {
            degree[from[e]]++;
        }
        int[][] adjacent = new int[models][];
        Arrays.setAll(adjacent, i -> new int[degree[i]]);
        for (int e = 0; e < edges; e++) {
            adjacent[from[e]][--degree[from[e]]] = to[e];
        }
        return adjacent;
    }
}
