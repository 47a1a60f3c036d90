package dev.evalkit.report.html;

import dev.evalkit.report.markup.Element;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table while it is put together: with a caption, heads that say what they are heads of, groups of rows, and a frame of its own to scroll in, so that a wide table
 * does not widen the page. Not for use by several threads.
 */
public final class DataTable {
    private final String id;
    private final Element caption;
    private final List<Column> columns = new ArrayList<>();
    private final List<Element> bodies = new ArrayList<>();
    private int rows;

    private DataTable(String id, Element caption) {
        this.id = id;
        this.caption = caption;
    }

    /**
     * An empty table.
     *
     * @param id the program's own, used once in the page
     * @param caption what it shows
     */
    public static DataTable of(String id, String caption) {
        return new DataTable(id, Element.of("caption", caption).attribute("id", id + "-caption"));
    }

    /** Adds a column of texts; columns come before rows. */
    public DataTable column(String title) {
        columns.add(new Column(title, false, null));
        return this;
    }

    /** Adds a column of numbers. */
    public DataTable number(String title) {
        columns.add(new Column(title, true, null));
        return this;
    }

    /** Adds a column of pictures on a common axis, with the axis in its head. */
    public DataTable lane(String title, Element ruler) {
        columns.add(new Column(title, false, ruler));
        return this;
    }

    /** Begins a group of rows with a title of its own. */
    public DataTable group(String title, String style) {
        bodies.add(Element.of("tbody")
                .add(Element.of("tr")
                        .styled(("group " + style).strip())
                        .add(Element.of("th", title)
                                .attribute("scope", "rowgroup")
                                .attribute("colspan", columns.size()))));
        return this;
    }

    /**
     * Adds a row, whose first cell is its head.
     *
     * @throws IllegalArgumentException if it has another number of cells than there are columns
     */
    public DataTable row(List<Cell> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "A row of " + id + " has " + cells.size() + " cells, expected " + columns.size());
        }
        if (bodies.isEmpty()) {
            bodies.add(Element.of("tbody"));
        }
        Element row = Element.of("tr");
        for (int i = 0; i < cells.size(); i++) {
            row.add(cells.get(i).in(columns.get(i).isNumber, i == 0));
        }
        bodies.get(bodies.size() - 1).add(row);
        rows++;
        return this;
    }

    /** Whether it has no rows. */
    public boolean isEmpty() {
        return rows == 0;
    }

    /** The table in its frame. */
    public Element element() {
        Element heads = Element.of("tr");
        columns.forEach(column -> heads.add(column.head()));
        Element table = Element.of("table")
                .attribute("id", id)
                .attribute("data-sortable", "")
                .add(caption)
                .add(Element.of("thead").add(heads))
                .addAll(bodies);
        // A frame that scrolls has to be reached by the keyboard, and then to say what it is.
        return Element.of("div")
                .styled("scroll")
                .attribute("role", "region")
                .attribute("aria-labelledby", id + "-caption")
                .attribute("tabindex", "0")
                .add(table);
    }

    private record Column(
            String title, boolean isNumber, @Nullable Element ruler) {
        Element head() {
            Element head = Element.of("th", title).attribute("scope", "col");
            if (ruler != null) {
                return head.styled("lane").add(ruler);
            }
            return isNumber ? head.styled("number") : head;
        }
    }
}
