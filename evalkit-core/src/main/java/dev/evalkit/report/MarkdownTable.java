package dev.evalkit.report;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown, which is also one where nobody renders it: its cells are as wide as their column. */
final class MarkdownTable {
    private static final int LEAST_WIDTH = 3;

    private final List<TextColumns.Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    MarkdownTable(List<TextColumns.Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Adds a row, a cell a column, unescaped. */
    void add(List<String> cells) {
        // A tilde alone strikes nothing out, and is read as it stands.
        rows.add(cells.stream()
                .map(cell -> cell.equals(RowCells.UNKNOWN) ? cell : Markdown.text(cell))
                .toList());
    }

    /** The table, ending with a newline. Columns in which nothing stands are left out. */
    String text() {
        StringBuilder out = new StringBuilder();
        int[] widths = widths();
        line(out, columns.stream().map(TextColumns.Column::title).toList(), widths);
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > 0) {
                String dashes = "-".repeat(widths[i] - 1);
                out.append(columns.get(i).isRight() ? "| " + dashes + ": " : "| :" + dashes + " ");
            }
        }
        out.append("|\n");
        rows.forEach(row -> line(out, row, widths));
        return out.toString();
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            int cells = rows.stream()
                    .mapToInt(row -> TextWidth.of(row.get(column)))
                    .max()
                    .orElse(0);
            int title = Math.max(LEAST_WIDTH, TextWidth.of(columns.get(i).title()));
            widths[i] = cells == 0 ? 0 : Math.max(cells, title);
        }
        return widths;
    }

    private void line(StringBuilder out, List<String> cells, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > 0) {
                String cell = cells.get(i);
                String padding = " ".repeat(widths[i] - TextWidth.of(cell));
                out.append("| ")
                        .append(columns.get(i).isRight() ? padding + cell : cell + padding)
                        .append(' ');
            }
        }
        out.append("|\n");
    }
}
