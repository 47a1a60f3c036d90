package dev.evalkit.report;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values by the letter of RFC 4180: CRLF ends a record, quotes are doubled within quotes, and nothing else is special. */
public final class CsvReader {
    private final String text;
    private int at;

    private CsvReader(String text) {
        this.text = text;
    }

    public static List<List<String>> read(String text) {
        CsvReader reader = new CsvReader(text);
        List<List<String>> records = new ArrayList<>();
        while (reader.at < text.length()) {
            records.add(reader.record());
        }
        return records;
    }

    private List<String> record() {
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (text.charAt(at) == ',') {
            at++;
            cells.add(cell());
        }
        if (!text.startsWith("\r\n", at)) {
            throw new IllegalArgumentException("Expected the end of a record at " + at + " of " + text);
        }
        at += 2;
        return cells;
    }

    private String cell() {
        StringBuilder cell = new StringBuilder();
        if (text.charAt(at) != '"') {
            while (text.charAt(at) != ',' && text.charAt(at) != '\r') {
                if (text.charAt(at) == '"') {
                    throw new IllegalArgumentException("A quote within a bare cell at " + at + " of " + text);
                }
                cell.append(text.charAt(at++));
            }
            return cell.toString();
        }
        for (at++; !(text.charAt(at) == '"' && text.charAt(at + 1) != '"'); at++) {
            at += text.charAt(at) == '"' ? 1 : 0;
            cell.append(text.charAt(at));
        }
        at++;
        return cell.toString();
    }
}
