package dev.evalkit.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.report.markup.Element;
import dev.evalkit.report.markup.Text;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final String HOSTILE = "</style></title><script>alert(1)</script><img src=x onerror=alert(1)>\u202e";

    @Test
    void aPageIsOneFileThatAsksForNothing() {
        String document = page("Runs").document();
        Document page = Jsoup.parse(document);

        assertThat(document).startsWith("<!DOCTYPE html>\n<html");
        assertThat(page.expectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(page.expectFirst("meta[name=viewport]").attr("content"))
                .isEqualTo("width=device-width, initial-scale=1");
        assertThat(page.title()).isEqualTo("Runs");
        assertThat(page.select("[src], link, iframe, object, base, [style]")).isEmpty();
        assertThat(page.expectFirst("style").data()).doesNotContain("url(", "@import", "@font-face");
        assertThat(page.expectFirst("a.skip").attr("href")).isEqualTo("#content");
        assertThat(page.select("main#content > h1").text()).isEqualTo("Runs");
    }

    @Test
    void aPageWithSeveralSectionsListsThem() {
        Document page = Jsoup.parse(page("Runs").document());

        assertThat(page.select("nav a").eachAttr("href")).containsExactly("#a", "#b", "#c");
        assertThat(page.select("nav a").eachText()).containsExactly("First", "Second", "Third");
        assertThat(page.select("section").eachAttr("aria-labelledby"))
                .containsExactly("a-heading", "b-heading", "c-heading");
        assertThat(page.expectFirst("#b-heading").text()).isEqualTo("Second");
    }

    @Test
    void aPartOfAnotherPageStylesOnlyItself() {
        Document part = Jsoup.parse(page("Runs").fragment());

        assertThat(part.body().children()).hasSize(1);
        assertThat(part.select("html[class], main, a.skip, title")).isEmpty();
        String style = part.expectFirst("style").data().replaceAll("(?s)/\\*.*?\\*/", "");
        assertThat(style.lines()
                        .map(String::strip)
                        .filter(line -> line.endsWith("{") || line.contains(" { "))
                        .filter(line -> !line.startsWith("@media"))
                        .flatMap(line ->
                                Stream.of(line.substring(0, line.indexOf('{')).split(",", -1)))
                        .map(String::strip))
                .allMatch(selector -> selector.startsWith(".evalkit") || selector.matches("(table)?\\.ek-.*"));
    }

    @Test
    void aTableSaysWhatItsHeadsAreHeadsOf() {
        DataTable table = DataTable.of("t", "Two runs")
                .column("indicator")
                .number("value")
                .group("regressed", "worse")
                .row(List.of(Cell.text("accuracy"), Cell.text("0.9").sortedBy(0.9)))
                .row(List.of(Cell.text("latency"), Cell.EMPTY.sortedBy(Double.NaN)));
        Document page = Jsoup.parse(new Page("Runs", List.of(table.element())).document());

        assertThat(page.select("table > caption").text()).isEqualTo("Two runs");
        assertThat(page.select("thead th").eachAttr("scope")).containsExactly("col", "col");
        assertThat(page.select("tbody th").eachAttr("scope")).containsExactly("rowgroup", "row", "row");
        assertThat(page.select("td").eachAttr("data-order")).containsExactly("0.9");
        assertThat(page.expectFirst(".scroll").attr("aria-labelledby")).isEqualTo("t-caption");
        assertThatThrownBy(() -> table.row(List.of(Cell.EMPTY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A row of t has 1 cells, expected 2");
    }

    @Test
    void noTextBecomesMarkup() {
        Page page = page(HOSTILE);
        Document hostile = Jsoup.parse(page.document(), "", Parser.htmlParser().setTrackErrors(10));

        assertThat(hostile.select("*").eachAttr("onerror")).isEmpty();
        assertThat(hostile.getAllElements().stream().map(each -> each.normalName() + each.attributes()))
                .isEqualTo(Jsoup.parse(page("Runs").document()).getAllElements().stream()
                        .map(each -> each.normalName() + each.attributes())
                        .toList());
        assertThat(hostile.expectFirst("h1").wholeText()).isEqualTo(HOSTILE.replace("\u202e", "\\u202e"));
        assertThat(page.text()).contains("<img src=x onerror=alert(1)>", "Third");
    }

    private static Page page(String title) {
        return new Page(
                title,
                List.of(
                        Element.of("p", "What they are."),
                        part("a", "First"),
                        part("b", "Second"),
                        part("c", "Third")));
    }

    private static Element part(String id, String heading) {
        return Page.section(id, heading).add(new Text("…"));
    }
}
