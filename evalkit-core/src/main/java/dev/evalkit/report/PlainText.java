package dev.evalkit.report;

import java.util.List;

/** Lines for a terminal as a document. */
public final class PlainText {
    private PlainText() {}

    /** The lines with their ends. A build server would take a line that begins with two colons for a command: it gets the first one as {@code \\u003a}. */
    public static String of(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            String bare = line.stripLeading();
            text.append(line, 0, line.length() - bare.length())
                    .append(bare.startsWith("::") ? "\\u003a" + bare.substring(1) : bare)
                    .append('\n');
        }
        return text.toString();
    }
}
