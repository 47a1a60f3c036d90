package dev.evalkit.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.Golden;
import dev.evalkit.report.markup.Element;
import dev.evalkit.report.markup.Markup;
import dev.evalkit.report.markup.Text;
import dev.evalkit.result.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartsTest {
    @Test
    void aTrendShowsIntervalsBaselinesGapsAndChangesOfRegime() {
        Element figure = TrendChart.of("accuracy", "ratio", Samples.trend());

        Golden.assertMatches(getClass(), "trend.svg", Markup.xmlDocument(Drawing.first(figure, "svg")));
        assertThat(Markup.html(Drawing.first(figure, "ol")))
                .isEqualTo("<ol class=\"ek-changes\"><li>2026-10-08: evaluator.version differs: 1 → 2</li></ol>");
        assertThat(Drawing.first(figure, "desc").children())
                .containsExactly(
                        new Text("12 points, 2026-10-01 to 2026-10-12; first 84.2%, last 90.7%, from 84.2% to 91.2%; "
                                + "1 missing; what is measured changed once."));
    }

    @Test
    void aForestShowsChangesInMultiplesOfWhatIsToleratedAndTheOthersByUnit() {
        Golden.assertMatches(
                getClass(),
                "forest.html",
                Markup.html(ForestPlot.of("Changes", Samples.changes())).replace("<tr>", "\n<tr>") + "\n");
    }

    @Test
    void aLaneShowsAValueItsIntervalAndItsLimit() {
        Mark mark = Mark.of(0.87, new Interval(0.82, null))
                .withLimits(List.of(0.85))
                .with(Emphasis.BAD)
                .titled("87% [82, ∞]");
        Axis axis = Axis.of(List.of(mark, Mark.of(0.95, null)), "ratio");

        Golden.assertMatches(getClass(), "lane.svg", image(axis.lane(mark)));
        Golden.assertMatches(getClass(), "ruler.svg", image(axis.ruler()));
    }

    @Test
    void aSparklineHasGapsAndEndsInADot() {
        Golden.assertMatches(
                getClass(), "sparkline.svg", image(Sparkline.of("accuracy over 12 runs", Samples.trend())));
    }

    @Test
    void aChartOfRowsIsATable() {
        Axis axis = Axis.of(List.of(Mark.of(120.0, null), Mark.of(45_000.0, null)), "ms");
        ChartRow row = new ChartRow("a", "a/report.html", Mark.of(120.0, null), List.of(new Text("0.12 s")));

        assertThat(axis.isLogarithmic()).isTrue();
        assertThat(Markup.html(new RowChart("Latency", "model", List.of("p99")).of(axis, List.of(row))))
                .startsWith(
                        "<table class=\"ek-rows\"><caption>Latency</caption><thead><tr><th scope=\"col\">model</th>")
                .contains("<th scope=\"row\"><a href=\"a/report.html\">a</a></th>")
                .endsWith("</td><td>0.12 s</td></tr></tbody></table>");
    }

    @Test
    void valuesThatCannotBeDrawnAreRefused() {
        assertThatThrownBy(() -> Mark.of(Double.NaN, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A value that is drawn must be finite: NaN");
        assertThatThrownBy(() -> TrendChart.of("accuracy", "", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A trend needs a point: accuracy");
    }

    private static String image(Element svg) {
        return Markup.xmlDocument(svg.attribute("xmlns", "http://www.w3.org/2000/svg"));
    }
}
