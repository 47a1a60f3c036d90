package dev.evalkit.diff;

import dev.evalkit.diff.inference.Finding;
import dev.evalkit.diff.inference.Flips;
import dev.evalkit.diff.inference.IntervalInference;
import dev.evalkit.diff.inference.PairedInference;
import dev.evalkit.diff.inference.Question;
import dev.evalkit.diff.inference.SharedSamples;
import dev.evalkit.diff.inference.UnpairedInference;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.evaluate.score.Statistic;
import dev.evalkit.model.Direction;
import dev.evalkit.result.Interval;
import dev.evalkit.result.ResultItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What two items are compared by, the best that both sides have: paired samples, samples, intervals, or their values alone. */
sealed interface Basis {
    /** The name of a difference in ids as {@code evalkit.allow} takes it. */
    String IDS = "ids";

    /** The name of a difference in what stands under the same ids. */
    String REF = "ref";

    /** What the samples or intervals say; empty where there are neither. */
    Optional<Finding> judge(Question question);

    /** Whether samples of the two sides are paired, so that their ids and references decide whether they can be compared. */
    default boolean areSamplesPaired() {
        return false;
    }

    /** Whether the stored intervals are used. */
    default boolean areIntervalsUsed() {
        return false;
    }

    /** In what the samples differ that makes the items incomparable. */
    default List<Difference> differences() {
        return List.of();
    }

    /** What should be known of how the basis was found. */
    default List<Reason> notes() {
        return List.of();
    }

    /** Which samples changed, where they are paired. */
    default Optional<Flips> flips(Direction direction) {
        return Optional.empty();
    }

    /** Samples by their ids. */
    record Paired(Statistic statistic, SharedSamples samples) implements Basis {
        @Override
        public Optional<Finding> judge(Question question) {
            return PairedInference.judge(statistic, samples, question);
        }

        @Override
        public boolean areSamplesPaired() {
            return true;
        }

        @Override
        public List<Difference> differences() {
            List<Difference> differences = new ArrayList<>(0);
            long shared = samples.size();
            if (!samples.isEnough()) {
                String lost = samples.lost() + " of " + (shared + samples.lost()) + " lost";
                String added = samples.added() + " of " + (shared + samples.added()) + " added";
                differences.add(new Difference(
                        IDS, lost, added, "fewer than 95 % of the samples are on both sides: " + lost + ", " + added));
            }
            int changed = samples.changedReferences();
            if (changed > 0) {
                differences.add(new Difference(
                        REF,
                        String.valueOf(shared),
                        String.valueOf(changed),
                        changed + " of " + shared + " shared samples have another reference, e.g. "
                                + samples.changedReference().orElse("")));
            }
            return differences;
        }

        @Override
        public List<Reason> notes() {
            return samples.isFull()
                    ? List.of()
                    : List.of(new Reason(
                            Reason.Code.SHARED_SAMPLES,
                            "judged on the " + samples.size() + " samples that both sides have; " + samples.lost()
                                    + " lost, " + samples.added() + " added",
                            Map.of(
                                    "shared", String.valueOf(samples.size()),
                                    "lost", String.valueOf(samples.lost()),
                                    "added", String.valueOf(samples.added()))));
        }

        @Override
        public Optional<Flips> flips(Direction direction) {
            return Flips.of(statistic, samples, direction);
        }
    }

    /** Samples that do not pair. */
    record Unpaired(Statistic statistic, ScoreTable previous, ScoreTable current, Map<String, String> slice)
            implements Basis {
        @Override
        public Optional<Finding> judge(Question question) {
            return UnpairedInference.judge(statistic, previous, current, slice, question);
        }
    }

    /** Values with their intervals. */
    record Intervals(ResultItem previous, Interval before, ResultItem current, Interval after, List<Reason> notes)
            implements Basis {
        @Override
        public Optional<Finding> judge(Question question) {
            return Optional.of(IntervalInference.judge(
                    BasisFinder.estimated(previous, before), BasisFinder.estimated(current, after), question));
        }

        @Override
        public boolean areIntervalsUsed() {
            return true;
        }
    }

    /** Values alone. */
    record Values(List<Reason> notes) implements Basis {
        @Override
        public Optional<Finding> judge(Question question) {
            return Optional.empty();
        }
    }
}
