package dev.evalkit.validate;

import java.util.List;

/** As {@link Rule}, of each run by itself. */
interface RunRule {
    /** The ids that it reports by, and what each stands for. */
    List<RuleDescription> descriptions();

    /** Reports all places of a run where it does not hold. */
    void check(RunFiles run, Inspection inspection, Report report);
}
