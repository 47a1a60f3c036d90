package dev.evalkit.diff;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.result.ItemId;
import dev.evalkit.result.ItemIndex;
import dev.evalkit.result.ItemScope;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The identities under which the items of one side are compared, by their positions. */
final class Keys {
    private static final int FEW = 1_000;

    private final Side side;
    private final ResultSet results;
    private final Definitions definitions;
    private final ItemScope[] scopes;

    /** For what scopes mean what they say, as long as there are few and no two mean the same. */
    private final Map<ItemScope, ItemScope> said = new HashMap<>();

    private final boolean areDistinct;

    /** @param byModel whether the model is part of the identity */
    Keys(Side side, Definitions definitions, boolean byModel) {
        this.side = side;
        this.results = side.results();
        this.definitions = definitions;
        this.scopes = new ItemScope[results.size()];
        boolean isEachOwn = true;
        ItemScope last = null;
        ItemScope meant = ItemScope.NONE;
        for (int position = 0; position < scopes.length; position++) {
            ItemScope here = results.meta(position).scope();
            if (!here.equals(last)) {
                last = here;
                meant = side.complete(here, byModel);
                if (isEachOwn) {
                    ItemScope other = said.putIfAbsent(meant, here);
                    isEachOwn = (other == null || other.equals(here)) && said.size() <= FEW;
                }
            }
            scopes[position] = meant;
        }
        this.areDistinct = isEachOwn;
    }

    /**
     * Finds items by these identities.
     *
     * @throws EvalkitException if two items are the same
     */
    Finder finder() {
        if (areDistinct) {
            // Where no two scopes come to mean the same, no two items do, and the results know where they are.
            return (metric, scope) -> {
                ItemScope own = said.get(scope);
                return own == null ? OptionalInt.empty() : results.position(metric, own);
            };
        }
        ItemIndex index = index();
        for (int position = 0; position < scopes.length; position++) {
            OptionalInt same = index.add(position);
            if (same.isPresent()) {
                throw same(same.getAsInt(), position);
            }
        }
        return index::find;
    }

    /** Where the item of a metric and scope is. */
    interface Finder {
        OptionalInt find(String metric, ItemScope scope);
    }

    int size() {
        return scopes.length;
    }

    ResultItem item(int position) {
        return results.items().get(position);
    }

    /** The identity as the item says it, or its run. Made anew each time: keeping a million of them costs more than making them. */
    ItemId key(int position) {
        return scopes[position].id(metricId(position));
    }

    /** The same with the indicator's id in place of an alias. */
    ItemId canonicalKey(int position) {
        return scopes[position].id(metric(position));
    }

    double value(int position) {
        return results.value(position);
    }

    Meta meta(int position) {
        return results.meta(position);
    }

    /** The item's metric as it names it. */
    String metricId(int position) {
        return results.metricId(position);
    }

    /** The item's metric, under the indicator's id. */
    String metric(int position) {
        return definitions.canonical(metricId(position));
    }

    /** What sets the item apart from others of its metric, as it says it, or its run. */
    ItemScope scope(int position) {
        return scopes[position];
    }

    /** An index of them with nothing in it. */
    ItemIndex index() {
        return new ItemIndex(this::metricId, this::scope);
    }

    EvalkitException same(int one, int other) {
        return new EvalkitException(
                Shown.text(side.name() + ": the items '" + item(one).id() + "' and '"
                        + item(other).id() + "' are the same one for a diff (" + key(one) + "); keep one of them"));
    }
}
