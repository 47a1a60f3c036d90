package dev.evalkit;

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
     * letters of it, case apart (Damerau 1964: insertions, deletions, replacements, and neighbours that changed places).
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
        return holds ? 1 : edits(wanted, candidate);
    }

    private static int edits(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = current;
        }
        return last[b.length()];
    }
}
