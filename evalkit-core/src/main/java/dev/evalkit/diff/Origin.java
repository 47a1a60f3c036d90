package dev.evalkit.diff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where one side of a diff comes from; what is not known is null.
 *
 * @param path the result file as the user named it
 * @param sha256 the digest of that file
 * @param run the run's id
 * @param model the only model that the side holds
 * @param scenario the run's scenario
 * @param started when the run began
 */
public record Origin(
        @Nullable String path,
        @Nullable String sha256,
        @Nullable String run,
        @Nullable String model,
        @Nullable String scenario,
        @Nullable Instant started) {}
