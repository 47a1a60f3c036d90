package dev.evalkit.benchmarks.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The cells as tables: the worst of each group of designs for people, every cell for machines. */
final class CalibrationTable {
    private final List<Cell> cells;
    private final Map<Measure, Integer> promised = new EnumMap<>(Measure.class);

    CalibrationTable(List<Cell> cells) {
        this.cells = List.copyOf(cells);
        for (Cell cell : cells) {
            if (cell.isPromised()) {
                promised.merge(cell.measure(), 1, Integer::sum);
            }
        }
    }

    /** The cells in which a promise is not kept. */
    List<Cell> outside() {
        return cells.stream().filter(cell -> !isWithin(cell)).toList();
    }

    private boolean isWithin(Cell cell) {
        return cell.isWithinLimit(promised.getOrDefault(cell.measure(), 1));
    }

    String csv() {
        StringBuilder csv = new StringBuilder("study,design,measure,promised,hits,rounds,share,within\n");
        for (Cell cell : cells) {
            csv.append(String.format(
                    Locale.ROOT,
                    "\"%s\",%s,%s,%s,%d,%d,%.5f,%s%n",
                    cell.study(),
                    cell.design(),
                    cell.measure().name().toLowerCase(Locale.ROOT),
                    cell.isPromised(),
                    cell.hits(),
                    cell.rounds(),
                    cell.share(),
                    isWithin(cell)));
        }
        return csv.toString();
    }

    String markdown() {
        StringBuilder page = new StringBuilder();
        Map<String, List<Cell>> studies = new LinkedHashMap<>();
        cells.forEach(cell ->
                studies.computeIfAbsent(cell.study(), name -> new ArrayList<>()).add(cell));
        studies.forEach((name, of) -> study(page, name, of));
        summary(page);
        return page.toString();
    }

    private void study(StringBuilder page, String name, List<Cell> of) {
        TreeSet<Measure> measures = new TreeSet<>();
        Map<String, List<Cell>> groups = new LinkedHashMap<>();
        for (Cell cell : of) {
            measures.add(cell.measure());
            groups.computeIfAbsent(group(cell), each -> new ArrayList<>()).add(cell);
        }
        page.append("### ").append(name).append("\n\n| design |");
        measures.forEach(measure -> page.append(' ').append(measure.words()).append(" |"));
        page.append("\n| --- |").append(" ---: |".repeat(measures.size())).append('\n');
        groups.forEach((group, members) -> {
            page.append("| ").append(group).append(" |");
            for (Measure measure : measures) {
                page.append(' ').append(worst(members, measure)).append(" |");
            }
            page.append('\n');
        });
        page.append('\n');
    }

    /** Designs that differ in the number of indicators, the margin or the drop stand in one line. */
    private static String group(Cell cell) {
        return cell.design().replaceAll(" (m|M|d)=[^ ]*", "");
    }

    private String worst(List<Cell> members, Measure measure) {
        Comparator<Cell> order = Comparator.comparingDouble(Cell::share);
        boolean isMoreWorse = measure.kind() == Measure.Kind.ERROR
                || (measure.kind() == Measure.Kind.NAIVE && measure != Measure.UNPAIRED_FOUND);
        return members.stream()
                .filter(cell -> cell.measure() == measure)
                .max(isMoreWorse ? order : order.reversed())
                .map(this::shown)
                .orElse("");
    }

    private String shown(Cell cell) {
        String percent = String.format(Locale.ROOT, "%.1f %%", 100 * cell.share());
        if (!isWithin(cell)) {
            return "**" + percent + "**";
        }
        return cell.isPromised() || cell.measure().kind() == Measure.Kind.NAIVE ? percent : "(" + percent + ")";
    }

    private void summary(StringBuilder page) {
        page.append(
                "### Promises\n\n| measure | cells | limit | worst | outside |\n| --- | ---: | ---: | ---: | ---: |\n");
        for (Map.Entry<Measure, Integer> entry : promised.entrySet()) {
            Measure measure = entry.getKey();
            if (measure.kind() == Measure.Kind.NAIVE) {
                continue;
            }
            List<Cell> of = cells.stream()
                    .filter(cell -> cell.measure() == measure && cell.isPromised())
                    .toList();
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %s | %s | %d |%n",
                    measure.words(),
                    entry.getValue(),
                    limit(measure, of),
                    worst(of, measure),
                    of.stream().filter(cell -> !isWithin(cell)).count()));
        }
    }

    private static String limit(Measure measure, List<Cell> of) {
        return switch (measure.kind()) {
            case ERROR -> {
                long most = of.stream().mapToLong(Cell::rounds).max().orElse(1);
                yield String.format(
                        Locale.ROOT,
                        "2.5 %%, by chance up to %.1f %% in %d rounds",
                        100 * Limits.error(of.size(), most),
                        most);
            }
            case COVERAGE -> "at least 93 %";
            case POWER -> "at least 77 %";
            case NAIVE -> "";
        };
    }
}
