package dev.evalkit.validate;

import dev.evalkit.json.JsonDocument;
import dev.evalkit.model.Indicator;
import dev.evalkit.model.Model;
import dev.evalkit.model.Scenario;
import dev.evalkit.repository.Document;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.Reference;
import dev.evalkit.repository.References;
import java.util.List;
import java.util.regex.Pattern;

/** The indicators that documents name are there. */
final class IndicatorReferenceRule implements Rule {
    static final RuleDescription MODEL = new RuleDescription(
            "EK-REF-006",
            Severity.ERROR,
            "Indicators that models name are there",
            "Each name in a model's indicators, or in evaluation.indicators, is an indicator of the repository or one that evalkit brings along, by id, file name or alias.",
            """
            models/m1.json
            {"id": "m1", "indicators": ["acuracy_f1"]}""",
            """
            models/m1.json
            {"id": "m1", "indicators": ["accuracy_f1"]}""");
    static final RuleDescription SCENARIO = new RuleDescription(
            "EK-REF-007",
            Severity.ERROR,
            "Indicators that scenarios name are there",
            "Each name in a scenario's priority_indicators and indicators is an indicator of the repository or one that evalkit brings along, or a secondary item <id>.<name> of one. Thresholds for a name that nothing has would judge nothing.",
            """
            scenarios/support.json
            {"id": "support", "priority_indicators": [{"indicator": "latency_p9", "thresholds": {"absolute": 50}}]}""",
            """
            scenarios/support.json
            {"id": "support", "priority_indicators": [{"indicator": "latency_p99", "thresholds": {"absolute": 50}}]}""");
    static final RuleDescription RELATED = new RuleDescription(
            "EK-REF-008",
            Severity.WARNING,
            "Indicators that indicators relate to are there",
            "Each name in depends_on and related_indicators is an indicator; so is each in related_metrics that looks like an id. Words there that are no ids, e.g. in another script or with blanks, are for readers and let be.",
            """
            indicators/latency_p99.json
            {"id": "latency_p99", "related_metrics": ["throughput_rp"]}""",
            """
            indicators/latency_p99.json
            {"id": "latency_p99", "related_metrics": ["throughput_rps", "cost per request"]}""");

    private static final Pattern LIKE_AN_ID = Pattern.compile("[A-Za-z0-9]+([_.-][A-Za-z0-9]+)*");
    private static final Pattern FOR_MACHINES = Pattern.compile("[^_.]*[_.].*");
    private static final String FREE_WORDS = "/related_metrics";

    @Override
    public List<RuleDescription> descriptions() {
        return List.of(MODEL, SCENARIO, RELATED);
    }

    @Override
    public void check(Inspection inspection, Report report) {
        EvaluationRepository repository = inspection.repository();
        for (Document<Model> each : repository.models().documents()) {
            References.modelIndicators(each.content().fields())
                    .forEach(reference -> check(MODEL, each.source(), reference, inspection, report));
        }
        for (Document<Scenario> each : repository.scenarios().documents()) {
            References.scenarioIndicators(each.content().fields())
                    .forEach(reference -> check(SCENARIO, each.source(), reference, inspection, report));
        }
        for (Document<Indicator> each : repository.indicators().documents()) {
            References.relatedIndicators(each.content().fields()).stream()
                    .filter(reference -> isReference(reference, inspection))
                    .forEach(reference -> check(RELATED, each.source(), reference, inspection, report));
        }
    }

    private static void check(
            RuleDescription rule, JsonDocument document, Reference reference, Inspection inspection, Report report) {
        if (!inspection.knowsIndicator(reference.name())) {
            report.add(rule, document, reference.pointer(), inspection.unknownIndicator(reference.name()));
        }
    }

    /** Related metrics may be words for readers; what nobody would write but as an id, or nearly is one, is taken for one. */
    private static boolean isReference(Reference reference, Inspection inspection) {
        String name = reference.name();
        return !reference.pointer().startsWith(FREE_WORDS)
                || (LIKE_AN_ID.matcher(name).matches()
                        && (FOR_MACHINES.matcher(name).matches()
                                || !inspection
                                        .repository()
                                        .indicators()
                                        .nearest(name)
                                        .isEmpty()));
    }
}
