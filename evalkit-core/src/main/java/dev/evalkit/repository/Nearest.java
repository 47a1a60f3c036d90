package dev.evalkit.repository;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The known names that a mistyped one may have meant. */
public final class Nearest {
    private static final int MOST = 3;
    private static final int LONGEST = 200;

    private Nearest() {}

    /**
     * At most three of the known names, the likeliest first: those that hold the name or are held by it, and those within a third of its
     * letters of it (Levenshtein 1966), case apart.
     */
    public static List<String> to(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return List.of();
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        return known.stream()
                .distinct()
                .filter(each -> each.length() <= LONGEST)
                .filter(each -> distance(wanted, each) <= Math.max(1, wanted.length() / 3))
                .sorted(Comparator.<String>comparingInt(each -> distance(wanted, each))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    private static int distance(String wanted, String each) {
        String candidate = each.toLowerCase(Locale.ROOT);
        boolean holds = wanted.length() > 2
                && candidate.length() > 2
                && (candidate.contains(wanted) || wanted.contains(candidate));
        return holds ? 1 : levenshtein(wanted, candidate);
    }

    private static int levenshtein(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
