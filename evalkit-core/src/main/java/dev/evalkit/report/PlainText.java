package dev.evalkit.report;

import java.util.List;

/** Lines for a terminal as a document. */
public final class PlainText {
    private PlainText() {}

    /** The lines with their ends. A build server would take a line that begins with two colons for a command: it gets the first one as {@code \\u003a}. */
    public static String of(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line(line)).append('\n'));
        return text.toString();
    }

    static String line(String line) {
        String bare = line.stripLeading();
        String indent = line.substring(0, line.length() - bare.length());
        return bare.startsWith("::") ? indent + "\\u003a" + bare.substring(1) : line;
    }
}
