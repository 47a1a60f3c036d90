package dev.evalkit.validate;

import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.repository.EvaluationRepository;
import java.util.Comparator;
import java.util.List;

/**
 * Checks an evaluation repository by all rules.
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
            .thenComparing(Finding::message);

    private final List<Rule> rules;

    private Validator(List<Rule> rules) {
        this.rules = rules;
    }

    /** All rules, with the evaluators that indicators may name. */
    public static Validator of(Evaluators evaluators) {
        return new Validator(List.of(
                new DocumentRule(), new WrittenDocumentRule(), new SnapshotRule(), new EvaluatorRule(evaluators)));
    }

    /** What each rule asks for, by id. */
    public List<RuleDescription> rules() {
        return rules.stream()
                .flatMap(rule -> rule.descriptions().stream())
                .sorted(Comparator.comparing(RuleDescription::id))
                .toList();
    }

    /** All findings, by file, line and column; empty for a sound repository. */
    public List<Finding> validate(EvaluationRepository repository) {
        return rules.stream()
                .flatMap(rule -> rule.check(repository).stream())
                .sorted(BY_PLACE)
                .toList();
    }
}
