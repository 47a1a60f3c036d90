package dev.evalkit.evaluate.builtin;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Comparing answers as SQuAD does (Rajpurkar et al. 2016, arXiv 1606.05250; the official script of version 2.0): lower case, without ASCII
 * punctuation, without the articles a, an and the, runs of white space as one blank.
 */
final class SquadText {
    private static final Pattern PUNCTUATION = Pattern.compile("[!\"#$%&'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~]");

    /** Between what Python takes for letters, digits and underscores, which the script relies on; to Java combining marks are such too. */
    private static final Pattern ARTICLES = Pattern.compile("(?<![\\p{L}\\p{N}_])(a|an|the)(?![\\p{L}\\p{N}_])");

    /** Python's white space: that of Unicode, and four separators. */
    private static final Pattern SPACE = Pattern.compile("[\\s\\x1c-\\x1f]+", Pattern.UNICODE_CHARACTER_CLASS);

    private SquadText() {}

    /** The text as it is compared. */
    static String normalize(String text) {
        String bare = PUNCTUATION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        String plain = ARTICLES.matcher(bare).replaceAll(" ");
        return SPACE.matcher(plain).replaceAll(" ").strip();
    }

    /**
     * The F1 of the words that two normalized texts share, words counted as often as they occur; where one of them has no words, 1 if neither
     * has and else 0.
     */
    static double f1(String reference, String prediction) {
        List<String> wanted = words(reference);
        List<String> found = words(prediction);
        if (wanted.isEmpty() || found.isEmpty()) {
            return wanted.equals(found) ? 1 : 0;
        }
        Map<String, Integer> left = new HashMap<>();
        wanted.forEach(word -> left.merge(word, 1, Integer::sum));
        int shared = 0;
        for (String word : found) {
            if (left.getOrDefault(word, 0) > 0) {
                left.merge(word, -1, Integer::sum);
                shared++;
            }
        }
        return 2.0 * shared / (wanted.size() + found.size());
    }

    private static List<String> words(String normalized) {
        return normalized.isEmpty() ? List.of() : List.of(normalized.split(" ", -1));
    }
}
