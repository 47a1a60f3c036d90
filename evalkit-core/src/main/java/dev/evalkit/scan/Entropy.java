package dev.evalkit.scan;

/** Shannon's entropy of a text's characters (C. E. Shannon, 1948, section 6), in bits per character. */
final class Entropy {
    private Entropy() {}

    static double of(String text) {
        int[] characters = text.codePoints().sorted().toArray();
        double entropy = 0;
        for (int from = 0; from < characters.length; ) {
            int to = from;
            while (to < characters.length && characters[to] == characters[from]) {
                to++;
            }
            double share = (double) (to - from) / characters.length;
            entropy -= share * Math.log(share) / Math.log(2);
            from = to;
        }
        return entropy;
    }
}
