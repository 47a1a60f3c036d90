package dev.evalkit.report.overview;

import dev.evalkit.diff.SideReader;
import dev.evalkit.diff.contest.Contender;
import dev.evalkit.diff.contest.Contest;
import dev.evalkit.diff.contest.ContestedIndicator;
import dev.evalkit.diff.contest.Place;
import dev.evalkit.diff.contest.Standing;
import dev.evalkit.model.Direction;
import dev.evalkit.report.chart.Axis;
import dev.evalkit.report.chart.ChartRow;
import dev.evalkit.report.chart.Emphasis;
import dev.evalkit.report.chart.Mark;
import dev.evalkit.report.chart.Quantity;
import dev.evalkit.report.chart.RowChart;
import dev.evalkit.report.html.Page;
import dev.evalkit.report.markup.Element;
import dev.evalkit.report.markup.Node;
import dev.evalkit.report.markup.Text;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.ItemId;
import dev.evalkit.result.ResultItem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The models of one scenario beside each other, indicator by indicator. */
final class ComparisonPage {
    private static final List<String> CELLS = List.of("value [interval]", "samples", "standing");

    private final Map<String, String> reports = new HashMap<>();
    private final List<ContestedIndicator> indicators;
    private final String scenario;
    private final List<StoredRun> runs;

    private ComparisonPage(String scenario, List<StoredRun> runs, List<ContestedIndicator> indicators, Path folder) {
        this.scenario = scenario;
        this.runs = runs;
        this.indicators = indicators;
        Links links = new Links(folder);
        runs.forEach(run -> links.to(run.folder().resolve("report.html"))
                .ifPresent(way -> reports.put(run.key().model(), way)));
    }

    /**
     * The page.
     *
     * @param runs a run of each model
     * @param folder where the page will be
     */
    static Page of(EvaluationRepository repository, String scenario, List<StoredRun> runs, Path folder) {
        SideReader reader = new SideReader(repository);
        List<Contender> contenders = runs.stream()
                .map(run -> new Contender(run.key(), reader.read(run)))
                .toList();
        return new ComparisonPage(scenario, runs, Contest.of(repository, scenario, contenders), folder).page();
    }

    private Page page() {
        List<Node> parts = new ArrayList<>();
        parts.add(Element.of("p").add(Element.of("a", "All runs").link("./" + Overview.INDEX)));
        long proven = indicators.stream()
                .filter(each -> each.places().get(0).standing() == Standing.BEST)
                .count();
        parts.add(Element.of(
                "p",
                "The newest complete run of each of " + runs.size() + " models. Of " + indicators.size()
                        + (indicators.size() == 1 ? " indicator, " : " indicators, ") + proven
                        + (proven == 1 ? " has a model that is proven best." : " have a model that is proven best.")));
        Element section = Page.section("indicators", "Indicators");
        indicators.forEach(each -> section.add(chart(each)));
        parts.add(section);
        parts.add(Page.section("method", "Method")
                .add(Element.of(
                        "p",
                        "Of each indicator the model with the best value is compared with each other one, by the test that a diff of their runs has: "
                                + "on paired samples where both have the same, else on samples or intervals. All p-values of this page are adjusted "
                                + "together (Holm), at 5 %. Best is only who is comparable with all others and proven better than each; intervals that "
                                + "do not overlap are not what decides, and those that do are no proof of anything."))
                .add(runList()));
        return new Page("Models in " + scenario, parts);
    }

    private Element runList() {
        Element list = Element.of("ul");
        runs.forEach(run -> list.add(Element.of(
                "li", run.key().model() + ": " + IndexPage.TIME.format(run.started()) + " UTC, " + run.id())));
        return list;
    }

    private Element chart(ContestedIndicator indicator) {
        List<Mark> marks = indicator.places().stream().map(ComparisonPage::mark).toList();
        Axis axis = Axis.of(marks, indicator.unit());
        List<ChartRow> rows = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            Place place = indicator.places().get(i);
            rows.add(new ChartRow(
                    place.model(), reports.get(place.model()), marks.get(i), cells(place, axis.quantity())));
        }
        return new RowChart(caption(indicator, axis), "model", CELLS).of(axis, rows);
    }

    private static String caption(ContestedIndicator indicator, Axis axis) {
        Direction direction = indicator.direction();
        String better = direction == null
                ? ""
                : direction == Direction.HIGHER_IS_BETTER ? ", more is better" : ", less is better";
        String unit = axis.quantity().unit();
        return name(indicator.id())
                + (unit.isEmpty() ? "" : " in " + unit)
                + better
                + (axis.isLogarithmic() ? ", logarithmic" : "");
    }

    private static String name(ItemId id) {
        StringBuilder name = new StringBuilder(id.metricId());
        if (id.dataset() != null) {
            name.append(" · ").append(id.dataset());
        }
        id.slice()
                .forEach((column, value) ->
                        name.append(" · ").append(column).append('=').append(value));
        return name.toString();
    }

    private static Mark mark(Place place) {
        ResultItem item = place.item();
        if (item == null) {
            return Mark.of(null, null);
        }
        return Mark.of(item.value(), item.ci())
                .with(
                        switch (place.standing()) {
                            case BEST -> Emphasis.GOOD;
                            case WORSE -> Emphasis.PLAIN;
                            default -> Emphasis.UNSURE;
                        });
    }

    private static List<Node> cells(Place place, Quantity quantity) {
        ResultItem item = place.item();
        String value = item == null ? "missing" : quantity.text(item.value(), item.ci());
        String samples = item == null || item.samplesUsed() == null ? "" : "n = " + item.samplesUsed();
        String words = place.standing().words() + (place.reason().isEmpty() ? "" : ": " + place.reason());
        Element standing = Element.of("span", words).styled(place.standing() == Standing.BEST ? "better" : "quiet");
        return List.of(new Text(value), new Text(samples), standing);
    }
}
