package dev.evalkit.repository;

/**
 * What a run is of, and what a baseline belongs to.
 *
 * @param model the model's id
 * @param scenario the scenario's id
 */
public record RunKey(String model, String scenario) {
    @Override
    public String toString() {
        return model + " · " + scenario;
    }
}
