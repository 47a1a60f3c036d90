package dev.evalkit.validate;

import dev.evalkit.repository.Problem;
import java.util.List;

/** Each folder of a run can be read, and tells what it is a run of. */
final class RunFolderRule implements Rule {
    static final RuleDescription TELLS = new RuleDescription(
            "EK-REF-026",
            Severity.WARNING,
            "Folders of runs tell what they are runs of",
            "A folder of reports/ that holds current.json or baseline.json has a run.json, or in an older layout is named <model>_<scenario>_<time> so that one model and one scenario come out. Else it is never compared with anything.",
            """
            reports/latest/current.json""",
            """
            reports/m1_support_1758787951/current.json""");

    @Override
    public List<RuleDescription> descriptions() {
        return List.of(TELLS);
    }

    @Override
    public void check(Inspection inspection, Report report) {
        for (Problem problem : inspection.runProblems()) {
            report.add(
                    problem.kind() == Problem.Kind.AMBIGUOUS ? TELLS : DocumentRule.READABLE,
                    problem.location(),
                    problem.pointer(),
                    problem.message());
        }
    }
}
