package dev.evalkit.report.html;

import dev.evalkit.report.chart.ChartStyle;
import dev.evalkit.report.markup.Element;
import dev.evalkit.report.markup.Markup;
import dev.evalkit.report.markup.Node;
import dev.evalkit.report.markup.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * A page: one file that opens from disk, in light and dark, on a phone and on paper, without network or script; or the same as a part of another page, whose
 * style it leaves alone. A script that sorts and filters tables comes along, and is not missed where it may not run.
 *
 * <p>Styles are those of {@code report.css}, all below the class {@code evalkit}, and of charts. Charts and other parts use its custom properties for colours: {@code --ink}, {@code
 * --quiet}, {@code --line}, {@code --paper}, {@code --raised}, {@code --accent}, and of verdicts {@code --worse}, {@code --better}, {@code --open} and {@code --same},
 * each readable on {@code --paper}; with {@code -paper} at their end the ground that goes with them.
 *
 * @param title what it is about
 * @param content what stands below the title: texts, and sections from {@link #section}
 */
public record Page(String title, List<Node> content) {
    private static final String CONTENT = "content";

    /** With fewer sections than these there is nothing to find one's way in. */
    private static final int WORTH_A_LIST = 3;

    public Page {
        content = List.copyOf(content);
    }

    /** A section with a heading below the title's, to be filled; the id is the program's own, and the place that links lead to. */
    public static Element section(String id, String heading) {
        return Element.of("section")
                .attribute("id", id)
                .attribute("aria-labelledby", id + "-heading")
                .add(Element.of("h2", heading).attribute("id", id + "-heading"));
    }

    /** The whole file. */
    public String document() {
        Element head = Element.of("head")
                .add(Element.of("meta").attribute("charset", "utf-8"))
                .add(Element.of("meta")
                        .attribute("name", "viewport")
                        .attribute("content", "width=device-width, initial-scale=1"))
                .add(Element.of("meta").attribute("name", "color-scheme").attribute("content", "light dark"))
                .add(Element.of("title", title))
                .add(style());
        Element body = Element.of("body")
                .add(Element.of("div")
                        .styled("evalkit")
                        .add(Element.of("a", "Skip to the report")
                                .styled("skip")
                                .link("#" + CONTENT))
                        .add(Element.of("main").attribute("id", CONTENT).addAll(parts())))
                .add(script());
        return Markup.htmlDocument(Element.of("html")
                .attribute("lang", "en")
                .styled("evalkit-page")
                .add(head)
                .add(body));
    }

    /** The same for another page, with its style and its script. */
    public String fragment() {
        return Markup.html(
                Element.of("div").styled("evalkit").add(style()).addAll(parts()).add(script()));
    }

    /** All that can be read on it, a line for each text, for whoever looks for what should not be there. */
    public String text() {
        StringBuilder text = new StringBuilder(title).append('\n');
        content.forEach(node -> read(node, text));
        return text.toString();
    }

    private static void read(Node node, StringBuilder text) {
        if (node instanceof Text leaf) {
            text.append(leaf.content()).append('\n');
        } else if (node instanceof Element element) {
            element.attributes().values().forEach(value -> text.append(value).append('\n'));
            element.children().forEach(child -> read(child, text));
        }
    }

    private List<Node> parts() {
        List<Node> parts = new ArrayList<>();
        parts.add(Element.of("h1", title));
        List<Element> sections = content.stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(element -> element.name().equals("section"))
                .toList();
        boolean isListed = sections.size() < WORTH_A_LIST;
        for (Node node : content) {
            if (!isListed && node instanceof Element element && element.name().equals("section")) {
                parts.add(list(sections));
                isListed = true;
            }
            parts.add(node);
        }
        return parts;
    }

    private static Element list(List<Element> sections) {
        Element list = Element.of("ul");
        sections.forEach(section -> list.add(Element.of("li")
                .add(Element.of("a", heading(section))
                        .link("#" + section.attributes().getOrDefault("id", "")))));
        return Element.of("nav").attribute("aria-label", "Sections").add(list);
    }

    private static String heading(Element section) {
        return section.children().stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(element -> element.name().equals("h2"))
                .flatMap(element -> element.children().stream())
                .filter(Text.class::isInstance)
                .map(text -> ((Text) text).content())
                .findFirst()
                .orElse("");
    }

    private static Element style() {
        return Element.of("style", ChartStyle.css() + Resource.STYLE.text());
    }

    private static Element script() {
        return Element.of("script", Resource.SCRIPT.text());
    }
}
