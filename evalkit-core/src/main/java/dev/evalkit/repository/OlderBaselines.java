package dev.evalkit.repository;

import dev.evalkit.io.Slugs;
import dev.evalkit.io.Timestamps;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Baselines of older layouts, where no {@code run.json} says what was accepted: {@code baseline.json} in the folder of a run, and
 * {@code baselines/<model>/<time>/} in the root or in {@code reports/}.
 */
final class OlderBaselines {
    static final String FOLDER = "baselines";

    private OlderBaselines() {}

    /** The newest of them. */
    static Optional<Baseline> find(EvaluationRepository repository, RunScan reports, RunKey key) {
        List<Baseline> found = new ArrayList<>();
        for (StoredRun run : reports.runs()) {
            if (run.key().equals(key)) {
                run.otherSide().ifPresent(file -> found.add(new Baseline(run, file)));
            }
        }
        List<String> names = List.of(key.model(), Slugs.of(key.model()));
        for (String parent : List.of(FOLDER, RunStore.REPORTS + "/" + FOLDER)) {
            for (Path model : RunScan.folders(repository, repository.root().resolve(parent))) {
                if (names.contains(String.valueOf(model.getFileName()))) {
                    found.addAll(ofModel(repository, model, key));
                }
            }
        }
        return found.stream().max(Comparator.comparing(Baseline::run, RunScan.BY_TIME));
    }

    private static List<Baseline> ofModel(EvaluationRepository repository, Path folder, RunKey key) {
        List<Baseline> found = new ArrayList<>();
        for (Path each : RunScan.folders(repository, folder)) {
            Optional<Instant> time = Timestamps.parse(String.valueOf(each.getFileName()));
            Optional<Path> file = results(each);
            if (time.isPresent() && file.isPresent() && isOf(repository, file.get(), key)) {
                String name = repository.nameOf(each);
                StoredRun run = new StoredRun(each, name, name, key, time.get(), null);
                found.add(new Baseline(run, file.get()));
            }
        }
        return found;
    }

    private static Optional<Path> results(Path folder) {
        Optional<Path> named = Stream.of(StoredRun.BASELINE, StoredRun.CURRENT)
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
        List<Path> all = DocumentFiles.in(folder);
        return named.or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty());
    }

    /** The folder says the model alone; the items may say the scenario, and then it must be the one that is wanted. */
    private static boolean isOf(EvaluationRepository repository, Path file, RunKey key) {
        Set<String> scenarios = ResultSet.read(file, repository.nameOf(file)).items().stream()
                .flatMap(item -> item.meta().text(Meta.SCENARIO).stream())
                .collect(Collectors.toSet());
        return scenarios.isEmpty() || scenarios.contains(key.scenario());
    }
}
