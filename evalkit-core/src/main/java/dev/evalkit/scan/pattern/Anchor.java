package dev.evalkit.scan.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Literals of which every match of an expression, or of one of its branches, holds one.
 *
 * @param literals the literals, in small letters; ASCII, none empty
 * @param back how many bytes before the literal a match begins at most
 * @param ahead how many bytes behind the literal's beginning a match ends at most
 * @param opening what comes from the literal on
 */
record Anchor(List<String> literals, int back, int ahead, Opening opening) {
    private static final int MOST_BRANCHES = 32;
    private static final int MOST_STARTS = 64;
    private static final int LONG_ENOUGH = 5;
    private static final int NEAR = 1024;

    Anchor {
        literals = List.copyOf(literals);
    }

    /** The anchors of an expression's branches; empty where some branch has none. */
    static List<Anchor> of(Node node) {
        List<Node> branches = node instanceof Node.Choice choice ? choice.branches() : List.of(node);
        if (branches.size() > MOST_BRANCHES) {
            return List.of();
        }
        List<Anchor> all = new ArrayList<>();
        for (Node branch : branches) {
            Optional<Anchor> best = best(branch instanceof Node.Sequence s ? s.parts() : List.of(branch));
            if (best.isEmpty()) {
                return List.of();
            }
            all.add(best.get());
        }
        return all;
    }

    private static Optional<Anchor> best(List<Node> parts) {
        int bestScore = 0;
        int bestStart = 0;
        List<String> best = List.of();
        for (int start = 0; start < Math.min(parts.size(), MOST_STARTS); start++) {
            List<String> literals = Prefixes.of(parts.subList(start, parts.size()));
            int shortest = literals.stream().mapToInt(String::length).min().orElse(0);
            int back = longest(parts.subList(0, start));
            int score = shortest == 0
                    ? 0
                    : Math.min(shortest, LONG_ENOUGH) * 1000
                            - (back > NEAR ? 1500 : back > 0 ? 500 : 0)
                            - literals.size();
            if (score > bestScore) {
                bestScore = score;
                bestStart = start;
                best = literals;
            }
        }
        if (best.isEmpty()) {
            return Optional.empty();
        }
        List<Node> rest = parts.subList(bestStart, parts.size());
        return Optional.of(new Anchor(best, longest(parts.subList(0, bestStart)), longest(rest), new Opening(rest)));
    }

    private static int longest(List<Node> parts) {
        return new Node.Sequence(parts).longest();
    }
}
