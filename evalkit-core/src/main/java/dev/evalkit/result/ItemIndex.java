package dev.evalkit.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds items by their identity: a hash table with open addressing that keeps hash codes and positions in the list alone, as a map with an
 * object for each of a million identities would cost more memory than the items.
 */
final class ItemIndex {
    private static final long FREE = 0;

    private final List<ResultItem> items;
    /** Hash code in the upper half, position + 1 in the lower. */
    private long[] slots = new long[16];

    private int count;

    /** An index into a list, which may still grow; it holds nothing yet. */
    ItemIndex(List<ResultItem> items) {
        this.items = items;
    }

    /**
     * Adds the item at that position.
     *
     * @return the position of an item of the same identity; the new one is not added then
     */
    OptionalInt add(int position) {
        if (2 * count >= slots.length) {
            grow();
        }
        ItemId id = items.get(position).id();
        int hash = mixed(id.hashCode());
        int slot = slot(id, hash);
        if (slots[slot] != FREE) {
            return OptionalInt.of(position(slot));
        }
        slots[slot] = ((long) hash << Integer.SIZE) | (position + 1);
        count++;
        return OptionalInt.empty();
    }

    Optional<ResultItem> find(ItemId id) {
        int slot = slot(id, mixed(id.hashCode()));
        return slots[slot] == FREE ? Optional.empty() : Optional.of(items.get(position(slot)));
    }

    /** The slot that holds the identity, or the free one where it belongs. */
    private int slot(ItemId id, int hash) {
        int slot = hash & (slots.length - 1);
        while (slots[slot] != FREE
                && !((int) (slots[slot] >>> Integer.SIZE) == hash
                        && items.get(position(slot)).id().equals(id))) {
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
