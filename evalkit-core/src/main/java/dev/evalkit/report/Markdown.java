package dev.evalkit.report;

import dev.evalkit.Shown;
import java.util.regex.Pattern;

/** Text from documents, made safe for Markdown as GitHub renders it. */
public final class Markdown {
    private static final Pattern BLOCK = Pattern.compile("^(\\d*)([-+=.)_:])");

    private Markdown() {}

    /** The text as it is to be seen: no markup, no link, no HTML, and no end of a table's cell, whatever it holds. */
    public static String text(String text) {
        String visible = Shown.text(text);
        StringBuilder escaped = new StringBuilder(visible.length() + 16);
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            switch (c) {
                // Before a digit, as in p<0.05, it opens no tag.
                case '<' -> escaped.append(isBeforeDigit(visible, i) ? "<" : "&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                // A backslash before these is not honoured by every renderer of tables and links.
                case '|', '`', '[', ']', '\\' ->
                    escaped.append("&#").append((int) c).append(';');
                case '*', '~', '#', '!' -> escaped.append('\\').append(c);
                case '_' -> escaped.append(isInsideWord(visible, i) ? "_" : "\\_");
                // Keep bare addresses from becoming links.
                case '.' -> escaped.append(visible.regionMatches(true, i - 3, "www", 0, 3) ? "&#46;" : ".");
                case ':' -> escaped.append(visible.startsWith("://", i) ? "&#58;" : ":");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** The same where it begins a line: nothing at its start makes it a list, a rule or code, nor a command to a build server. */
    public static String line(String text) {
        String escaped = text(text);
        if (escaped.isBlank()) {
            return "&#32;";
        }
        if (escaped.startsWith(" ")) {
            return "&#32;" + escaped.substring(1);
        }
        return BLOCK.matcher(escaped).replaceFirst("$1\\\\$2");
    }

    private static boolean isBeforeDigit(String text, int i) {
        return i + 1 < text.length() && text.charAt(i + 1) >= '0' && text.charAt(i + 1) <= '9';
    }

    /** Underscores within words, as in accuracy_f1, are no emphasis. */
    private static boolean isInsideWord(String text, int i) {
        return i > 0
                && i + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(i - 1))
                && Character.isLetterOrDigit(text.charAt(i + 1));
    }
}
