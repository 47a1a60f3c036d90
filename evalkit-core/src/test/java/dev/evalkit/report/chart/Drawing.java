package dev.evalkit.report.chart;

import dev.evalkit.report.markup.Element;
import dev.evalkit.report.markup.Node;
import dev.evalkit.report.markup.Text;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks into elements. */
final class Drawing {
    private Drawing() {}

    static Element first(Element root, String name) {
        return all(root)
                .filter(element -> element.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Stream<Element> all(Element root) {
        return Stream.concat(
                Stream.of(root),
                root.children().stream()
                        .filter(Element.class::isInstance)
                        .map(Element.class::cast)
                        .flatMap(Drawing::all));
    }

    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child : element.children()) {
            text.append(child instanceof Text t ? t.content() : "");
        }
        return text.toString();
    }

    private static final List<String> ACROSS = List.of("x", "x1", "x2", "cx");
    private static final List<String> DOWN = List.of("y", "y1", "y2", "cy");

    /** All horizontal shares, in percent; nested images hold pixels and are not looked into. */
    static Stream<Double> across(Element root) {
        return all(root)
                .flatMap(element -> element.attributes().entrySet().stream())
                .filter(each ->
                        ACROSS.contains(each.getKey()) && each.getValue().endsWith("%"))
                .map(Map.Entry::getValue)
                .map(value -> Double.valueOf(value.substring(0, value.length() - 1)));
    }

    static Stream<Double> down(Element root) {
        return all(root)
                .flatMap(element -> element.attributes().entrySet().stream())
                .filter(each -> DOWN.contains(each.getKey()))
                .map(each -> Double.valueOf(each.getValue()));
    }
}
