package dev.evalkit.sample;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the reader has learned of how records are written: from a place behind a value, the exact bytes up to the next value
 * ({@code ,"label": }) lead to the next node. Most records of a file repeat the shape of an earlier one, and then a key costs a few comparisons of words, is
 * neither scanned nor looked up, and cannot be a duplicate, because the node was checked for that when it was made.
 */
final class KeyNode {
    private static final int MOST_SIBLINGS = 8;
    private static final int LONGEST_PREFIX = 256;
    private static final int DEEPEST = 256;

    /** No slot: the column was not asked for. */
    static final int NO_SLOT = -1;

    /** The key, decoded; empty for a root. */
    final String key;

    final int length;
    final int slot;
    /** The root of the keys below this one, where columns below it were asked for. */
    final @Nullable KeyNode below;

    /** The columns asked for at and below this key. */
    final ColumnTree tree;

    private final @Nullable KeyNode parent;
    private final int depth;
    private final long head;
    private final long headMask;
    private final long tail;
    private final byte[] middle;
    private @Nullable KeyNode firstChild;
    private @Nullable KeyNode sibling;
    private int children;

    private KeyNode(@Nullable KeyNode parent, String key, byte[] bytes, int start, int end, ColumnTree tree) {
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.key = key;
        this.tree = tree;
        this.slot = parent == null ? NO_SLOT : tree.slot();
        this.below = parent == null || !tree.hasChildren() ? null : root(tree);
        this.length = end - start;
        this.headMask = length < Long.BYTES ? ~(-1L << (length * Byte.SIZE)) : -1L;
        this.head = Words.at(bytes, start) & headMask;
        this.tail = length > Long.BYTES ? Words.at(bytes, end - Long.BYTES) : 0;
        this.middle = length > 2 * Long.BYTES ? Arrays.copyOfRange(bytes, start, end) : new byte[0];
    }

    /** Where the objects begin whose keys the tree describes. */
    static KeyNode root(ColumnTree tree) {
        return new KeyNode(null, "", new byte[Words.PADDING], 0, 0, tree);
    }

    /** The child whose bytes stand at the position. */
    @Nullable
    KeyNode match(byte[] bytes, int position) {
        KeyNode child = firstChild;
        while (child != null && !child.standsAt(bytes, position)) {
            child = child.sibling;
        }
        return child;
    }

    private boolean standsAt(byte[] bytes, int position) {
        if (((Words.at(bytes, position) ^ head) & headMask) != 0) {
            return false;
        }
        if (length <= Long.BYTES) {
            return true;
        }
        // Two words that may overlap are up to 16 bytes. A prefix that is cut by the end of the content differs in its
        // first word or
        // in the zeros behind the content.
        int end = position + length;
        return end <= bytes.length
                && Words.at(bytes, end - Long.BYTES) == tail
                && (length <= 2 * Long.BYTES || Arrays.equals(bytes, position, end, middle, 0, length));
    }

    /**
     * Learns that a key can follow here.
     *
     * @param tree the columns asked for at and below the key
     * @return the new node, or null if there are too many already
     */
    @Nullable
    KeyNode learn(String key, byte[] bytes, int start, int end, @Nullable ColumnTree tree) {
        if (children == MOST_SIBLINGS || depth == DEEPEST || end - start > LONGEST_PREFIX) {
            return null;
        }
        KeyNode node = new KeyNode(this, key, bytes, start, end, tree == null ? new ColumnTree() : tree);
        node.sibling = firstChild;
        firstChild = node;
        children++;
        return node;
    }

    /** The keys on the way from the root to here. */
    Set<String> keys() {
        Set<String> keys = new HashSet<>();
        for (KeyNode node = this; node.parent != null; node = node.parent) {
            keys.add(node.key);
        }
        return keys;
    }

    /** Adds the keys of all nodes below here. */
    void collect(Collection<String> keys) {
        for (KeyNode child = firstChild; child != null; child = child.sibling) {
            keys.add(child.key);
            child.collect(keys);
        }
    }
}
