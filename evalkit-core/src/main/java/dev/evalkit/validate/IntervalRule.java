package dev.evalkit.validate;

import dev.evalkit.Shown;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.Interval;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An interval holds the value that it is about. */
final class IntervalRule implements RunRule {
    static final RuleDescription HOLDS = new RuleDescription(
            "EK-VAL-003",
            Severity.ERROR,
            "Intervals hold their values",
            "The value of a result item lies between the ends of its ci. Where it does not, the two are of different numbers, or the ends are distances from the value instead of values.",
            """
            reports/m1_support_1758787951/current.json
            [{"metric_id": "f1", "value": 0.8, "ci": [0.02, 0.02], …}]""",
            """
            reports/m1_support_1758787951/current.json
            [{"metric_id": "f1", "value": 0.8, "ci": [0.78, 0.82], …}]""");
    static final RuleDescription BOOTSTRAP = new RuleDescription(
            "EK-VAL-004",
            Severity.WARNING,
            "Resampled intervals hold their values",
            "An interval found by resampling can leave the value out where the statistic is biased; such an interval says little. Give more samples, or take another method with --ci.",
            """
            reports/m1_support_1758787951/current.json
            [{"metric_id": "f1", "value": 0.8, "ci": [0.81, 0.84], "meta": {"ci_method": "bootstrap_percentile"}, …}]""",
            """
            mvn evalkit:evaluate with more samples""");

    @Override
    public List<RuleDescription> descriptions() {
        return List.of(HOLDS, BOOTSTRAP);
    }

    @Override
    public void check(RunFiles run, Inspection inspection, Report report) {
        List<ResultItem> items = run.items();
        for (int i = 0; i < items.size(); i++) {
            ResultItem item = items.get(i);
            Interval ci = item.ci();
            if (ci != null && !holds(ci, item.value())) {
                Optional<String> method = item.meta().text(Meta.CI_METHOD);
                boolean isResampled = method.map(each -> each.toLowerCase(Locale.ROOT))
                        .filter(each ->
                                each.contains("bootstrap") || each.contains("percentile") || each.contains("bca"))
                        .isPresent();
                String message = "the interval " + shown(ci) + " does not hold the value "
                        + PossibleValues.shown(item.value())
                        + method.map(each -> " (by " + Shown.text(each) + ")").orElse("");
                String pointer = run.pointer(i) + "/ci";
                run.document(StoredRun.CURRENT)
                        .ifPresent(json -> report.add(isResampled ? BOOTSTRAP : HOLDS, json, pointer, message));
            }
        }
    }

    private static boolean holds(Interval ci, double value) {
        double slack = 1e-9 * Math.max(1, Math.abs(value));
        return (ci.low() == null || ci.low() <= value + slack) && (ci.high() == null || value <= ci.high() + slack);
    }

    private static String shown(Interval ci) {
        return "[" + (ci.low() == null ? "null" : PossibleValues.shown(ci.low())) + ", "
                + (ci.high() == null ? "null" : PossibleValues.shown(ci.high())) + "]";
    }
}
