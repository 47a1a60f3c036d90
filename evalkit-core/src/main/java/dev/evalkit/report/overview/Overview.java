package dev.evalkit.report.overview;

import dev.evalkit.io.Slugs;
import dev.evalkit.report.html.Page;
import dev.evalkit.report.markup.Element;
import dev.evalkit.report.trend.TrendLine;
import dev.evalkit.report.trend.Trends;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.RunStore;
import dev.evalkit.repository.StoredRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * The pages over all runs of a repository: {@code index.html}, for each pair with several runs {@code trends-….html}, for each scenario with several models {@code
 * models-….html}.
 */
public final class Overview {
    /** The name of the page that leads to the others. */
    public static final String INDEX = "index.html";

    private static final Comparator<RunKey> BY_NAME =
            Comparator.comparing(RunKey::scenario).thenComparing(RunKey::model);

    private final EvaluationRepository repository;
    private final RunStore store;
    private final Map<String, String> boards;

    private Overview(EvaluationRepository repository, RunStore store, Map<String, String> boards) {
        this.repository = repository;
        this.store = store;
        this.boards = boards;
    }

    /** The pages of a repository. */
    public static Overview of(EvaluationRepository repository, RunStore store) {
        return new Overview(repository, store, Map.of());
    }

    /**
     * The same, whose index also leads to pages of leaderboards.
     *
     * @param pages their file names beside the index, by what they are called
     */
    public Overview withBoards(Map<String, String> pages) {
        return new Overview(repository, store, new TreeMap<>(pages));
    }

    /**
     * Makes the pages, one after the other, the index last.
     *
     * @param title what the index is about
     * @param folder where they will be, so that they can link to the runs
     * @param page takes the name of a file and its page
     * @throws dev.evalkit.EvalkitException if the repository's documents cannot be read; a run that cannot be read is counted on the index
     */
    public void make(String title, Path folder, BiConsumer<String, Page> page) {
        List<StoredRun> runs = store.runs();
        SortedMap<RunKey, List<StoredRun>> pairs = runs.stream()
                .collect(Collectors.groupingBy(StoredRun::key, () -> new TreeMap<>(BY_NAME), Collectors.toList()));
        Map<RunKey, List<TrendLine>> lines = new LinkedHashMap<>();
        Map<RunKey, String> trendPages = new LinkedHashMap<>();
        pairs.forEach((key, ofPair) -> {
            Trends trends = Trends.read(repository, key, ofPair);
            trends.section().ifPresent(section -> {
                String file = "trends-" + Slugs.of(key.model()) + "_" + Slugs.of(key.scenario()) + ".html";
                page.accept(file, trendPage(key, section));
                lines.put(key, trends.lines());
                trendPages.put(key, file);
            });
        });
        Map<String, String> comparisons = new LinkedHashMap<>();
        contests(pairs).forEach((scenario, ofModels) -> {
            String file = "models-" + Slugs.of(scenario) + ".html";
            page.accept(file, ComparisonPage.of(repository, scenario, ofModels, folder));
            comparisons.put(scenario + ": " + ofModels.size() + " models", file);
        });
        page.accept(
                INDEX,
                new IndexPage(folder)
                        .count(runs.size(), store.problems().size())
                        .links("models", "Models beside each other", comparisons)
                        .runs(runs)
                        .trends(lines, trendPages)
                        .links("boards", "Leaderboards", boards)
                        .page(title));
    }

    private static Page trendPage(RunKey key, Element section) {
        return new Page(
                key.toString(),
                List.of(Element.of("p").add(Element.of("a", "All runs").link("./" + INDEX)), section));
    }

    /** The newest complete run of each model, by scenario, where there are several models. */
    private static Map<String, List<StoredRun>> contests(SortedMap<RunKey, List<StoredRun>> pairs) {
        Map<String, List<StoredRun>> newest = new LinkedHashMap<>();
        pairs.forEach((key, runs) -> runs.stream()
                .filter(StoredRun::isComplete)
                .reduce((earlier, later) -> later)
                .ifPresent(run -> newest.computeIfAbsent(key.scenario(), each -> new ArrayList<>())
                        .add(run)));
        newest.values().removeIf(models -> models.size() < 2);
        return newest;
    }
}
