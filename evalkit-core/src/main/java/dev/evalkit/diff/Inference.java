package dev.evalkit.diff;

import java.util.Optional;

/** What samples or intervals say of a pair beyond its two values: where the lines of the verdict table that need them are answered. */
interface Inference {
    /** Neither scores nor intervals are looked at. */
    Inference NONE = comparison -> Optional.empty();

    /** The verdict that they support, or empty where there are neither scores nor intervals. */
    Optional<Judgement> judge(Comparison comparison);
}
