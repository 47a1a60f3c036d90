package dev.evalkit.report.markup;

import java.util.Map;
import java.util.Set;

/** Writes elements as text. */
public final class Markup {
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    /** Their text is not escaped in HTML, so it must be the program's own. */
    private static final Set<String> RAW = Set.of("style", "script");

    private final boolean isHtml;
    private final StringBuilder out = new StringBuilder();

    private Markup(boolean isHtml) {
        this.isHtml = isHtml;
    }

    /** A part of an HTML document; SVG may stand in it. */
    public static String html(Element element) {
        return new Markup(true).written(element);
    }

    /** A whole HTML document. */
    public static String htmlDocument(Element root) {
        return "<!DOCTYPE html>\n" + html(root) + "\n";
    }

    /** A whole XML document, e.g. an SVG image; namespaces are the root's own attributes. */
    public static String xmlDocument(Element root) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + new Markup(false).written(root) + "\n";
    }

    private String written(Element element) {
        write(element);
        return out.toString();
    }

    private void write(Element element) {
        String name = element.name();
        out.append('<').append(name);
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            out.append(' ').append(attribute.getKey()).append("=\"");
            escape(attribute.getValue(), true);
            out.append('"');
        }
        if (isHtml ? VOID.contains(name) : element.children().isEmpty()) {
            out.append(isHtml ? ">" : "/>");
            return;
        }
        out.append('>');
        for (Node child : element.children()) {
            if (child instanceof Element inner) {
                write(inner);
            } else if (child instanceof Text text) {
                content(name, text.content());
            }
        }
        out.append("</").append(name).append('>');
    }

    private void content(String parent, String text) {
        if (!isHtml || !RAW.contains(parent)) {
            escape(text, false);
        } else if (text.contains("</")) {
            throw new IllegalArgumentException("The text of " + parent + " would end it: " + text);
        } else {
            out.append(text);
        }
    }

    private void escape(String text, boolean isAttribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append(isAttribute ? "&quot;" : "\"");
                case '\n' -> out.append(isAttribute ? "&#10;" : "\n");
                case '\t' -> out.append(isAttribute ? "&#9;" : "\t");
                default -> out.append(c);
            }
        }
    }
}
