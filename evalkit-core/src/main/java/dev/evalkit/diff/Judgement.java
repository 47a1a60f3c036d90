package dev.evalkit.diff;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verdict and why.
 *
 * @param verdict what is said
 * @param reasons why, the decisive one first
 */
record Judgement(Verdict verdict, List<Reason> reasons) {
    static Judgement of(Verdict verdict, Reason... reasons) {
        return new Judgement(verdict, List.of(reasons));
    }

    /** This verdict with more reasons, behind the others. */
    Judgement with(List<Reason> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Reason> all = new ArrayList<>(reasons);
        all.addAll(more);
        return new Judgement(verdict, List.copyOf(all));
    }

    /** Regressed for that reason before all others, or this where there is none. */
    Judgement bounded(@Nullable Reason broken) {
        return broken == null ? this : of(Verdict.REGRESSED, broken).with(reasons);
    }
}
