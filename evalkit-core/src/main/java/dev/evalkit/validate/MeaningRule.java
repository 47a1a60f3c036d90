package dev.evalkit.validate;

import dev.evalkit.Shown;
import dev.evalkit.model.Direction;
import dev.evalkit.model.Indicator;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Result items and their indicators mean the same: which way is better, and in which unit. Told once a metric. */
final class MeaningRule implements RunRule {
    static final RuleDescription DIRECTION = new RuleDescription(
            "EK-VAL-007",
            Severity.ERROR,
            "Items and indicators agree which way is better",
            "higher_is_better of a result item is that of its indicator; else an improvement is judged as a regression.",
            """
            indicators/wer.json
            {"id": "wer", "higher_is_better": false}
            reports/m1_asr_1758787951/current.json
            [{"metric_id": "wer", "meta": {"higher_is_better": true}, …}]""",
            """
            reports/m1_asr_1758787951/current.json
            [{"metric_id": "wer", "meta": {"higher_is_better": false}, …}]""");
    static final RuleDescription UNIT = new RuleDescription(
            "EK-VAL-008",
            Severity.WARNING,
            "Items and indicators are in one unit",
            "The unit of a result item is that of its indicator, letter case aside. Thresholds are in the indicator's unit.",
            """
            indicators/latency_p99.json
            {"id": "latency_p99", "unit": "ms"}
            reports/m1_support_1758787951/current.json
            [{"metric_id": "latency_p99", "meta": {"unit": "s"}, …}]""",
            """
            reports/m1_support_1758787951/current.json
            [{"metric_id": "latency_p99", "meta": {"unit": "ms"}, …}]""");

    @Override
    public List<RuleDescription> descriptions() {
        return List.of(DIRECTION, UNIT);
    }

    @Override
    public void check(RunFiles run, Inspection inspection, Report report) {
        Set<String> told = new HashSet<>();
        List<ResultItem> items = run.items();
        for (int i = 0; i < items.size(); i++) {
            ResultItem item = items.get(i);
            Optional<Indicator> indicator = inspection.indicator(item.metricId());
            if (indicator.isPresent()) {
                check(run, i, item, indicator.get(), told, report);
            }
        }
    }

    private static void check(
            RunFiles run, int position, ResultItem item, Indicator indicator, Set<String> told, Report report) {
        Direction direction = indicator.direction();
        Optional<Boolean> flag = item.meta().flag(Meta.HIGHER_IS_BETTER);
        if (direction != null
                && flag.isPresent()
                && direction != Direction.ofHigherIsBetter(flag.get())
                && told.add("direction " + item.metricId())) {
            add(
                    DIRECTION,
                    run,
                    position,
                    Meta.HIGHER_IS_BETTER,
                    "found " + flag.get() + ", but the indicator " + Shown.quoted(indicator.id()) + " says "
                            + !flag.get(),
                    report);
        }
        Optional<String> unit = item.meta().text(Meta.UNIT);
        if (unit.isPresent() && isOther(unit.get(), indicator.unit()) && told.add("unit " + item.metricId())) {
            add(
                    UNIT,
                    run,
                    position,
                    Meta.UNIT,
                    "found " + Shown.quoted(unit.get()) + ", but the indicator " + Shown.quoted(indicator.id())
                            + " is in " + Shown.quoted(indicator.unit()),
                    report);
        }
    }

    private static boolean isOther(String unit, String expected) {
        return !unit.isBlank()
                && !expected.isBlank()
                && !unit.strip()
                        .toLowerCase(Locale.ROOT)
                        .equals(expected.strip().toLowerCase(Locale.ROOT));
    }

    private static void add(
            RuleDescription rule, RunFiles run, int position, String key, String message, Report report) {
        run.document(StoredRun.CURRENT)
                .ifPresent(json -> report.add(rule, json, run.pointer(position) + "/meta/" + key, message));
    }
}
