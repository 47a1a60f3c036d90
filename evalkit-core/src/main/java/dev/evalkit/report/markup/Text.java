package dev.evalkit.report.markup;

import dev.evalkit.Shown;

/**
 * Text, with nothing in it that acts on a reader or cannot be seen.
 *
 * @param content the text, unescaped
 */
public record Text(String content) implements Node {
    public Text {
        content = visible(content);
    }

    /** Line ends and tabs are kept, other controls are shown as {@code \\uXXXX}. */
    private static String visible(String text) {
        if (text.indexOf('\n') < 0 && text.indexOf('\t') < 0) {
            return Shown.text(text);
        }
        StringBuilder visible = new StringBuilder();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\t') {
                visible.append(Shown.text(text.substring(start, i))).append(c);
                start = i + 1;
            }
        }
        return visible.append(Shown.text(text.substring(start))).toString();
    }
}
