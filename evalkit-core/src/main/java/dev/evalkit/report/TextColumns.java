package dev.evalkit.report;

import dev.evalkit.Shown;
import java.util.ArrayList;
import java.util.List;

/** Cells in columns of equal width, for a terminal, in groups that have a line of their own above them. */
final class TextColumns {
    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    TextColumns(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Adds a row, a cell a column. */
    void add(List<String> cells) {
        rows.add(cells.stream().map(Shown::text).toList());
    }

    /** Adds a line above the rows that follow. */
    void addHeading(String text) {
        rows.add(List.of(Shown.text(text)));
    }

    /** The lines, the titles first, without spaces at their ends. */
    List<String> lines() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        lines.add(titles(widths));
        rows.forEach(row -> lines.add(isHeading(row) ? row.get(0) : line(row, widths)));
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        // The first column's title has nothing on its left to reach into.
        widths[0] = TextWidth.of(columns.get(0).title);
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length && !isHeading(row); i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
            }
        }
        return widths;
    }

    private boolean isHeading(List<String> row) {
        return row.size() < columns.size();
    }

    /** Titles may be wider than their column: they reach to the left, above columns that have none, or else push what follows. */
    private String titles(int[] widths) {
        StringBuilder line = new StringBuilder();
        int end = 0;
        for (int i = 0; i < widths.length; i++) {
            Column column = columns.get(i);
            if (widths[i] == 0) {
                continue;
            }
            int start = end + column.gap;
            end = start + widths[i];
            if (!column.title.isEmpty()) {
                int at = column.isRight ? end - TextWidth.of(column.title) : start;
                int least = line.isEmpty() ? 0 : TextWidth.of(line.toString()) + 1;
                line.append(" ".repeat(Math.max(at, least) - TextWidth.of(line.toString())))
                        .append(column.title);
            }
        }
        return line.toString();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] == 0) {
                continue;
            }
            String cell = row.get(i);
            String padding = " ".repeat(widths[i] - TextWidth.of(cell));
            Column column = columns.get(i);
            line.append(" ".repeat(column.gap)).append(column.isRight ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    /**
     * A column.
     *
     * @param title what stands above it
     * @param gap the spaces before it
     * @param isRight whether its cells end below one another rather than begin so
     */
    record Column(String title, int gap, boolean isRight) {
        static Column left(String title, int gap) {
            return new Column(title, gap, false);
        }

        static Column right(String title, int gap) {
            return new Column(title, gap, true);
        }
    }
}
