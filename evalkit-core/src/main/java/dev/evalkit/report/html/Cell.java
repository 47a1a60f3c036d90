package dev.evalkit.report.html;

import dev.evalkit.report.markup.Element;
import dev.evalkit.report.markup.Node;
import dev.evalkit.report.markup.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a {@link DataTable}.
 *
 * @param content what stands in it
 * @param order the number that it is sorted by, or null to be sorted by its text
 * @param style classes, or empty
 */
public record Cell(List<Node> content, @Nullable Double order, String style) {
    /** Nothing. */
    public static final Cell EMPTY = new Cell(List.of(), null, "");

    public Cell {
        content = List.copyOf(content);
    }

    /** A text. */
    public static Cell text(String text) {
        return text.isEmpty() ? EMPTY : new Cell(List.of(new Text(text)), null, "");
    }

    /** Anything. */
    public static Cell of(Node... content) {
        return new Cell(List.of(content), null, "");
    }

    /** The same, sorted by a number; by its text where there is none. */
    public Cell sortedBy(@Nullable Double number) {
        return new Cell(content, number == null || number.isNaN() ? null : number, style);
    }

    /** The same with classes. */
    public Cell styled(String classes) {
        return new Cell(content, order, classes);
    }

    /** The element, in a column that may be one of numbers. */
    Element in(boolean isNumber, boolean isHead) {
        Element element = isHead ? Element.of("th").attribute("scope", "row") : Element.of("td");
        String classes = (isNumber ? "number " + style : style).strip();
        if (!classes.isEmpty()) {
            element.styled(classes);
        }
        if (order != null) {
            element.attribute("data-order", order.toString());
        }
        return element.addAll(content);
    }
}
