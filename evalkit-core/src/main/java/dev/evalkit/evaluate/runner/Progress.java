package dev.evalkit.evaluate.runner;

import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.ResultItem;
import java.util.List;

/** Told of each indicator as it ends; never by two threads at once. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = (done, items) -> {};

    /**
     * An indicator has ended.
     *
     * @param done what became of it
     * @param items its items; empty unless it ended well
     */
    void ended(IndicatorRun done, List<ResultItem> items);
}
