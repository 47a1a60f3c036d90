package dev.evalkit.report.html;

import dev.evalkit.report.markup.Element;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.Acceptance;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultSet;
import dev.evalkit.result.RunManifest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where the numbers come from, folded. */
final class Provenance {
    private static final double MILLIS = 1000;

    private Provenance() {}

    /**
     * The run's, and that of what it is compared with.
     *
     * @param baseline the run that it is compared with, or null
     */
    static Element of(StoredRun run, ResultSet results, @Nullable StoredRun baseline) {
        Element details = Element.of("details")
                .attribute("id", "provenance")
                .add(Element.of("summary", "Where the numbers come from"));
        details.add(Element.of("h2", "This run")).add(facts(run));
        inputs(results, details);
        indicators(run, details);
        if (baseline != null) {
            details.add(Element.of("h2", "Baseline")).add(facts(baseline));
        }
        return details;
    }

    private static Element facts(StoredRun run) {
        Element list = Element.of("dl");
        fact(list, "run", run.id());
        fact(list, "model", run.key().model());
        fact(list, "scenario", run.key().scenario());
        RunManifest manifest = run.manifest();
        if (manifest == null) {
            fact(list, "started", run.started().toString());
            return list;
        }
        fact(list, "started", manifest.started().toString());
        fact(list, "finished", manifest.finished().toString());
        RunManifest.GitState git = manifest.git();
        if (git != null) {
            fact(list, "commit", git.commit() + (git.dirty() ? ", with changes that were not committed" : ""));
        }
        RunManifest.Tool tool = manifest.tool();
        if (tool != null) {
            fact(list, "evalkit", tool.version());
            fact(list, "machine", "Java " + tool.java() + ", " + tool.os());
        }
        if (manifest.seed() != null) {
            fact(list, "seed", String.valueOf(manifest.seed()));
        }
        if (manifest.itemsSha256() != null) {
            fact(list, "SHA-256 of the items", manifest.itemsSha256());
        }
        manifest.acceptance().ifPresent(acceptance -> accepted(list, acceptance));
        return list;
    }

    private static void accepted(Element list, Acceptance acceptance) {
        fact(list, "accepted", acceptance.at() + (acceptance.reason().isEmpty() ? "" : ": " + acceptance.reason()));
        if (!acceptance.previous().isEmpty()) {
            fact(list, "supersedes", String.join(", ", acceptance.previous()));
        }
    }

    private static void fact(Element list, String name, String value) {
        list.add(Element.of("dt", name)).add(Element.of("dd", value));
    }

    private static void inputs(ResultSet results, Element details) {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < results.size(); i++) {
            for (ItemInput input : ItemInput.of(results.meta(i))) {
                files.put(input.path(), input.sha256());
            }
        }
        if (files.isEmpty()) {
            return;
        }
        DataTable table = DataTable.of("inputs", "Files that were measured")
                .column("file")
                .column("SHA-256");
        files.forEach((path, sha256) ->
                table.row(List.of(Cell.text(path), Cell.text(sha256).styled("digest"))));
        details.add(table.element());
    }

    private static void indicators(StoredRun run, Element details) {
        RunManifest manifest = run.manifest();
        if (manifest == null || manifest.indicators().isEmpty()) {
            return;
        }
        DataTable table = DataTable.of("evaluated", "How each indicator was evaluated")
                .column("indicator")
                .column("status")
                .number("seconds")
                .column("SHA-256 of its definition");
        manifest.indicators().forEach(indicator -> table.row(row(indicator)));
        details.add(table.element());
    }

    private static List<Cell> row(IndicatorRun indicator) {
        double seconds = indicator.duration().toMillis() / MILLIS;
        String reason = indicator.reason() == null ? "" : ": " + indicator.reason();
        return List.of(
                Cell.text(indicator.id()),
                Cell.text(indicator.status().text() + reason),
                Cell.text(String.format(Locale.ROOT, "%.1f", seconds)).sortedBy(seconds),
                Cell.text(indicator.sha256() == null ? "" : indicator.sha256()).styled("digest"));
    }

    /** A file that an item was computed from. */
    record ItemInput(String path, String sha256) {

        /** Those that an item names. */
        static List<ItemInput> of(Meta meta) {
            return meta.get(Meta.INPUTS)
                    .filter(List.class::isInstance)
                    .map(list -> ((List<?>) list)
                            .stream()
                                    .filter(Map.class::isInstance)
                                    .map(each -> of((Map<?, ?>) each))
                                    .toList())
                    .orElse(List.of());
        }

        private static ItemInput of(Map<?, ?> input) {
            return new ItemInput(text(input, "path"), text(input, "sha256"));
        }

        private static String text(Map<?, ?> input, String key) {
            return input.get(key) instanceof String text ? text : "";
        }
    }
}
