package dev.evalkit.report.overview;

import dev.evalkit.report.html.Cell;
import dev.evalkit.report.html.DataTable;
import dev.evalkit.report.html.Page;
import dev.evalkit.report.markup.Element;
import dev.evalkit.report.markup.Node;
import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.StoredRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The index of a build with several modules that hold evaluations: of each pair of model and scenario the newest run. */
public final class ModulesPage {
    private static final Comparator<RunKey> BY_NAME =
            Comparator.comparing(RunKey::model).thenComparing(RunKey::scenario);

    private ModulesPage() {}

    /**
     * A module.
     *
     * @param name what the build calls it
     * @param index its index page
     * @param runs its runs, oldest first
     */
    public record Module(String name, Path index, List<StoredRun> runs) {
        public Module {
            runs = List.copyOf(runs);
        }
    }

    /**
     * The page.
     *
     * @param title what it is about
     * @param folder where it will be
     * @param modules the modules in the order of the build
     */
    public static Page of(String title, Path folder, List<Module> modules) {
        Links links = new Links(folder);
        DataTable table = DataTable.of("modules", "The newest run of each model and scenario, times in UTC")
                .column("model")
                .column("scenario")
                .column("newest run")
                .column("outcome")
                .number("runs");
        List<Node> parts = new ArrayList<>();
        Element list = Element.of("ul");
        int runs = 0;
        for (Module module : modules) {
            runs += module.runs().size();
            list.add(Element.of("li").add(Element.of("a", module.name()).link(links.way(module.index()))));
            table.group(module.name(), "");
            newest(module).forEach((key, run) -> table.row(row(links, module, key, run)));
        }
        parts.add(Element.of(
                "p",
                modules.size() + (modules.size() == 1 ? " module, " : " modules, ") + runs
                        + " runs. All runs and trends of a module:"));
        parts.add(list);
        parts.add(Page.section("newest", "Newest runs").add(table.element()));
        return new Page(title, parts);
    }

    private static SortedMap<RunKey, StoredRun> newest(Module module) {
        SortedMap<RunKey, StoredRun> newest = new TreeMap<>(BY_NAME);
        module.runs().forEach(run -> newest.put(run.key(), run));
        return newest;
    }

    private static List<Cell> row(Links links, Module module, RunKey key, StoredRun run) {
        String time = IndexPage.TIME.format(run.started());
        long count =
                module.runs().stream().filter(each -> each.key().equals(key)).count();
        return List.of(
                Cell.text(key.model()),
                Cell.text(key.scenario()),
                links.to(run.folder().resolve("report.html"))
                        .map(way -> Cell.of(Element.of("a", time).link(way)))
                        .orElse(Cell.text(time)),
                RunOutcome.of(run).cell(),
                Cell.text(Long.toString(count)).sortedBy((double) count));
    }
}
