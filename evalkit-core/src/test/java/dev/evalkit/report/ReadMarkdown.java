package dev.evalkit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/** Markdown as a renderer of CommonMark with GitHub's tables reads it. */
public final class ReadMarkdown {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final Set<String> WORDS = Set.of("Text");

    private ReadMarkdown() {}

    /** The kinds of the nodes in their order, nothing of what they say. */
    public static List<String> structure(String markdown) {
        List<String> kinds = new ArrayList<>();
        walk(PARSER.parse(markdown), kinds);
        return kinds;
    }

    private static void walk(Node node, List<String> kinds) {
        String kind = node.getClass().getSimpleName();
        if (!WORDS.contains(kind)) {
            kinds.add(kind);
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            walk(child, kinds);
        }
    }

    /** What is read where it is rendered. */
    public static String words(String markdown) {
        return TextContentRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .render(PARSER.parse(markdown));
    }
}
