package dev.evalkit.maven;

import dev.evalkit.EvalkitException;
import dev.evalkit.repository.RunKey;
import org.jspecify.annotations.Nullable;

/** An {@code <evaluation>} of an {@code <evaluations>} list in a POM; Maven fills it in. */
public final class Evaluation {
    private @Nullable String model;
    private @Nullable String scenario;

    /** What it names. */
    RunKey key() {
        if (model == null || scenario == null) {
            throw new EvalkitException("An <evaluation> in the POM needs <model> and <scenario>, found model " + model
                    + " and scenario " + scenario);
        }
        return new RunKey(model, scenario);
    }
}
