package dev.evalkit.report.trend;

import dev.evalkit.EvalkitException;
import dev.evalkit.diff.Comparability;
import dev.evalkit.report.chart.Quantity;
import dev.evalkit.report.chart.Sparkline;
import dev.evalkit.report.chart.TrendChart;
import dev.evalkit.report.html.Cell;
import dev.evalkit.report.html.DataTable;
import dev.evalkit.report.html.Page;
import dev.evalkit.report.markup.Element;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.RunStore;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.ItemId;
import dev.evalkit.result.ResultItem;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The indicators of a model in a scenario over all its runs: what gates, in the order in which the runs began.
 *
 * <pre>{@code
 * Trends trends = Trends.read(repository, store, key);
 * report.withSparklines(row -> trends.sparkline(row.id())).withSections(trends.section().stream().toList());
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Trends {
    private static final int FEWEST = 2;

    private final RunKey key;
    private final Comparability comparability;
    private final List<TrendRun> runs;
    private final Map<ItemId, Trend> trends;

    private Trends(RunKey key, Comparability comparability, List<TrendRun> runs) {
        this.key = key;
        this.comparability = comparability;
        this.runs = List.copyOf(runs);
        this.trends = new LinkedHashMap<>();
        for (int i = runs.size() - 1; i >= 0; i--) {
            for (ItemId id : order(runs.get(i))) {
                trends.computeIfAbsent(id, each -> Trend.of(each, runs, comparability));
            }
        }
    }

    private static List<ItemId> order(TrendRun run) {
        return run.items().keySet().stream()
                .sorted(Comparator.comparing(ItemId::toString))
                .toList();
    }

    /**
     * Reads the runs of a pair. One whose results cannot be read is a gap.
     *
     * @throws EvalkitException if an indicator or the scenario of the repository cannot be read
     */
    public static Trends read(EvaluationRepository repository, RunStore store, RunKey key) {
        return read(repository, key, store.runs(key));
    }

    /** Reads runs of a pair, oldest first. */
    public static Trends read(EvaluationRepository repository, RunKey key, List<StoredRun> runs) {
        Comparability comparability = Comparability.in(repository, key.scenario());
        List<TrendRun> read = new ArrayList<>();
        for (StoredRun run : runs) {
            read.add(read(run, comparability));
        }
        return new Trends(key, comparability, read);
    }

    private static TrendRun read(StoredRun run, Comparability comparability) {
        if (!Files.isRegularFile(run.current())) {
            return new TrendRun(run, Map.of(), "there is no " + StoredRun.CURRENT);
        }
        try {
            return new TrendRun(run, comparability.gating(run.key(), run.results()), null);
        } catch (EvalkitException e) {
            return new TrendRun(run, Map.of(), String.valueOf(e.getMessage()));
        }
    }

    /** A small chart of an item that gates; empty where fewer than two runs have it. */
    public Optional<Element> sparkline(ItemId id) {
        return Optional.ofNullable(trends.get(comparability.among(key, id)))
                .filter(Trends::isWorthALine)
                .map(trend -> Sparkline.of(title(trend), trend.points()));
    }

    private static boolean isWorthALine(Trend trend) {
        return trend.points().stream().filter(point -> point.value() != null).count() >= FEWEST;
    }

    private static String title(Trend trend) {
        double[] values = trend.points().stream()
                .filter(point -> point.value() != null)
                .mapToDouble(point -> Objects.requireNonNull(point.value()))
                .toArray();
        double least = Arrays.stream(values).min().orElse(0);
        double most = Arrays.stream(values).max().orElse(0);
        Quantity quantity = trend.quantity();
        return trend.name() + " over " + trend.points().size() + " runs: from " + quantity.text(least) + " to "
                + quantity.text(most) + ", last " + quantity.text(values[values.length - 1]);
    }

    /** How many runs there are. */
    public int runs() {
        return runs.size();
    }

    /** The newest value and the small chart of each indicator of which at least two runs have a value. */
    public List<TrendLine> lines() {
        return trends.values().stream()
                .filter(Trends::isWorthALine)
                .map(trend -> new TrendLine(trend.name(), trend.newest(), Sparkline.of(title(trend), trend.points())))
                .toList();
    }

    /** A section with a chart for each indicator, and all values as a table; empty where there are fewer than two runs. */
    public Optional<Element> section() {
        if (runs.size() < FEWEST || trends.isEmpty()) {
            return Optional.empty();
        }
        Element section = Page.section("trends", "Trends over " + runs.size() + " runs");
        section.add(Element.of(
                        "p",
                        "A dot is a run, in the order in which they began, with its interval; a ring an accepted baseline; a cross a run "
                                + "without a value. Values on either side of a dashed line did not measure the same thing in the same "
                                + "way. Point at a dot for its date, commit and value; the table below has them all.")
                .styled("quiet"));
        Element charts = Element.of("div").styled("ek-trends");
        trends.values().forEach(trend -> charts.add(TrendChart.of(trend.name(), trend.unit(), trend.points())));
        return Optional.of(section.add(charts, table()));
    }

    private Element table() {
        DataTable table = DataTable.of(
                        "trend-runs",
                        "Runs, oldest first, times in UTC; + marks a commit with changes that were not committed")
                .column("began")
                .column("commit")
                .column("baseline");
        trends.values().forEach(trend -> table.number(trend.name()));
        for (TrendRun run : runs) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.text(run.time()));
            cells.add(Cell.text(run.commit()));
            cells.add(Cell.text(run.isBaseline() ? "accepted" : ""));
            trends.values().forEach(trend -> cells.add(cell(trend, run)));
            table.row(cells);
        }
        return Element.of("details").add(Element.of("summary", "All values"), table.element());
    }

    private static Cell cell(Trend trend, TrendRun run) {
        ResultItem item = run.items().get(trend.id());
        return item == null
                ? Cell.EMPTY
                : Cell.text(trend.quantity().text(item.value(), item.ci())).sortedBy(item.value());
    }
}
