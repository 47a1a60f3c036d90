package dev.evalkit.result;

import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * Finds the positions of items by an identity: a hash table with open addressing that keeps hash codes and positions alone, as a map with an
 * object for each of a million identities would cost more memory than the items. Not thread-safe while it grows.
 */
public final class ItemIndex {
    private static final long FREE = 0;

    private final IntFunction<ItemId> ids;
    /** Hash code in the upper half, position + 1 in the lower. */
    private long[] slots = new long[16];

    private int count;

    /**
     * An index that holds nothing yet.
     *
     * @param ids the identity at a position, the same one whenever it is asked for
     */
    public ItemIndex(IntFunction<ItemId> ids) {
        this.ids = ids;
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
        ItemId id = ids.apply(position);
        int hash = mixed(id.hashCode());
        int slot = slot(id, hash);
        if (slots[slot] != FREE) {
            return OptionalInt.of(position(slot));
        }
        slots[slot] = ((long) hash << Integer.SIZE) | (position + 1);
        count++;
        return OptionalInt.empty();
    }

    /** The position of that identity. */
    public OptionalInt find(ItemId id) {
        int slot = slot(id, mixed(id.hashCode()));
        return slots[slot] == FREE ? OptionalInt.empty() : OptionalInt.of(position(slot));
    }

    /** The slot that holds the identity, or the free one where it belongs. */
    private int slot(ItemId id, int hash) {
        int slot = hash & (slots.length - 1);
        while (slots[slot] != FREE
                && !((int) (slots[slot] >>> Integer.SIZE) == hash
                        && ids.apply(position(slot)).equals(id))) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
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

    /** The finalizer of MurmurHash3 (Appleby 2011): ids that differ in a digit get hash codes that differ in all bits. */
    private static int mixed(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }
}
