package dev.evalkit.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Adds battles up to sums per pair of models: create, {@link #add}, {@link #merge}, {@link #finish}. What it holds grows
 * with the pairs, not with the battles. Plain counts do not depend on the order of battles; with weights or soft preferences
 * parts must merge in the order of the file for the same bytes. Not thread-safe: one accumulator for each part.
 */
public final class PairAccumulator {
    /** Two model ids, the lower one first. */
    private record Pair(int lower, int upper) {}

    private final NameIndex models = new NameIndex();
    private final PlainCounts plain = new PlainCounts();
    private final Map<Pair, PairSums> weighted = new HashMap<>();
    private Dropped dropped = Dropped.NONE;

    /** Adds a battle; self-battles and blank model names are dropped and counted. */
    public void add(Battle battle) {
        if (!battle.isUsable()) {
            dropped = dropped.plusUnusable(battle);
            return;
        }
        int first = models.idOf(battle.first());
        int second = models.idOf(battle.second());
        if (battle.weight() == 1 && battle.preference() instanceof Outcome outcome) {
            if (first < second) {
                plain.add(first, second, outcome);
            } else {
                plain.add(second, first, outcome.flipped());
            }
        } else if (first < second) {
            weighted(first, second).add(battle.preference(), battle.weight());
        } else {
            weighted(second, first).add(battle.preference().flipped(), battle.weight());
        }
    }

    /** Counts a row whose label names no outcome. */
    public void dropUnknownLabel() {
        dropped = dropped.plusUnknownLabel();
    }

    /** Adds what another accumulator, which stays as it is, has summed up over a later part of the battles. */
    public void merge(PairAccumulator later) {
        int[] ids = models.idsOf(later.models);
        later.plain.forEachPart(
                (first, second, wins, losses, ties) -> addPlain(ids[first], ids[second], wins, losses, ties));
        later.weighted.forEach((pair, sums) -> addWeighted(ids[pair.lower()], ids[pair.upper()], sums));
        dropped = dropped.plus(later.dropped);
    }

    /** The sums so far, with models sorted by name. */
    public PairCounts finish() {
        List<String> names = models.names();
        int[] byName = IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::get))
                .mapToInt(Integer::intValue)
                .toArray();
        PairAccumulator sorted = new PairAccumulator();
        Arrays.stream(byName).mapToObj(names::get).forEach(sorted.models::idOf);
        sorted.merge(this);
        return new PairCounts(List.copyOf(sorted.models.names()), sorted.tallies(), dropped);
    }

    private List<PairTally> tallies() {
        Map<Pair, PairSums> onlyWeighted = new HashMap<>(weighted);
        List<PairTally> tallies = new ArrayList<>();
        plain.forEach((first, second, wins, losses, ties) -> {
            PairSums known = onlyWeighted.isEmpty() ? null : onlyWeighted.remove(new Pair(first, second));
            PairSums sums = known == null ? new PairSums() : known;
            sums.addPlain(wins, losses, ties);
            tallies.add(sums.tally(first, second));
        });
        onlyWeighted.forEach((pair, sums) -> tallies.add(sums.tally(pair.lower(), pair.upper())));
        tallies.sort(Comparator.comparingInt(PairTally::first).thenComparingInt(PairTally::second));
        return tallies;
    }

    private void addPlain(int first, int second, long wins, long losses, long ties) {
        if (first < second) {
            plain.add(first, second, wins, losses, ties);
        } else {
            plain.add(second, first, losses, wins, ties);
        }
    }

    private void addWeighted(int first, int second, PairSums sums) {
        if (first < second) {
            weighted(first, second).merge(sums);
        } else {
            weighted(second, first).merge(sums.flipped());
        }
    }

    private PairSums weighted(int lower, int upper) {
        return weighted.computeIfAbsent(new Pair(lower, upper), pair -> new PairSums());
    }
}
