package dev.evalkit.diff;

import dev.evalkit.EvalkitException;
import dev.evalkit.result.ItemId;
import dev.evalkit.result.ItemIndex;
import dev.evalkit.result.ItemScope;
import dev.evalkit.result.Meta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds for each item of one side its counterpart on the other.
 *
 * <p>Items are the same when their metric, scenario, data set and slice are; the model joins in only where a side holds several, so that one
 * model can be compared with another. What an item does not say is taken from its run. An item that then has no counterpart is matched with one
 * that goes under another of the indicator's names, or says less or more, where only that one is possible.
 */
final class Alignment {
    private static final int NONE = -1;

    private final Keys previous;
    private final Keys current;
    /** For each current item the position of its counterpart. */
    private final int[] counterparts;

    /** Which previous items have a counterpart. */
    private final BitSet matched = new BitSet();

    /** Which previous items have none, in order; known once all are aligned. */
    private int[] missing = {};

    private Alignment(Keys previous, Keys current) {
        this.previous = previous;
        this.current = current;
        this.counterparts = new int[current.size()];
        Arrays.fill(counterparts, NONE);
    }

    /**
     * Aligns two sides.
     *
     * @throws EvalkitException if two items of one side are the same
     */
    static Alignment of(Side previous, Side current, Definitions definitions) {
        boolean byModel = previous.models().size() > 1 || current.models().size() > 1;
        Alignment alignment =
                new Alignment(new Keys(previous, definitions, byModel), new Keys(current, definitions, byModel));
        List<Integer> fresh = alignment.matchExactly();
        if (!fresh.isEmpty()) {
            alignment.matchPartly(fresh);
        }
        alignment.missing = alignment.unmatched().toArray();
        return alignment;
    }

    /** How many pairs there are. */
    int size() {
        return counterparts.length + missing.length;
    }

    /** The pair of that number: in the order of the current side, then what is missing from it in the order of the previous side. */
    AlignedPair pair(int number) {
        if (number >= counterparts.length) {
            int position = missing[number - counterparts.length];
            return new AlignedPair(previous.key(position), previous.item(position), null);
        }
        int counterpart = counterparts[number];
        return counterpart == NONE
                ? new AlignedPair(current.key(number), null, current.item(number))
                : new AlignedPair(shared(number, counterpart), previous.item(counterpart), current.item(number));
    }

    /** Whether the pair of that number is of items that agree in what they are. */
    boolean isOfSame(int number) {
        return number < counterparts.length && counterparts[number] != NONE && areSame(number, counterparts[number]);
    }

    /** Adds the row of such a pair to a list, where it is plain, without making its items; else false. */
    boolean addPlain(int number, RowBuilder builder, RowList rows) {
        String metric = current.metricId(number);
        int counterpart = counterparts[number];
        Meta before = previous.meta(counterpart);
        Meta after = current.meta(number);
        if (!builder.isPlain(metric, before, after)) {
            return false;
        }
        rows.addPlain(number, builder.kind(metric, before, previous.value(counterpart), after, current.value(number)));
        return true;
    }

    private boolean areSame(int position, int counterpart) {
        return current.metricId(position).equals(previous.metricId(counterpart))
                && current.scope(position).equals(previous.scope(counterpart));
    }

    /** Returns the positions of current items that have no exact counterpart. */
    private List<Integer> matchExactly() {
        Keys.Finder finder = previous.finder();
        List<Integer> fresh = new ArrayList<>();
        ItemIndex freshKeys = current.index();
        int expected = 0;
        for (int position = 0; position < current.size(); position++) {
            int counterpart = counterpart(position, expected, finder);
            OptionalInt same = OptionalInt.empty();
            if (counterpart == NONE) {
                fresh.add(position);
                same = freshKeys.add(position);
            } else {
                if (matched.get(counterpart)) {
                    same = positionOf(counterpart);
                }
                match(position, counterpart);
                expected = counterpart + 1;
            }
            if (same.isPresent()) {
                throw current.same(same.getAsInt(), position);
            }
        }
        return fresh;
    }

    /** The counterpart of a current item; mostly both sides have one order, and it is the one that is expected. */
    private int counterpart(int position, int expected, Keys.Finder finder) {
        String metric = current.metricId(position);
        ItemScope scope = current.scope(position);
        return expected < previous.size()
                        && previous.metricId(expected).equals(metric)
                        && previous.scope(expected).equals(scope)
                ? expected
                : finder.find(metric, scope).orElse(NONE);
    }

    private void matchPartly(List<Integer> fresh) {
        Set<String> metrics = unmatched().mapToObj(previous::metric).collect(Collectors.toCollection(HashSet::new));
        metrics.retainAll(fresh.stream().map(current::metric).collect(Collectors.toSet()));
        if (metrics.isEmpty()) {
            return;
        }
        PartialMatches inPrevious = PartialMatches.of(previous, metrics);
        PartialMatches inCurrent = PartialMatches.of(current, metrics);
        for (int position : fresh) {
            int counterpart = inPrevious.only(current.canonicalKey(position));
            if (counterpart != NONE
                    && !matched.get(counterpart)
                    && haveCommonName(position, counterpart)
                    && inCurrent.only(previous.canonicalKey(counterpart)) == position) {
                match(position, counterpart);
            }
        }
    }

    /** An alias is another name of its indicator; whether two aliases mean the same is not known. */
    private boolean haveCommonName(int position, int counterpart) {
        String metric = current.item(position).metricId();
        String other = previous.item(counterpart).metricId();
        String canonical = current.metric(position);
        return metric.equals(other) || metric.equals(canonical) || other.equals(canonical);
    }

    private void match(int position, int counterpart) {
        counterparts[position] = counterpart;
        matched.set(counterpart);
    }

    private IntStream unmatched() {
        return IntStream.range(0, previous.size()).filter(position -> !matched.get(position));
    }

    private OptionalInt positionOf(int counterpart) {
        return IntStream.range(0, counterparts.length)
                .filter(position -> counterparts[position] == counterpart)
                .findFirst();
    }

    /** What an item and its counterpart are: under the indicator's id where their metrics have two names, with what either of them says. */
    private ItemId shared(int position, int counterpart) {
        ItemId key = current.key(position);
        if (areSame(position, counterpart)) {
            return key;
        }
        ItemId other = previous.key(counterpart);
        return new ItemId(
                key.metricId().equals(other.metricId()) ? key.metricId() : current.metric(position),
                key.model() == null ? other.model() : key.model(),
                key.scenario() == null ? other.scenario() : key.scenario(),
                key.dataset() == null ? other.dataset() : key.dataset(),
                key.slice());
    }
}
