package dev.evalkit.lmarena.source;

import dev.evalkit.lmarena.board.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a source.
 *
 * @param config which of its boards, e.g. {@code text}
 * @param categories the categories that are wanted; empty for all. A source may give more
 * @param known where the newest snapshot of the same request comes from, or null: what has not changed need not be sent
 */
public record BoardRequest(
        String config, List<String> categories, @Nullable Origin known) {
    public BoardRequest {
        categories = List.copyOf(categories);
    }
}
