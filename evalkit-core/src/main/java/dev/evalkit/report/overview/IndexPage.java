package dev.evalkit.report.overview;

import dev.evalkit.report.html.Cell;
import dev.evalkit.report.html.DataTable;
import dev.evalkit.report.html.Page;
import dev.evalkit.report.markup.Element;
import dev.evalkit.report.markup.Node;
import dev.evalkit.report.trend.TrendLine;
import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.RunManifest;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page that leads to all others of a repository. */
final class IndexPage {
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int SHORT = 7;

    private final Links links;
    private final List<Node> parts = new ArrayList<>();

    IndexPage(Path folder) {
        this.links = new Links(folder);
    }

    /** How many runs there are, and how many more cannot be read. */
    IndexPage count(int runs, int unreadable) {
        String count = runs == 1 ? "1 run" : runs + " runs";
        parts.add(Element.of(
                "p", count + (unreadable == 0 ? "." : "; " + unreadable + " more cannot be read: run validate.")));
        return this;
    }

    /** All runs, the newest first. */
    IndexPage runs(List<StoredRun> oldestFirst) {
        if (oldestFirst.isEmpty()) {
            return this;
        }
        DataTable table = DataTable.of("runs", "Runs, the newest first, times in UTC")
                .column("began")
                .column("model")
                .column("scenario")
                .column("outcome")
                .column("commit")
                .column("baseline");
        for (int i = oldestFirst.size() - 1; i >= 0; i--) {
            StoredRun run = oldestFirst.get(i);
            table.row(List.of(
                    began(run),
                    Cell.text(run.key().model()),
                    Cell.text(run.key().scenario()),
                    RunOutcome.of(run).cell(),
                    Cell.text(commit(run)),
                    Cell.text(run.acceptance().isPresent() ? "accepted" : "")));
        }
        parts.add(Page.section("all-runs", "Runs").add(table.element()));
        return this;
    }

    private Cell began(StoredRun run) {
        String time = TIME.format(run.started());
        return links.to(run.folder().resolve("report.html"))
                .or(() -> links.to(run.folder().resolve("summary.md")))
                .map(way -> Cell.of(Element.of("a", time).link(way)))
                .orElse(Cell.text(time));
    }

    private static String commit(StoredRun run) {
        return run.details()
                .map(RunManifest::git)
                .map(git ->
                        git.commit().substring(0, Math.min(SHORT, git.commit().length())) + (git.dirty() ? "+" : ""))
                .orElse("");
    }

    /** Each indicator over the runs of each pair. */
    IndexPage trends(Map<RunKey, List<TrendLine>> lines, Map<RunKey, String> pages) {
        if (lines.isEmpty()) {
            return this;
        }
        DataTable table = DataTable.of(
                        "pairs", "Each indicator over the runs of a model in a scenario, oldest to newest")
                .column("indicator")
                .number("newest value")
                .column("trend");
        lines.forEach((key, ofPair) -> {
            table.group(key.toString(), "");
            ofPair.forEach(line ->
                    table.row(List.of(Cell.text(line.name()), Cell.text(line.newest()), Cell.of(line.chart()))));
        });
        Element list = Element.of("ul");
        pages.forEach((key, page) -> list.add(item(key.toString(), page)));
        parts.add(Page.section("trends", "Trends")
                .add(table.element(), Element.of("p", "Larger, with intervals, baselines, commits and dates:"), list));
        return this;
    }

    /** Links to other pages. */
    IndexPage links(String id, String heading, Map<String, String> pages) {
        if (!pages.isEmpty()) {
            Element list = Element.of("ul");
            pages.forEach((text, page) -> list.add(item(text, page)));
            parts.add(Page.section(id, heading).add(list));
        }
        return this;
    }

    private static Element item(String text, String page) {
        return Element.of("li").add(Element.of("a", text).link(page));
    }

    Page page(String title) {
        return new Page(title, parts);
    }
}
