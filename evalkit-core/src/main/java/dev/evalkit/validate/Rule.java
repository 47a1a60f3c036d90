package dev.evalkit.validate;

import dev.evalkit.repository.EvaluationRepository;
import java.util.List;

/** One thing that holds for a sound repository. Rules are independent of one another. */
interface Rule {
    /** All places where it does not hold. */
    List<Finding> check(EvaluationRepository repository);
}
