package dev.evalkit.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The names in the first record of a CSV file. */
final class CsvHeader {
    private CsvHeader() {}

    static List<String> names(byte[] bytes, int from, int to, byte separator) {
        String line = new String(bytes, from, to - from, StandardCharsets.UTF_8).stripTrailing();
        List<String> names = new ArrayList<>();
        int p = 0;
        while (p <= line.length()) {
            int end;
            if (line.startsWith("\"", p)) {
                end = closing(line, p + 1);
                names.add(line.substring(p + 1, end).replace("\"\"", "\""));
                end = Math.min(end + 1, line.length());
            } else {
                int next = line.indexOf(separator, p);
                end = next < 0 ? line.length() : next;
                names.add(line.substring(p, end));
            }
            p = end + 1;
        }
        return names;
    }

    private static int closing(String line, int from) {
        int p = from;
        while (p < line.length()) {
            if (line.charAt(p) != '"') {
                p++;
            } else if (line.startsWith("\"\"", p)) {
                p += 2;
            } else {
                return p;
            }
        }
        return line.length();
    }
}
