package dev.evalkit.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the framework keeps of a sample beside its scores.
 *
 * @param id its id, or null
 * @param reference the SHA-256 digest of its reference columns, or null where nobody asks
 * @param cluster its cluster, or null where samples are not clustered
 * @param slices its values in each slice column
 */
record KeptRow(
        @Nullable String id, byte @Nullable [] reference, @Nullable String cluster, List<List<String>> slices) {}
