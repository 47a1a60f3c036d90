package dev.evalkit.validate;

import dev.evalkit.repository.EvaluationRepository;
import java.util.List;

/** One thing that holds for a sound repository. Rules are independent of one another. */
interface Rule {
    /** The ids that it reports by, and what each stands for; none where others describe them. */
    default List<RuleDescription> descriptions() {
        return List.of();
    }

    /** All places where it does not hold. */
    List<Finding> check(EvaluationRepository repository);
}
