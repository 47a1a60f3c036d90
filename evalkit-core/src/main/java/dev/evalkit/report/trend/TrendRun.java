package dev.evalkit.report.trend;

import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.ItemId;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.RunManifest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run with what is shown of it.
 *
 * @param run the run
 * @param items the items that gate, by identity under their indicators' ids
 * @param problem why its results cannot be read, or null
 */
record TrendRun(
        StoredRun run,
        Map<ItemId, ResultItem> items,
        @Nullable String problem) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SHORT = 7;

    TrendRun {
        items = Map.copyOf(items);
    }

    String day() {
        return DAY.format(run.started());
    }

    /** Date and time, in UTC. */
    String time() {
        return MINUTE.format(run.started());
    }

    /** The commit, shortened, with a plus where files differed from it; empty where it is not known. */
    String commit() {
        return run.details()
                .map(RunManifest::git)
                .map(git ->
                        git.commit().substring(0, Math.min(SHORT, git.commit().length())) + (git.dirty() ? "+" : ""))
                .orElse("");
    }

    boolean isBaseline() {
        return run.acceptance().isPresent();
    }

    /** Why it has no such item. */
    String missing(String indicator) {
        if (problem != null) {
            return "not readable: " + problem;
        }
        return indicator(indicator)
                .filter(each -> each.reason() != null)
                .map(each -> each.status().text() + ": " + each.reason())
                .orElse("not in this run");
    }

    private Optional<IndicatorRun> indicator(String id) {
        return run.details().stream()
                .flatMap(manifest -> manifest.indicators().stream())
                .filter(each -> each.id().equals(id))
                .findFirst();
    }
}
