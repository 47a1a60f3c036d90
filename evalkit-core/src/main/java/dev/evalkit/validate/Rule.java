package dev.evalkit.validate;

import java.util.List;

/** One thing, or a few that belong together, that hold for a sound repository. Rules are independent of one another. */
interface Rule {
    /** The ids that it reports by, and what each stands for. */
    List<RuleDescription> descriptions();

    /** Reports all places where it does not hold. */
    void check(Inspection inspection, Report report);
}
