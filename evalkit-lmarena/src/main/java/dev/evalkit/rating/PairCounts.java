package dev.evalkit.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Battles added up per unordered pair of models.
 *
 * @param models the models that had a battle, sorted by name
 * @param pairs the pairs that had a battle, sorted by the indices of their models
 * @param dropped the battles that are not in here
 */
public record PairCounts(List<String> models, List<PairTally> pairs, Dropped dropped) {

    /**
     * Checks the order of models and pairs.
     *
     * @throws IllegalArgumentException if models or pairs are not sorted, occur twice, or an index is out of range
     */
    public PairCounts {
        models = List.copyOf(models);
        pairs = List.copyOf(pairs);
        for (int i = 1; i < models.size(); i++) {
            if (models.get(i - 1).compareTo(models.get(i)) >= 0) {
                throw new IllegalArgumentException(
                        "Models must be sorted and distinct: " + models.get(i - 1) + ", " + models.get(i));
            }
        }
        long before = -1;
        for (PairTally pair : pairs) {
            long place = (long) pair.first() * models.size() + pair.second();
            if (pair.first() < 0
                    || pair.first() >= pair.second()
                    || pair.second() >= models.size()
                    || place <= before) {
                throw new IllegalArgumentException(
                        "Pairs must be sorted and distinct, the first index below the second, of " + models.size()
                                + " models: " + pair.first() + ", " + pair.second());
            }
            before = place;
        }
    }

    /** How many battles these are. */
    public long battles() {
        return pairs.stream().mapToLong(PairTally::battles).sum();
    }

    /** Whether every battle ended with one of the three outcomes and counts once, so that battles can be drawn again. */
    public boolean isPlain() {
        return pairs.stream().allMatch(PairTally::isPlain);
    }

    /** Only the battles among some of the models; names that are not here are ignored. */
    public PairCounts restrictedTo(Collection<String> some) {
        Set<String> kept = new TreeSet<>(some);
        kept.retainAll(Set.copyOf(models));
        List<String> names = List.copyOf(kept);
        int[] place = new int[models.size()];
        Arrays.setAll(place, i -> Collections.binarySearch(names, models.get(i)));
        List<PairTally> remaining = new ArrayList<>();
        for (PairTally pair : pairs) {
            if (place[pair.first()] >= 0 && place[pair.second()] >= 0) {
                remaining.add(pair.at(place[pair.first()], place[pair.second()]));
            }
        }
        return new PairCounts(names, remaining, dropped);
    }
}
