package dev.evalkit.report;

import dev.evalkit.Shown;
import java.util.ArrayList;
import java.util.List;

/** Cells in columns of equal width, for a terminal. */
final class TextColumns {
    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    TextColumns(List<Column> columns) {
        this.columns = List.copyOf(columns);
        rows.add(columns.stream().map(Column::title).toList());
    }

    /** Adds a row, a cell a column. */
    void add(List<String> cells) {
        rows.add(cells.stream().map(Shown::text).toList());
    }

    /** The lines, the titles first, without spaces at their ends. */
    List<String> lines() {
        int[] widths = new int[columns.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
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
