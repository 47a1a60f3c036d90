package dev.evalkit.repository;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.Shown;
import dev.evalkit.io.Digests;
import dev.evalkit.io.DurableFile;
import dev.evalkit.io.DurableFolder;
import dev.evalkit.result.Acceptance;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Accepts a run: in its place, or as a copy in {@code reports/}. */
final class RunAcceptance {
    private static final List<String> COPIED =
            List.of(StoredRun.CURRENT, "diff.json", "summary.md", "report.html", StoredRun.SCORES);

    private final EvaluationRepository repository;
    private final RunStore store;
    private final Path reports;

    RunAcceptance(EvaluationRepository repository, RunStore store, Path reports) {
        this.repository = repository;
        this.store = store;
        this.reports = reports;
    }

    StoredRun accept(StoredRun run, AcceptTerms terms, Instant now) {
        requireComplete(run, terms);
        String items = Digests.sha256(run.current());
        requireUnchanged(run, items);
        List<StoredRun> accepted = store.accepted(run.key());
        List<StoredRun> current = RunStore.notSuperseded(accepted);
        StoredRun own = own(run, items, current);
        boolean isCurrent = current.stream().anyMatch(each -> isSameFolder(each, own));
        if (isCurrent && current.size() == 1) {
            return finish(own);
        }
        Set<String> previous = new LinkedHashSet<>();
        accepted.forEach(each -> previous.add(each.id()));
        own.acceptance().ifPresent(acceptance -> previous.addAll(acceptance.previous()));
        boolean inPlace = isInReports(own) && (isCurrent || own.acceptance().isEmpty());
        if (inPlace) {
            previous.remove(own.id());
        }
        RunManifest manifest = manifest(own)
                .withItems(items)
                .withAcceptance(new Acceptance(
                        now, terms.reason(), List.copyOf(previous), terms.diffSha256(), terms.margins()));
        return inPlace ? acceptInPlace(own, manifest) : copy(own, manifest);
    }

    private void requireComplete(StoredRun run, AcceptTerms terms) {
        Location at = Location.of(run.name());
        if (!Files.isRegularFile(run.current())) {
            throw new EvalkitException(at, "there is no current.json in this run, so there is nothing to accept");
        }
        String refused = run.details().stream()
                .flatMap(manifest -> manifest.indicators().stream())
                .filter(terms::refuses)
                .map(RunAcceptance::describe)
                .collect(Collectors.joining(", "));
        if (!refused.isEmpty()) {
            throw new EvalkitException(
                    at,
                    "this run is incomplete and cannot become a baseline: " + refused
                            + "; mend that and evaluate again");
        }
    }

    private static void requireUnchanged(StoredRun run, String items) {
        String made = run.details().map(RunManifest::itemsSha256).orElse(items);
        if (!made.equals(items)) {
            throw new EvalkitException(
                    Location.of(run.name() + "/" + StoredRun.CURRENT),
                    "this file is not as the run made it: its SHA-256 is " + items + ", that in run.json is " + made
                            + "; evaluate again");
        }
    }

    private static String describe(IndicatorRun indicator) {
        String status = indicator.status().text();
        return Shown.text(indicator.id()) + (indicator.status() == IndicatorRun.Status.SKIPPED ? " was " : " ") + status
                + " (" + Shown.text(String.valueOf(indicator.reason())) + ")";
    }

    /** The run itself, or where it lies elsewhere the copy of it in {@code reports/}, one that counts before others. */
    private StoredRun own(StoredRun run, String items, List<StoredRun> current) {
        if (isInReports(run)) {
            return run;
        }
        return RunScan.of(repository, reports).runs().stream()
                .filter(each -> each.key().equals(run.key()) && each.started().equals(run.started()))
                .filter(each -> Files.isRegularFile(each.current())
                        && Digests.sha256(each.current()).equals(items))
                .max(Comparator.comparing(current::contains))
                .orElse(run);
    }

    private boolean isInReports(StoredRun run) {
        return reports.equals(run.folder().getParent());
    }

    private static boolean isSameFolder(StoredRun a, StoredRun b) {
        return a.folder().equals(b.folder());
    }

    private static RunManifest manifest(StoredRun run) {
        return run.details()
                .orElseGet(() -> new RunManifest(
                        run.id(),
                        run.key().model(),
                        run.key().scenario(),
                        run.started(),
                        run.started(),
                        null,
                        null,
                        null,
                        List.of(),
                        null));
    }

    /** The manifest comes last but one: once it says so the run is accepted, and accepting it again does what is left. */
    private StoredRun acceptInPlace(StoredRun run, RunManifest manifest) {
        DurableFile.copy(run.current(), run.folder().resolve(StoredRun.BASELINE));
        manifest.write(run.folder().resolve(StoredRun.MANIFEST));
        return finish(StoredRun.of(run.folder(), run.name(), manifest));
    }

    private StoredRun copy(StoredRun run, RunManifest manifest) {
        try (DurableFolder folder = DurableFolder.create(reports.resolve(RunFolderName.of(run.key(), run.started())))) {
            for (Path file : copied(run.folder())) {
                DurableFile.copy(
                        file,
                        folder.path().resolve(run.folder().relativize(file).toString()));
            }
            DurableFile.copy(run.current(), folder.path().resolve(StoredRun.BASELINE));
            return RunDraft.publish(repository, folder, manifest);
        }
    }

    /** The files that belong to a run; symbolic links and whatever else lies in the folder stay where they are. */
    private List<Path> copied(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file ->
                            COPIED.contains(folder.relativize(file).getName(0).toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new EvalkitException(
                    Location.of(repository.nameOf(folder)), "the run cannot be copied: " + e.getMessage(), e);
        }
    }

    private StoredRun finish(StoredRun run) {
        Path baseline = run.folder().resolve(StoredRun.BASELINE);
        if (!Files.isRegularFile(baseline)) {
            DurableFile.copy(run.current(), baseline);
        }
        try {
            Files.deleteIfExists(RunDraft.gitignore(run.folder()));
        } catch (IOException e) {
            throw new EvalkitException(
                    Location.of(repository.nameOf(RunDraft.gitignore(run.folder()))),
                    "cannot be removed: " + e.getMessage() + "; remove it, so that git sees the baseline",
                    e);
        }
        return run;
    }
}
