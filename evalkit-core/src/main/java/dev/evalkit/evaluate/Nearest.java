package dev.evalkit.evaluate;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that somebody may have meant. */
final class Nearest {
    private Nearest() {}

    /** The nearest of the names by edit distance, if at most a third of its letters differ. */
    static Optional<String> of(String found, Collection<String> names) {
        return names.stream()
                .filter(name -> distance(found, name) <= Math.max(1, (name.length() + 1) / 3))
                .min(Comparator.comparingInt((String name) -> distance(found, name))
                        .thenComparing(name -> name));
    }

    /** The number of insertions, deletions and replacements between two texts (Levenshtein 1966). */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
