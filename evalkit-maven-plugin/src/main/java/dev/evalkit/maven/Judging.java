package dev.evalkit.maven;

import dev.evalkit.diff.gate.Gate;
import dev.evalkit.diff.gate.Policy;
import dev.evalkit.diff.inference.TestChoice;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a goal was told to judge, by its parameters.
 *
 * @param policy the policy by name
 * @param threshold the threshold of indicators that have none, or null
 * @param allow differences that are let pass
 * @param test how to test, by name
 * @param slices the slice columns that are shown; none where nothing was said
 * @param falseDiscovery whether p-values are also corrected by Benjamini and Hochberg
 */
record Judging(
        String policy,
        @Nullable Double threshold,
        List<String> allow,
        String test,
        List<String> slices,
        boolean falseDiscovery) {

    /**
     * The gate of a repository that judges so.
     *
     * @throws dev.evalkit.EvalkitException if a name is unknown
     */
    Gate gate(EvaluationRepository repository, RunStore store) {
        Gate gate = Gate.of(repository, store)
                .with(Policy.ofId(policy))
                .allowing(allow)
                .withTest(TestChoice.ofId(test));
        gate = threshold == null ? gate : gate.withThreshold(threshold);
        gate = slices.isEmpty() ? gate : gate.withSlices(slices);
        return falseDiscovery ? gate.withDiscoveries() : gate;
    }
}
