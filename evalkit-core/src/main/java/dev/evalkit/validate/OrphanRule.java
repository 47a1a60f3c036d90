package dev.evalkit.validate;

import dev.evalkit.Location;
import dev.evalkit.Shown;
import dev.evalkit.model.Benchmark;
import dev.evalkit.model.Indicator;
import dev.evalkit.model.Model;
import dev.evalkit.model.Scenario;
import dev.evalkit.repository.Catalog;
import dev.evalkit.repository.Document;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.Match;
import dev.evalkit.repository.Problem;
import dev.evalkit.repository.Reference;
import dev.evalkit.repository.References;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.IndicatorRun;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Documents that nothing refers to. Where nothing could refer to them, as no model or scenario names any, that is how the repository is meant and
 * nothing is said.
 */
final class OrphanRule implements Rule {
    private static final String MANY =
            " Where more than a third of them are like that, it is told once for all of them.";
    static final RuleDescription INDICATOR = new RuleDescription(
            "EK-REF-023",
            Severity.NOTE,
            "Indicators are used",
            "A model, a scenario, a benchmark, a run or another indicator names each indicator." + MANY,
            """
            indicators/bleu.json
            {"id": "bleu"}
            (and nothing names bleu)""",
            """
            scenarios/translation.json
            {"id": "translation", "indicators": ["bleu"]}""");
    static final RuleDescription BENCHMARK = new RuleDescription(
            "EK-REF-024", Severity.NOTE, "Benchmarks are used", "A model names each benchmark." + MANY, """
            benchmarks/mmlu.json
            {"id": "mmlu"}
            (and no model names mmlu)""", """
            models/m1.json
            {"id": "m1", "benchmarks": ["mmlu"]}""");
    static final RuleDescription SCENARIO = new RuleDescription(
            "EK-REF-025",
            Severity.NOTE,
            "Scenarios name indicators",
            "A scenario that names no indicator decides nothing, and evaluating a model in it computes nothing.",
            """
            scenarios/support.json
            {"id": "support"}""",
            """
            scenarios/support.json
            {"id": "support", "priority_indicators": ["accuracy_f1"]}""");

    private static final int MOST_SHOWN = 10;

    @Override
    public List<RuleDescription> descriptions() {
        return List.of(INDICATOR, BENCHMARK, SCENARIO);
    }

    @Override
    public void check(Inspection inspection, Report report) {
        EvaluationRepository repository = inspection.repository();
        // Whatever cannot be read may be what names them.
        if (repository.problems().stream().allMatch(problem -> problem.kind() == Problem.Kind.AMBIGUOUS)) {
            checkUse(inspection, report);
        }
        for (Document<Scenario> each : repository.scenarios().documents()) {
            if (each.content().indicators().isEmpty()) {
                report.add(SCENARIO, each.source(), "", "this scenario names no indicator");
            }
        }
    }

    private static void checkUse(Inspection inspection, Report report) {
        EvaluationRepository repository = inspection.repository();
        Set<String> benchmarks = new HashSet<>();
        for (Document<Model> each : repository.models().documents()) {
            mark(References.modelBenchmarks(each.content().fields()), repository.benchmarks(), benchmarks);
        }
        tell(
                BENCHMARK,
                "no model names this benchmark",
                "benchmarks are named by no model",
                repository.benchmarks(),
                benchmarks,
                report);
        tell(
                INDICATOR,
                "nothing names this indicator",
                "indicators are named by nothing",
                repository.indicators(),
                usedIndicators(inspection),
                report);
    }

    private static Set<String> usedIndicators(Inspection inspection) {
        EvaluationRepository repository = inspection.repository();
        Catalog<Indicator> indicators = repository.indicators();
        Set<String> used = new HashSet<>();
        for (Document<Model> each : repository.models().documents()) {
            mark(References.modelIndicators(each.content().fields()), indicators, used);
        }
        for (Document<Scenario> each : repository.scenarios().documents()) {
            mark(References.scenarioIndicators(each.content().fields()), indicators, used);
        }
        for (Document<Benchmark> each : repository.benchmarks().documents()) {
            mark(References.benchmarkIndicators(each.content().fields()), indicators, used);
        }
        for (StoredRun run : inspection.runs()) {
            if (run.manifest() != null) {
                for (IndicatorRun each : run.manifest().indicators()) {
                    mark(each.id(), indicators, used);
                }
            }
        }
        inspection.metrics().forEach(metric -> mark(metric, indicators, used));
        // That indicators name one another alone does not mean that something should name each.
        if (!used.isEmpty()) {
            for (Document<Indicator> each : indicators.documents()) {
                mark(References.relatedIndicators(each.content().fields()), indicators, used);
            }
        }
        return used;
    }

    private static void mark(List<Reference> references, Catalog<?> catalog, Set<String> used) {
        references.forEach(reference -> mark(reference.name(), catalog, used));
    }

    private static void mark(String name, Catalog<?> catalog, Set<String> used) {
        catalog.match(name).map(Match::id).ifPresent(used::add);
        for (int end = name.lastIndexOf('.'); end > 0; end = name.lastIndexOf('.', end - 1)) {
            catalog.match(name.substring(0, end)).map(Match::id).ifPresent(used::add);
        }
    }

    private static void tell(
            RuleDescription rule, String one, String many, Catalog<?> catalog, Set<String> used, Report report) {
        if (used.isEmpty()) {
            return;
        }
        List<? extends Document<?>> orphans = catalog.documents().stream()
                .filter(each -> !used.contains(each.id()))
                .toList();
        if (3 * orphans.size() <= catalog.documents().size()) {
            orphans.forEach(each -> report.add(rule, Location.of(each.file()), one));
        } else {
            String shown = String.join(
                    ", ", orphans.stream().limit(MOST_SHOWN).map(Document::id).toList());
            report.add(
                    rule,
                    Location.of(orphans.get(0).file()),
                    orphans.size() + " of " + catalog.documents().size() + " " + many + ": " + Shown.text(shown)
                            + (orphans.size() > MOST_SHOWN ? ", …" : ""));
        }
    }
}
