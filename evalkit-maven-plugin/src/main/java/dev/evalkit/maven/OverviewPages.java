package dev.evalkit.maven;

import dev.evalkit.io.DurableFile;
import dev.evalkit.io.Slugs;
import dev.evalkit.lmarena.history.LeaderboardPage;
import dev.evalkit.report.html.Page;
import dev.evalkit.report.overview.Overview;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunStore;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.scan.Scanner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The pages over all runs of one repository, in the folder of the runs. */
final class OverviewPages {
    private final EvaluationRepository repository;
    private final RunStore store;
    private final Scanner scanner;

    private OverviewPages(EvaluationRepository repository, RunStore store) {
        this.repository = repository;
        this.store = store;
        this.scanner = Scanner.forRepository(repository.root());
    }

    static OverviewPages of(Path root, Path runs) {
        EvaluationRepository repository = EvaluationRepository.open(root);
        return new OverviewPages(repository, RunStore.of(repository, runs));
    }

    /**
     * Writes the pages, unless they would show sensitive data.
     *
     * @param written is told of each file
     */
    void write(String title, BiConsumer<Path, Page> written) {
        BiConsumer<String, Page> writer = (name, page) -> {
            Path file = store.folder().resolve(name);
            scanner.requireClean(repository.nameOf(file), page.text());
            DurableFile.write(file, page.document());
            written.accept(file, page);
        };
        Map<String, String> boards = new TreeMap<>();
        LeaderboardPage.all(repository).forEach((source, page) -> {
            String name = "leaderboard-" + Slugs.of(source) + ".html";
            writer.accept(name, page);
            boards.put(source, name);
        });
        Overview.of(repository, store).withBoards(boards).make("Evaluations of " + title, store.folder(), writer);
    }

    Path index() {
        return store.folder().resolve(Overview.INDEX);
    }

    List<StoredRun> runs() {
        return store.runs();
    }

    String nameOf(Path file) {
        return repository.nameOf(file);
    }
}
