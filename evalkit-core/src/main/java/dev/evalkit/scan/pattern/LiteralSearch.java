package dev.evalkit.scan.pattern;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds all occurrences of many literals in one pass over the bytes, whatever the case of their ASCII letters (A. V. Aho, M. J. Corasick, 1975, with the
 * failure function written out into a table). Immutable.
 */
public final class LiteralSearch {
    private static final int BYTES = 256;

    /** Byte → column of the table; column 0 is for bytes that no literal has. */
    private final byte[] columns = new byte[BYTES];

    private final int width;
    /** State × width + column → next state × width. States that end a literal stand behind all others. */
    private final int[] next;

    private final int firstEnding;
    private final int[][] endings;
    private final int[] lengths;
    private final @Nullable PairFilter filter;

    /** @param literals distinct, none empty; a hit is told by the index in this list */
    public LiteralSearch(List<String> literals) {
        List<byte[]> bytes = literals.stream().map(LiteralSearch::folded).toList();
        lengths = bytes.stream().mapToInt(each -> each.length).toArray();
        filter = PairFilter.suits(bytes) ? PairFilter.of(bytes) : null;
        width = assignColumns(bytes);
        Trie trie = new Trie(width);
        for (int i = 0; i < bytes.size(); i++) {
            trie.add(bytes.get(i), columns, i);
        }
        trie.completeFailures();
        int[] order = trie.plainFirst();
        int plain = (int) trie.endings.stream().filter(List::isEmpty).count();
        int states = order.length;
        next = new int[states * width];
        endings = new int[states - plain][];
        firstEnding = plain * width;
        for (int state = 0; state < states; state++) {
            for (int column = 0; column < width; column++) {
                next[order[state] * width + column] = order[trie.edges.get(state)[column]] * width;
            }
            if (order[state] >= plain) {
                endings[order[state] - plain] = trie.endings.get(state).stream()
                        .mapToInt(Integer::intValue)
                        .toArray();
            }
        }
    }

    private static byte[] folded(String literal) {
        byte[] bytes = literal.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= 'A' && bytes[i] <= 'Z') {
                bytes[i] = (byte) (bytes[i] + 'a' - 'A');
            }
        }
        return bytes;
    }

    private int assignColumns(List<byte[]> literals) {
        int used = 1;
        for (byte[] literal : literals) {
            for (byte each : literal) {
                if (columns[each & 0xFF] == 0) {
                    columns[each & 0xFF] = (byte) used++;
                }
            }
        }
        for (int letter = 'a'; letter <= 'z'; letter++) {
            columns[letter - 'a' + 'A'] = columns[letter];
        }
        return used;
    }

    /** What is told of an occurrence. */
    public interface Hits {
        /** The literal of the given index begins at {@code start}. */
        void found(int literal, int start);
    }

    /** Tells every occurrence that lies in a part of an array, in the order in which they begin or end. */
    public void search(byte[] bytes, int from, int to, Hits hits) {
        if (filter == null) {
            run(bytes, from, to, hits);
        } else {
            filter.search(bytes, from, to, hits);
        }
    }

    private void run(byte[] bytes, int from, int to, Hits hits) {
        int[] table = next;
        byte[] column = columns;
        int ending = firstEnding;
        int state = 0;
        for (int i = from; i < to; i++) {
            state = table[state + (column[bytes[i] & 0xFF] & 0xFF)];
            if (state >= ending) {
                for (int literal : endings[(state - ending) / width]) {
                    hits.found(literal, i + 1 - lengths[literal]);
                }
            }
        }
    }

    /** The tree of the literals while it is built. */
    private static final class Trie {
        private final int width;
        private final List<int[]> edges = new ArrayList<>();
        private final List<List<Integer>> endings = new ArrayList<>();

        Trie(int width) {
            this.width = width;
            state();
        }

        private int state() {
            int[] none = new int[width];
            Arrays.fill(none, -1);
            edges.add(none);
            endings.add(new ArrayList<>());
            return edges.size() - 1;
        }

        void add(byte[] literal, byte[] columns, int index) {
            int at = 0;
            for (byte each : literal) {
                int column = columns[each & 0xFF] & 0xFF;
                if (edges.get(at)[column] < 0) {
                    edges.get(at)[column] = state();
                }
                at = edges.get(at)[column];
            }
            endings.get(at).add(index);
        }

        /** Breadth first: a state's missing edges are those of the longest proper suffix that is a state too. */
        void completeFailures() {
            Map<Integer, Integer> suffix = new LinkedHashMap<>();
            Deque<Integer> queue = new ArrayDeque<>(List.of(0));
            suffix.put(0, 0);
            while (!queue.isEmpty()) {
                int state = queue.remove();
                int shorter = suffix.getOrDefault(state, 0);
                int[] own = edges.get(state);
                if (state != 0) {
                    endings.get(state).addAll(endings.get(shorter));
                }
                for (int column = 0; column < width; column++) {
                    int otherwise = state == 0 ? 0 : edges.get(shorter)[column];
                    if (own[column] < 0) {
                        own[column] = otherwise;
                    } else {
                        suffix.put(own[column], otherwise);
                        queue.add(own[column]);
                    }
                }
            }
        }

        /** Old number of a state → new number, those that end no literal first. */
        int[] plainFirst() {
            int[] order = new int[edges.size()];
            int number = 0;
            for (boolean plain : new boolean[] {true, false}) {
                for (int state = 0; state < order.length; state++) {
                    if (endings.get(state).isEmpty() == plain) {
                        order[state] = number++;
                    }
                }
            }
            return order;
        }
    }
}
