package dev.evalkit.validate;

import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.StoredRun;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks an evaluation repository by all rules. Immutable; what is found does not depend on the number of threads.
 *
 * <pre>{@code
 * List<Finding> findings = Validator.of(Evaluators.load()).validate(EvaluationRepository.open(root));
 * }</pre>
 */
public final class Validator {
    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(
                    (Finding finding) -> finding.location().file())
            .thenComparingInt(finding -> finding.location().line())
            .thenComparingInt(finding -> finding.location().column())
            .thenComparing(Finding::rule)
            .thenComparing(Finding::pointer)
            .thenComparing(Finding::message);

    private final Evaluators evaluators;
    private final List<Rule> rules;
    private final List<RunRule> runRules;

    private Validator(Evaluators evaluators, List<Rule> rules, List<RunRule> runRules) {
        this.evaluators = evaluators;
        this.rules = List.copyOf(rules);
        this.runRules = List.copyOf(runRules);
    }

    /** All rules, with the evaluators that indicators may name; baselines may be of any age. */
    public static Validator of(Evaluators evaluators) {
        return new Validator(
                evaluators,
                List.of(
                        new DocumentRule(),
                        new SnapshotRule(),
                        new RunFolderRule(),
                        new EvaluatorRule(),
                        new ModelBenchmarkRule(),
                        new IndicatorReferenceRule(),
                        new NameRule(),
                        new IndexRule(),
                        new SnapshotReferenceRule(),
                        new OrphanRule()),
                List.of(
                        new RunDocumentRule(),
                        new RunReferenceRule(),
                        new RunFileRule(),
                        new DiffSideRule(),
                        new ValueRule(),
                        new IntervalRule(),
                        new SampleCountRule(),
                        new MeaningRule()));
    }

    /**
     * As this, and baselines that were accepted longer ago are told.
     *
     * @param most the age that a baseline may have
     * @param clock what time it is
     */
    public Validator withBaselineAge(Duration most, Clock clock) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(new BaselineAgeRule(most, clock.instant()));
        return new Validator(evaluators, more, runRules);
    }

    /** What each rule asks for, by id; that about the age of baselines is among them whether or not it is asked for. */
    public List<RuleDescription> rules() {
        return Stream.of(
                        rules.stream().flatMap(rule -> rule.descriptions().stream()),
                        runRules.stream().flatMap(rule -> rule.descriptions().stream()),
                        Stream.of(BaselineAgeRule.YOUNG))
                .flatMap(each -> each)
                .distinct()
                .sorted(Comparator.comparing(RuleDescription::id))
                .toList();
    }

    /** All findings, by file, line and column; empty for a sound repository. */
    public List<Finding> validate(EvaluationRepository repository) {
        Inspection start = Inspection.of(repository, evaluators);
        List<Finding> findings = new ArrayList<>();
        Set<String> metrics = new HashSet<>();
        start.runs().parallelStream().map(run -> check(run, start)).forEachOrdered(checked -> {
            findings.addAll(checked.findings());
            metrics.addAll(checked.metrics());
        });
        Inspection inspection = start.withMetrics(metrics);
        rules.parallelStream().map(rule -> check(rule, inspection)).forEachOrdered(findings::addAll);
        findings.sort(BY_PLACE);
        return List.copyOf(findings);
    }

    private static List<Finding> check(Rule rule, Inspection inspection) {
        Report report = new Report();
        rule.check(inspection, report);
        return report.findings();
    }

    private record CheckedRun(List<Finding> findings, Set<String> metrics) {}

    private CheckedRun check(StoredRun run, Inspection inspection) {
        Report report = new Report();
        RunFiles files = new RunFiles(inspection.repository(), run);
        runRules.forEach(rule -> rule.check(files, inspection, report));
        Set<String> metrics = new HashSet<>();
        files.items().forEach(item -> metrics.add(item.metricId()));
        return new CheckedRun(report.findings(), metrics);
    }
}
