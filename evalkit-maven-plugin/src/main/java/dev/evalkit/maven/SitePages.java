package dev.evalkit.maven;

import dev.evalkit.report.html.Page;
import dev.evalkit.report.markup.Element;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.doxia.sink.SinkFactory;
import org.jspecify.annotations.Nullable;

/** Pages as parts of a Maven site: the only one as the report's own page, of several a list that leads to a page each. */
final class SitePages {
    private final Sink main;
    private final @Nullable SinkFactory factory;
    private final File folder;
    private final String name;

    SitePages(Sink main, @Nullable SinkFactory factory, File folder, String name) {
        this.main = main;
        this.factory = factory;
        this.folder = folder;
        this.name = name;
    }

    void write(List<Page> pages) {
        if (pages.size() == 1 || factory == null) {
            write(main, pages.isEmpty() ? new Page("Evaluations", List.of()) : pages.get(0));
            return;
        }
        Element list = Element.of("ul");
        for (int i = 0; i < pages.size(); i++) {
            String file = name + "-" + (i + 1) + ".html";
            Page page = pages.get(i);
            list.add(Element.of("li").add(Element.of("a", page.title()).link(file)));
            try {
                write(factory.createSink(folder, file), page);
            } catch (IOException e) {
                throw new UncheckedIOException(folder + "/" + file + " cannot be written", e);
            }
        }
        write(
                main,
                new Page(
                        "Evaluations",
                        List.of(Element.of("p", "The newest run of each model in each scenario."), list)));
    }

    private static void write(Sink sink, Page page) {
        sink.head();
        sink.title();
        sink.text(page.title());
        sink.title_();
        sink.head_();
        sink.body();
        sink.rawText(page.fragment());
        sink.body_();
        sink.flush();
        sink.close();
    }
}
