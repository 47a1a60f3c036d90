package dev.evalkit.lmarena.board;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a board comes from.
 *
 * @param endpoint an address, or the name of a file
 * @param dataset the published data set that it is, where it is one
 * @param config which of the source's boards it is, e.g. {@code text}
 * @param split which split of the data set, where it has splits
 * @param revision the revision of the data set or repository, where it is known
 * @param etag the entity tag of the document, where it was one document that had one
 * @param publishDate the day that the board says it was published, where it is known
 * @param sha256 the digest of what was received, unpacked
 * @param license the licence of the data set, where one is stated
 * @param attribution whom to name
 */
public record Origin(
        String endpoint,
        @Nullable String dataset,
        String config,
        @Nullable String split,
        @Nullable String revision,
        @Nullable String etag,
        @Nullable LocalDate publishDate,
        String sha256,
        @Nullable String license,
        String attribution) {}
