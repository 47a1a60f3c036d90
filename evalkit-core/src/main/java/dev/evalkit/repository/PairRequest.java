package dev.evalkit.repository;

import org.jspecify.annotations.Nullable;

/**
 * Which run is wanted, as far as somebody said.
 *
 * @param model the model, or null
 * @param scenario the scenario, or null
 */
public record PairRequest(@Nullable String model, @Nullable String scenario) {

    /** Nobody said anything. */
    public static final PairRequest ANY = new PairRequest(null, null);
}
