package dev.evalkit.rating;

import java.util.Locale;

/** Where standard errors come from. H is the observed information, M the sum of the squared scores of all battles. */
public enum CovarianceMethod {
    /** H⁺MH⁺ (Huber 1967, White 1982): right whether or not the model is. The default. */
    SANDWICH,
    /** H⁺: right only where the model is; too wide where ties count as half, since those vary less than the model thinks. */
    FISHER,
    /**
     * (H + λI)⁻¹M(H + λI)⁻¹ with λ = 10⁻⁵ times the sum of the weights: what the public board computes; narrower than the
     * sandwich by a little, more so for models with few battles. To reproduce the board only.
     */
    ARENA;

    /** What stands as {@code ci_method} in a result. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
