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
    private static final String HEAD = """
            # Calibration: how often the gate is wrong

            Data sets are simulated in which the truth is known, judged as `evalkit:check` judges a run, and counted. A test holds that the simulation decides as the
            gate does. Everything is seeded. This page, `calibration.csv` (every cell) and the picture are written by the program `Calibration` of `evalkit-benchmarks`, whose
            README says how to run it.

            ![Every cell as a dot](calibration.svg)

            ## How to read the tables

            - n samples, of which a share ψ (`psi`) differs between the two runs; G clusters whose samples correlate by ICC; m indicators in one gate (1, 5, 20, 50; 10 in
              clusters); M the tolerated drop (0, 0.02, 0.05). A line shows the worst cell over all m and M.
            - **Errors** are promised to be 2.5 % at most: the balanced gate fails although nothing is worse, the lenient one although no drop is beyond M, the strict one
              passes although one drop is M. A cell in bold is beyond what chance explains in so many rounds.
            - Where no sample differs between the two runs a row is "no worse" whatever n (the two models did the same on all that was asked). With few samples that
              happens by luck: the column beside the strict gate says how often. More samples, not another test, are the remedy.
            - **Found** is the drop that the exact test finds with 80 % by its own computation; at least 77 % are wanted where nψ ≥ 40 (smaller designs in parentheses).
            - **95 % intervals** must hold the truth in 93 % at least. In parentheses stands what is not promised: fewer than 30 clusters, of which every run warns.
            - In clusters the strict gate comes to its promise from about 30 clusters on, and slowly: with 30 clusters of unequal sizes that correlate by 0.3 it passes 3.2 %.
            - **Naive choices** in the last columns: no correction for many indicators, failing on any observed drop beyond M, ignoring that samples pair, ignoring clusters.

            """;

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
                    "\"%s\",%s,%s,%s,%d,%d,%.5f,%s\n",
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
        StringBuilder page = new StringBuilder(HEAD);
        Map<String, List<Cell>> studies = new LinkedHashMap<>();
        cells.forEach(cell ->
                studies.computeIfAbsent(cell.study(), name -> new ArrayList<>()).add(cell));
        summary(page);
        listOutside(page);
        studies.forEach((name, of) -> study(page, name, of));
        return page.toString();
    }

    private void study(StringBuilder page, String name, List<Cell> of) {
        TreeSet<Measure> measures = new TreeSet<>();
        Map<String, List<Cell>> groups = new LinkedHashMap<>();
        for (Cell cell : of) {
            measures.add(cell.measure());
            groups.computeIfAbsent(group(cell), each -> new ArrayList<>()).add(cell);
        }
        page.append("\n## ").append(name).append("\n\n| design |");
        measures.forEach(measure -> page.append(' ').append(measure.words()).append(" |"));
        page.append("\n| --- |").append(" ---: |".repeat(measures.size())).append('\n');
        groups.forEach((group, members) -> {
            page.append("| ").append(group).append(" |");
            for (Measure measure : measures) {
                page.append(' ').append(worst(members, measure)).append(" |");
            }
            page.append('\n');
        });
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
                "## Promises\n\n| measure | cells | limit | worst | outside |\n| --- | ---: | ---: | ---: | ---: |\n");
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
                    "| %s | %d | %s | %s | %d |\n",
                    measure.words(),
                    entry.getValue(),
                    limit(measure, of),
                    worst(of, measure),
                    of.stream().filter(cell -> !isWithin(cell)).count()));
        }
    }

    private void listOutside(StringBuilder page) {
        List<Cell> outside = outside();
        page.append(outside.isEmpty() ? "\nEvery cell keeps its promise.\n" : "\nThese do not keep their promise:\n\n");
        for (Cell cell : outside) {
            page.append(String.format(
                    Locale.ROOT,
                    "- %s, %s: %s: %.2f %% of %d\n",
                    cell.study(),
                    cell.design(),
                    cell.measure().words(),
                    100 * cell.share(),
                    cell.rounds()));
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
