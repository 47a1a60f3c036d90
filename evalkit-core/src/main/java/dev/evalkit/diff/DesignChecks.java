package dev.evalkit.diff;

import dev.evalkit.diff.inference.Expectation;
import dev.evalkit.diff.inference.SingleRun;
import dev.evalkit.evaluate.score.Pairing;
import dev.evalkit.evaluate.score.ScoreFile;
import dev.evalkit.result.ItemId;
import dev.evalkit.result.ResultItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says of the items of one run whether their samples will be able to tell. */
final class DesignChecks {
    private final ScoreStore scores;

    DesignChecks(Side run) {
        this.scores = new ScoreStore(run, run);
    }

    /**
     * An item and the margin that it is judged by.
     *
     * @param id under which it is compared
     */
    record Gated(ItemId id, ResultItem item, double margin) {}

    /** A check for each of these items that has scores or an interval. */
    List<DesignCheck> of(List<Gated> gating) {
        List<DesignCheck> checks = new ArrayList<>();
        for (Gated gated : gating) {
            expectation(gated, gating.size())
                    .ifPresent(expectation -> checks.add(new DesignCheck(gated.id(), gated.margin(), expectation)));
        }
        return List.copyOf(checks);
    }

    private Optional<Expectation> expectation(Gated gated, int family) {
        SingleRun single = new SingleRun(gated.margin(), family);
        ResultItem item = gated.item();
        Optional<Expectation> byScores = scores.previous(item).flatMap(file -> byScores(single, item, file));
        if (byScores.isPresent() || item.ci() == null) {
            return byScores;
        }
        return single.of(BasisFinder.estimated(item, item.ci()));
    }

    private static Optional<Expectation> byScores(SingleRun single, ResultItem item, ScoreFile file) {
        boolean arePaired =
                file.header().pairing() == Pairing.PAIRED && file.table().hasIds();
        return AskedStatistic.of(item, file)
                .filter(asked -> !asked.isWithoutInference())
                .flatMap(asked -> single.of(asked.statistic(), file.table(), asked.slice(), arePaired));
    }
}
