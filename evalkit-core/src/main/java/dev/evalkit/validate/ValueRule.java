package dev.evalkit.validate;

import dev.evalkit.model.Indicator;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.ResultItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values are possible for their indicator. Secondary items may be of another unit, so only the indicator's own items are judged. */
final class ValueRule implements RunRule {
    static final RuleDescription POSSIBLE = new RuleDescription(
            "EK-VAL-001",
            Severity.ERROR,
            "Values are possible",
            "A value lies within the range that its indicator states, else within what its unit allows: no negative time, count or throughput, no share below 0 or above 1.",
            """
            reports/m1_support_1758787951/current.json
            [{"metric_id": "latency_p99", "value": -3.1, …}]""",
            """
            reports/m1_support_1758787951/current.json
            [{"metric_id": "latency_p99", "value": 3.1, …}]""");
    static final RuleDescription NO_PERCENTAGE = new RuleDescription(
            "EK-VAL-002",
            Severity.WARNING,
            "Shares are no percentages",
            "A value between 1 and 100 of an indicator that is a share looks like a percentage. Thresholds and evaluators take shares from 0 to 1.",
            """
            reports/m1_support_1758787951/current.json
            [{"metric_id": "accuracy_f1", "value": 80.2, …}]""",
            """
            reports/m1_support_1758787951/current.json
            [{"metric_id": "accuracy_f1", "value": 0.802, …}]
            (or "unit": "%" in indicators/accuracy_f1.json)""");

    @Override
    public List<RuleDescription> descriptions() {
        return List.of(POSSIBLE, NO_PERCENTAGE);
    }

    @Override
    public void check(RunFiles run, Inspection inspection, Report report) {
        Map<String, Optional<PossibleValues>> possible = new HashMap<>();
        List<ResultItem> items = run.items();
        for (int i = 0; i < items.size(); i++) {
            ResultItem item = items.get(i);
            Optional<PossibleValues> values = possible.computeIfAbsent(
                    item.metricId(),
                    metric -> inspection
                            .indicator(metric)
                            .filter(indicator -> !isOfAnotherUnit(item, indicator))
                            .flatMap(indicator -> PossibleValues.of(indicator, inspection.bundled())));
            if (values.isPresent() && !values.get().allow(item.value())) {
                check(run, i, item.value(), values.get(), report);
            }
        }
    }

    /** What an item says of its unit is judged elsewhere; here it means that the indicator's range is not about this number. */
    private static boolean isOfAnotherUnit(ResultItem item, Indicator indicator) {
        return item.meta()
                        .text("unit")
                        .filter(unit -> !unit.equals(indicator.unit()))
                        .isPresent()
                && !indicator.unit().isEmpty();
    }

    private static void check(RunFiles run, int item, double value, PossibleValues possible, Report report) {
        boolean isPercentage = possible.isShare() && value > 1 && value <= 100;
        String message = isPercentage
                ? "found " + PossibleValues.shown(value) + ", which looks like a percentage; expected a share "
                        + possible.inWords() + " by " + possible.source()
                : "found " + PossibleValues.shown(value) + ", expected " + possible.inWords() + " by "
                        + possible.source();
        run.document(StoredRun.CURRENT)
                .ifPresent(json -> report.add(
                        isPercentage ? NO_PERCENTAGE : POSSIBLE, json, run.pointer(item) + "/value", message));
    }
}
