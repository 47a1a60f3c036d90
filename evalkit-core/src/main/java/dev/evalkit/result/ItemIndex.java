package dev.evalkit.result;

import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * Finds the positions of items by their metric and {@link ItemScope}: a hash table with open addressing that keeps hash codes and positions alone, as a map with an
 * object for each of a million identities would cost more memory than the items. Not thread-safe while it grows.
 */
public final class ItemIndex {
    private static final long FREE = 0;

    private final IntFunction<String> metrics;
    private final IntFunction<ItemScope> scopes;
    /** Hash code in the upper half, position + 1 in the lower. */
    private long[] slots = new long[16];

    private int count;

    /**
     * An index that holds nothing yet.
     *
     * @param metrics the metric at a position, the same one whenever it is asked for
     * @param scopes the same for the rest of the identity
     */
    public ItemIndex(IntFunction<String> metrics, IntFunction<ItemScope> scopes) {
        this.metrics = metrics;
        this.scopes = scopes;
    }

    /**
     * Adds the identity at that position.
     *
     * @return the position at which the same identity stands already; the new one is not added then
     */
    public OptionalInt add(int position) {
        if (2 * count >= slots.length) {
            grow();
        }
        String metric = metrics.apply(position);
        ItemScope scope = scopes.apply(position);
        int hash = hash(metric, scope);
        int slot = slot(metric, scope, hash);
        if (slots[slot] != FREE) {
            return OptionalInt.of(position(slot));
        }
        slots[slot] = ((long) hash << Integer.SIZE) | (position + 1);
        count++;
        return OptionalInt.empty();
    }

    /** The position of the item of that metric and scope. */
    public OptionalInt find(String metric, ItemScope scope) {
        int slot = slot(metric, scope, hash(metric, scope));
        return slots[slot] == FREE ? OptionalInt.empty() : OptionalInt.of(position(slot));
    }

    /** The slot that holds the identity, or the free one where it belongs. */
    private int slot(String metric, ItemScope scope, int hash) {
        int slot = hash & (slots.length - 1);
        while (slots[slot] != FREE && !((int) (slots[slot] >>> Integer.SIZE) == hash && is(slot, metric, scope))) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean is(int slot, String metric, ItemScope scope) {
        int position = position(slot);
        return metrics.apply(position).equals(metric) && scopes.apply(position).equals(scope);
    }

    private int position(int slot) {
        return (int) slots[slot] - 1;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        for (long kept : old) {
            if (kept != FREE) {
                int slot = (int) (kept >>> Integer.SIZE) & (slots.length - 1);
                while (slots[slot] != FREE) {
                    slot = (slot + 1) & (slots.length - 1);
                }
                slots[slot] = kept;
            }
        }
    }

    /** Mixed by the finalizer of MurmurHash3 (Appleby 2011): ids that differ in a digit get hash codes that differ in all bits. */
    private static int hash(String metric, ItemScope scope) {
        int hash = 31 * metric.hashCode() + scope.hashCode();
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }
}
