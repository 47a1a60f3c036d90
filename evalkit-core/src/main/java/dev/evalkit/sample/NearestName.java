package dev.evalkit.sample;

import java.util.Collection;
import java.util.Optional;

/** Which known name somebody may have meant (Levenshtein 1966; letter case aside). */
final class NearestName {
    private NearestName() {}

    /** The name that takes the fewest edits, if these are at most a third of what was written, or two. */
    static Optional<String> of(String written, Collection<String> known) {
        int least = Math.max(2, written.length() / 3) + 1;
        String nearest = null;
        for (String name : known) {
            int edits = name.equalsIgnoreCase(written) ? 0 : edits(written, name);
            if (edits < least) {
                least = edits;
                nearest = name;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
