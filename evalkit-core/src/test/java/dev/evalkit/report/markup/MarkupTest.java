package dev.evalkit.report.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {

    @Test
    void textAndValuesCannotLeaveTheirPlace() {
        Element cell =
                Element.of("td", "</td><script>alert(1)</script>").attribute("title", "\"><img src=x onerror=y>");

        assertThat(Markup.html(cell))
                .isEqualTo("<td title=\"&quot;&gt;&lt;img src=x onerror=y&gt;\">"
                        + "&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;</td>");
    }

    @Test
    void whatCannotBeSeenIsShown() {
        assertThat(Markup.html(Element.of("p", "a\u202Eb\u0000\uD800 c\nd\te")))
                .isEqualTo("<p>a\\u202eb\\u0000\\ud800 c\nd\te</p>");
    }

    @Test
    void emptyElementsEndAsEachFormatAsks() {
        Element holder = Element.of("div").add(Element.of("br"), Element.of("span"));

        assertThat(Markup.html(holder)).isEqualTo("<div><br><span></span></div>");
        assertThat(Markup.xmlDocument(holder))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<div><br/><span/></div>\n");
    }

    @Test
    void rulesOfStyleAreWrittenAsTheyAreAndCannotEndTheirElement() {
        assertThat(Markup.html(Element.of("style", "a > b {}"))).isEqualTo("<style>a > b {}</style>");
        assertThatThrownBy(() -> Markup.html(Element.of("style", "</style>")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The text of style would end it: </style>");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a, true",
        "report.html, true",
        "../run/report.html#flips, true",
        "#top, true",
        "run%3A1/report.html, true",
        "javascript:alert(1), false",
        "JavaScript:alert(1), false",
        "data:text/html;x, false",
        "//elsewhere.example/x, false",
        "file:///etc/passwd, false",
        "' javascript:alert(1)', false",
    })
    void linksLeadToPagesOnly(String target, boolean isSafe) {
        assertThat(Element.isSafeLink(target)).isEqualTo(isSafe);
        assertThat(Element.of("a").link(target).attributes().containsKey("href"))
                .isEqualTo(isSafe);
    }

    @Test
    void namesComeFromCodeAndHandlersAreNoAttributes() {
        assertThatThrownBy(() -> Element.of("a b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Element.of("a").attribute("onclick", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("This attribute is not set by text: onclick");
        assertThatThrownBy(() -> Element.of("a").attribute("href", "x")).isInstanceOf(IllegalArgumentException.class);
    }
}
