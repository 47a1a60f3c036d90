package dev.evalkit.report.html;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.evalkit.report.markup.Element;
import dev.evalkit.report.markup.Node;
import dev.evalkit.report.markup.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two texts with their differences marked, word by word.
 *
 * @param before the earlier text, what the later one lacks in {@code del}
 * @param after the later text, what the earlier one lacks in {@code ins}
 */
record WordDiff(List<Node> before, List<Node> after) {
    /** Words, runs of blanks, and everything else a character at a time. */
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+|\\s+|.", Pattern.DOTALL);

    /** Of longer texts nothing is marked: it takes time, and a page on which everything is marked shows nothing. */
    private static final int MOST_TOKENS = 2000;

    static WordDiff of(String earlier, String later) {
        List<String> before = tokens(earlier);
        List<String> after = tokens(later);
        if (before.size() > MOST_TOKENS || after.size() > MOST_TOKENS) {
            return new WordDiff(List.of(new Text(earlier)), List.of(new Text(later)));
        }
        List<Node> was = new ArrayList<>();
        List<Node> is = new ArrayList<>();
        int wasShown = 0;
        int isShown = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            int from = delta.getSource().getPosition();
            int to = delta.getTarget().getPosition();
            plain(was, before.subList(wasShown, from));
            plain(is, after.subList(isShown, to));
            marked(was, "del", delta.getSource().getLines());
            marked(is, "ins", delta.getTarget().getLines());
            wasShown = from + delta.getSource().size();
            isShown = to + delta.getTarget().size();
        }
        plain(was, before.subList(wasShown, before.size()));
        plain(is, after.subList(isShown, after.size()));
        return new WordDiff(was, is);
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    private static void plain(List<Node> nodes, List<String> tokens) {
        if (!tokens.isEmpty()) {
            nodes.add(new Text(String.join("", tokens)));
        }
    }

    private static void marked(List<Node> nodes, String element, List<String> tokens) {
        if (!tokens.isEmpty()) {
            nodes.add(Element.of(element, String.join("", tokens)));
        }
    }
}
