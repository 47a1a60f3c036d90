package dev.evalkit.lmarena.history;

import dev.evalkit.lmarena.board.BoardRow;
import dev.evalkit.lmarena.board.Snapshot;
import dev.evalkit.lmarena.drift.DriftRow;
import dev.evalkit.lmarena.drift.DriftVerdict;
import dev.evalkit.rating.Ranks;
import dev.evalkit.report.chart.Axis;
import dev.evalkit.report.chart.ChartRow;
import dev.evalkit.report.chart.Mark;
import dev.evalkit.report.chart.Quantity;
import dev.evalkit.report.chart.RowChart;
import dev.evalkit.report.chart.Sparkline;
import dev.evalkit.report.chart.TrendChart;
import dev.evalkit.report.chart.TrendPoint;
import dev.evalkit.report.markup.Element;
import dev.evalkit.report.markup.Node;
import dev.evalkit.report.markup.Text;
import dev.evalkit.result.Interval;
import dev.evalkit.stats.ConfidenceInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One board on the page of its source. */
final class BoardSection {
    private static final List<String> MAIN = List.of("overall", "full", "text");
    private static final String UNIT = "points";
    private static final int CHARTS = 6;
    private static final int OTHERS = 10;

    private final BoardHistory history;
    private final Snapshot newest;
    private final List<DatedBoard> boards;

    BoardSection(BoardHistory history) {
        this.history = history;
        this.newest = history.newest();
        this.boards = history.boards();
    }

    void fill(Element section) {
        List<String> categories = newest.categories();
        String main = MAIN.stream().filter(categories::contains).findFirst().orElse(categories.get(0));
        DatedBoard last = boards.get(boards.size() - 1);
        section.add(Element.of(
                "p",
                "As of " + last.date() + ", "
                        + (boards.size() == 1
                                ? "1 snapshot"
                                : boards.size() + " snapshots since "
                                        + boards.get(0).date())
                        + ". Source: " + LeaderboardPage.origin(newest)));
        section.add(regimes());
        section.add(table(main, Integer.MAX_VALUE));
        addHistory(section, main);
        for (String category : categories) {
            if (!category.equals(main)) {
                section.add(Element.of("details").add(Element.of("summary", category), table(category, OTHERS)));
            }
        }
    }

    private void addHistory(Element section, String category) {
        Element charts = Element.of("div").styled("ek-trends");
        newest.category(category)
                .map(row -> new Line(row.model(), points(category, row.model())))
                .filter(line -> line.points().size() > 1)
                .limit(CHARTS)
                .forEach(line -> charts.add(TrendChart.of(line.model(), UNIT, line.points())));
        if (!charts.children().isEmpty()) {
            section.add(Element.of("h3", "The first models in " + category + " that are in several snapshots"), charts);
        }
    }

    private record Line(String model, List<TrendPoint> points) {}

    private Element regimes() {
        Element list = Element.of("ul");
        for (DatedBoard board : boards) {
            board.changes().forEach(change -> list.add(Element.of("li", board.date() + ": " + change)));
        }
        return list.children().isEmpty()
                ? Element.of("p", boards.size() == 1 ? "" : "No change of regime was found between the snapshots.")
                : Element.of("details")
                        .add(
                                Element.of(
                                        "summary",
                                        "Changes of regime: " + list.children().size()),
                                list);
    }

    private Element table(String category, int most) {
        List<BoardRow> all = newest.category(category).toList();
        List<BoardRow> shown = all.stream()
                .filter(row ->
                        boards.get(boards.size() - 1).row(category, row.model()).isPresent())
                .limit(most)
                .toList();
        List<Integer> ranks =
                Ranks.upperBounds(all.stream().map(BoardSection::interval).toList());
        List<Mark> marks = shown.stream().map(BoardSection::mark).toList();
        Axis axis = Axis.of(marks, UNIT);
        List<ChartRow> rows = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            rows.add(new ChartRow(
                    shown.get(i).model(), null, marks.get(i), cells(category, shown.get(i), ranks.get(i))));
        }
        String count = shown.size() < all.size() ? ", the first " + shown.size() + " of " + all.size() + " models" : "";
        return new RowChart("Ratings in " + category + count, "model", headings()).of(axis, rows);
    }

    private List<String> headings() {
        List<String> headings = new ArrayList<>(List.of("rating [interval]", "rank"));
        if (areVotesKnown()) {
            headings.add("votes");
        }
        if (boards.size() > 1) {
            headings.add("history");
            headings.add("since " + boards.get(boards.size() - 2).date());
        }
        return headings;
    }

    private boolean areVotesKnown() {
        return newest.rows().stream().anyMatch(row -> row.votes() != null);
    }

    private List<Node> cells(String category, BoardRow row, int rank) {
        List<Node> cells = new ArrayList<>();
        cells.add(new Text(new Quantity(1, "").text(row.rating(), row.interval()) + (row.isAnchor() ? ", fixed" : "")));
        cells.add(new Text("rank " + rank));
        if (areVotesKnown()) {
            cells.add(new Text(row.votes() == null ? "" : String.format(Locale.ROOT, "%,d votes", row.votes())));
        }
        if (boards.size() > 1) {
            List<TrendPoint> points = points(category, row.model());
            cells.add(
                    points.size() == 1
                            ? new Text("")
                            : Sparkline.of(row.model() + " in " + points.size() + " snapshots", points));
            cells.add(new Text(
                    history.drift(category, row.model()).map(BoardSection::told).orElse("")));
        }
        return cells;
    }

    private static String told(DriftRow row) {
        String words = row.verdict().text().replace('_', ' ');
        Double change = row.change();
        return change == null || row.verdict() == DriftVerdict.INCOMPARABLE
                ? words
                : new Quantity(1, "").signed(Math.round(change * 10) / 10.0, null) + ", " + words;
    }

    private List<TrendPoint> points(String category, String model) {
        List<TrendPoint> points = new ArrayList<>();
        for (DatedBoard board : boards) {
            Optional<BoardRow> row = board.row(category, model);
            if (row.isEmpty() && points.isEmpty()) {
                continue;
            }
            List<String> changes = points.isEmpty() ? List.of() : board.changes(category);
            String value = row.map(each -> new Quantity(1, UNIT).text(each.rating(), each.interval()))
                    .orElse("not on the board");
            points.add(new TrendPoint(
                    board.date().toEpochDay(),
                    board.date().toString(),
                    row.map(BoardRow::rating).orElse(null),
                    row.map(BoardRow::interval).orElse(null),
                    false,
                    changes.isEmpty() ? null : String.join("; ", changes),
                    board.date() + " · " + value));
        }
        return points;
    }

    private static Mark mark(BoardRow row) {
        return Mark.of(row.rating(), row.interval());
    }

    private static ConfidenceInterval interval(BoardRow row) {
        Interval interval = row.interval();
        double low = Stream.ofNullable(interval == null ? null : interval.low())
                .findFirst()
                .orElse(row.rating());
        double high = Stream.ofNullable(interval == null ? null : interval.high())
                .findFirst()
                .orElse(row.rating());
        return ConfidenceInterval.of(low, high, BoardRow.CI_LEVEL, "published");
    }
}
