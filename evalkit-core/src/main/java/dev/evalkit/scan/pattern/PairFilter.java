package dev.evalkit.scan.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the literals of a small set by looking at every other pair of bytes: a literal of three bytes or more holds one of its first two pairs there (after S. Wu and U.
 * Manber, 1994). Reads no state from byte to byte, and so is several times as quick as an automaton; where many pairs begin a literal it is not.
 */
final class PairFilter {
    private static final int STRIDE = 2;
    private static final int SHORTEST = 3;
    private static final int MOST_PAIRS = 127;
    private static final int PAIRS = 1 << 16;

    private final byte[][] literals;
    /** Pair of bytes → number of its candidates, 0 for none. */
    private final byte[] pairs = new byte[PAIRS];
    /** Number → literals and how far before the pair they begin: twice the literal's index, and 1 where it begins a byte before. */
    private final int[][] candidates;

    private PairFilter(byte[][] literals, int[][] candidates) {
        this.literals = literals;
        this.candidates = candidates;
    }

    /** Whether the literals are few and long enough. */
    static boolean suits(List<byte[]> literals) {
        return literals.stream().allMatch(literal -> literal.length >= SHORTEST)
                && literals.stream().mapToLong(literal -> STRIDE).sum() <= MOST_PAIRS;
    }

    /** @param folded the literals, without capitals of ASCII */
    static PairFilter of(List<byte[]> folded) {
        List<int[]> known = new ArrayList<>();
        List<List<Integer>> numbered = new ArrayList<>(List.of(List.of()));
        for (int back = STRIDE - 1; back >= 0; back--) {
            for (int i = 0; i < folded.size(); i++) {
                int[] pair = {folded.get(i)[back], folded.get(i)[back + 1]};
                int number = 1;
                while (number <= known.size() && !Arrays.equals(known.get(number - 1), pair)) {
                    number++;
                }
                if (number > known.size()) {
                    known.add(pair);
                    numbered.add(new ArrayList<>());
                }
                numbered.get(number).add(2 * i + back);
            }
        }
        int[][] candidates = numbered.stream()
                .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        PairFilter filter = new PairFilter(folded.toArray(byte[][]::new), candidates);
        for (int number = 1; number <= known.size(); number++) {
            filter.admit(known.get(number - 1), (byte) number);
        }
        return filter;
    }

    private void admit(int[] pair, byte number) {
        for (int first : cases(pair[0])) {
            for (int second : cases(pair[1])) {
                pairs[(first & 0xFF) << 8 | (second & 0xFF)] = number;
            }
        }
    }

    private static int[] cases(int folded) {
        return folded >= 'a' && folded <= 'z' ? new int[] {folded, folded - 'a' + 'A'} : new int[] {folded};
    }

    /** Tells every occurrence that lies in a part of an array, in the order in which they begin. */
    void search(byte[] bytes, int from, int to, LiteralSearch.Hits hits) {
        byte[] table = pairs;
        for (int i = from; i < to - 1; i += STRIDE) {
            int number = table[(bytes[i] & 0xFF) << 8 | (bytes[i + 1] & 0xFF)];
            if (number != 0) {
                verify(number, bytes, i, from, to, hits);
            }
        }
    }

    private void verify(int number, byte[] bytes, int at, int from, int to, LiteralSearch.Hits hits) {
        for (int candidate : candidates[number]) {
            byte[] literal = literals[candidate >> 1];
            int start = at - (candidate & 1);
            if (start >= from && to - start >= literal.length && isAt(literal, bytes, start)) {
                hits.found(candidate >> 1, start);
            }
        }
    }

    private static boolean isAt(byte[] literal, byte[] bytes, int start) {
        for (int i = literal.length - 1; i >= 0; i--) {
            int each = bytes[start + i];
            if (each != literal[i] && !(each >= 'A' && each <= 'Z' && each + 'a' - 'A' == literal[i])) {
                return false;
            }
        }
        return true;
    }
}
