package dev.evalkit.diff;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.result.ItemId;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import java.util.List;

/** The identities under which the items of one side are compared, by their positions. */
final class Keys {
    private final Side side;
    private final List<ResultItem> items;
    private final Definitions definitions;
    private final boolean byModel;

    /** @param byModel whether the model is part of the identity */
    Keys(Side side, Definitions definitions, boolean byModel) {
        this.side = side;
        this.items = side.items();
        this.definitions = definitions;
        this.byModel = byModel;
    }

    int size() {
        return items.size();
    }

    ResultItem item(int position) {
        return items.get(position);
    }

    /** The identity as the item says it, or its run. Computed anew each time: keeping a million of them costs more than making them. */
    ItemId key(int position) {
        return key(position, items.get(position).metricId());
    }

    /** The same with the indicator's id in place of an alias. */
    ItemId canonicalKey(int position) {
        return key(position, metric(position));
    }

    /** The item's metric, under the indicator's id. */
    String metric(int position) {
        return definitions.canonical(items.get(position).metricId());
    }

    private ItemId key(int position, String metric) {
        ResultItem item = items.get(position);
        Meta meta = item.meta();
        return new ItemId(
                metric,
                byModel ? side.model(item) : null,
                side.scenario(item),
                meta.text(Meta.DATASET).orElse(null),
                meta.slice());
    }

    EvalkitException same(int one, int other) {
        return new EvalkitException(
                Shown.text(side.name() + ": the items '" + item(one).id() + "' and '"
                        + item(other).id() + "' are the same one for a diff (" + key(one) + "); keep one of them"));
    }
}
