package dev.evalkit.validate;

import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonPointers;
import dev.evalkit.repository.Catalog;
import dev.evalkit.repository.Document;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.Match;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.RunManifest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a run says that it is of is there. A run without a {@code run.json} says nothing for sure, but for the metrics of its items.
 */
final class RunReferenceRule implements RunRule {
    static final RuleDescription MODEL = new RuleDescription(
            "EK-REF-015",
            Severity.ERROR,
            "Models of runs are there",
            "run.json names the model that was evaluated: one in models/, by id, file name or alias, or one of the variants that a model lists.",
            """
            reports/m1_support_20260101T000000Z/run.json
            {"model": "m7", …}""",
            """
            reports/m1_support_20260101T000000Z/run.json
            {"model": "m1", …}""");
    static final RuleDescription SCENARIO = new RuleDescription(
            "EK-REF-016",
            Severity.ERROR,
            "Scenarios of runs are there",
            "run.json names the scenario that the model was evaluated in: one in scenarios/.",
            """
            reports/m1_support_20260101T000000Z/run.json
            {"scenario": "suport", …}""",
            """
            reports/m1_support_20260101T000000Z/run.json
            {"scenario": "support", …}""");
    static final RuleDescription INDICATORS = new RuleDescription(
            "EK-REF-017",
            Severity.ERROR,
            "Indicators of runs are there",
            "run.json lists what was computed; each is an indicator of the repository or one that evalkit brings along, so that the numbers can be understood.",
            """
            reports/m1_support_20260101T000000Z/run.json
            {"indicators": [{"id": "f2", "status": "ok", …}], …}""",
            """
            reports/m1_support_20260101T000000Z/run.json
            {"indicators": [{"id": "f1", "status": "ok", …}], …}""");
    static final RuleDescription ITEMS = new RuleDescription(
            "EK-REF-018",
            Severity.WARNING,
            "Result items belong to indicators that are there",
            "The metric_id of each result item is an indicator, an alias of one, or <id>.<name> for a secondary item. Of an unknown one nobody knows which way is better. Each metric is told once a file.",
            """
            reports/m1_support_1758787951/current.json
            [{"metric_id": "f2", "value": 0.8, "ci": null, "samples_used": 100, "meta": {}}]""",
            """
            reports/m1_support_1758787951/current.json
            [{"metric_id": "f1", "value": 0.8, "ci": null, "samples_used": 100, "meta": {}}]""");

    @Override
    public List<RuleDescription> descriptions() {
        return List.of(MODEL, SCENARIO, INDICATORS, ITEMS);
    }

    @Override
    public void check(RunFiles run, Inspection inspection, Report report) {
        RunManifest manifest = run.run().manifest();
        if (manifest != null) {
            run.document(StoredRun.MANIFEST).ifPresent(json -> check(manifest, json, inspection, report));
        }
        Set<String> told = new HashSet<>();
        List<ResultItem> items = run.items();
        for (int i = 0; i < items.size(); i++) {
            String metric = items.get(i).metricId();
            if (told.add(metric) && !inspection.knowsIndicator(metric)) {
                int position = i;
                run.document(StoredRun.CURRENT)
                        .ifPresent(json -> report.add(
                                ITEMS,
                                json,
                                run.pointer(position) + "/metric_id",
                                inspection.unknownIndicator(metric)));
            }
        }
    }

    private static void check(RunManifest manifest, JsonDocument json, Inspection inspection, Report report) {
        EvaluationRepository repository = inspection.repository();
        if (!isKnown(manifest.model(), repository.models()) && !isVariant(manifest.model(), repository)) {
            report.add(MODEL, json, "/model", repository.models().unknownName(manifest.model()));
        }
        if (!isKnown(manifest.scenario(), repository.scenarios())) {
            report.add(SCENARIO, json, "/scenario", repository.scenarios().unknownName(manifest.scenario()));
        }
        List<IndicatorRun> indicators = manifest.indicators();
        for (int i = 0; i < indicators.size(); i++) {
            String id = indicators.get(i).id();
            if (!inspection.knowsIndicator(id)) {
                String pointer = JsonPointers.child("/indicators", i) + "/id";
                report.add(INDICATORS, json, pointer, inspection.unknownIndicator(id));
            }
        }
    }

    private static boolean isKnown(String name, Catalog<?> catalog) {
        return catalog.match(name)
                .filter(match -> match.by() != Match.By.LIKENESS)
                .isPresent();
    }

    private static boolean isVariant(String name, EvaluationRepository repository) {
        return repository.models().documents().stream()
                .map(Document::source)
                .map(source -> source.object().asMap().get("variants"))
                .anyMatch(variants -> variants instanceof List<?> list
                        && list.stream()
                                .anyMatch(each -> name.equals(each)
                                        || (each instanceof Map<?, ?> variant && name.equals(variant.get("name")))));
    }
}
