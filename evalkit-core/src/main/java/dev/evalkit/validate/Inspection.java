package dev.evalkit.validate;

import dev.evalkit.Nearest;
import dev.evalkit.Shown;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.model.Indicator;
import dev.evalkit.repository.BundledIndicators;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.Match;
import dev.evalkit.repository.Problem;
import dev.evalkit.repository.RunStore;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.schema.Schemas;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What rules look at: a repository and its runs, each read once.
 *
 * @param repository the repository
 * @param runs its runs, oldest first
 * @param runProblems what kept runs from being read
 * @param evaluators the evaluators that indicators may name
 * @param schemas the repository's schemas
 * @param bundled the indicators that evalkit brings along
 * @param indicators what the repository's own indicators say, by id
 * @param metrics the metrics of which a run has result items; none until all runs were looked at
 */
record Inspection(
        EvaluationRepository repository,
        List<StoredRun> runs,
        List<Problem> runProblems,
        Evaluators evaluators,
        Schemas schemas,
        BundledIndicators bundled,
        Map<String, Indicator> indicators,
        Set<String> metrics) {

    static Inspection of(EvaluationRepository repository, Evaluators evaluators) {
        RunStore store = RunStore.of(repository);
        Map<String, Indicator> indicators = new HashMap<>();
        repository.indicators().documents().forEach(each -> indicators.putIfAbsent(each.id(), each.content()));
        return new Inspection(
                repository,
                store.runs(),
                store.problems(),
                evaluators,
                Schemas.of(repository.root()),
                new BundledIndicators(),
                indicators,
                Set.of());
    }

    /** As this, when all runs were looked at. */
    Inspection withMetrics(Set<String> found) {
        return new Inspection(
                repository, runs, runProblems, evaluators, schemas, bundled, indicators, Set.copyOf(found));
    }

    /** Whether an indicator, or a secondary item {@code <id>.<name>} of one, goes by that name; those that evalkit brings along count. */
    boolean knowsIndicator(String name) {
        for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
            String id = name.substring(0, end);
            if (exact(id).isPresent() || bundled.find(id).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The indicator that result items of that metric belong to: the repository's own, else the one that evalkit brings along. */
    Optional<Indicator> indicator(String metricId) {
        Optional<String> own = exact(metricId);
        return own.isPresent() ? Optional.ofNullable(indicators.get(own.get())) : bundled.find(metricId);
    }

    /** What to say of a name that names no indicator. */
    String unknownIndicator(String name) {
        TreeSet<String> known = new TreeSet<>(repository.indicators().ids());
        known.addAll(bundled.ids());
        List<String> near = Nearest.to(name, known);
        return near.isEmpty()
                ? repository.indicators().unknownName(name)
                : "unknown indicator " + Shown.quoted(name) + ": did you mean " + Shown.text(String.join(" or ", near))
                        + "?";
    }

    private Optional<String> exact(String name) {
        return repository
                .indicators()
                .match(name)
                .filter(match -> match.by() != Match.By.LIKENESS)
                .map(Match::id);
    }
}
