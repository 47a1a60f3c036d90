package dev.evalkit.sample;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys that lead to the declared columns, as a tree from the top of a record. */
final class ColumnTree {
    private final Map<String, ColumnTree> children = new HashMap<>();
    private int slot = KeyNode.NO_SLOT;

    /** The node of a path, made where it is not there yet. */
    ColumnTree at(Iterable<String> path) {
        ColumnTree node = this;
        for (String key : path) {
            node = node.children.computeIfAbsent(key, k -> new ColumnTree());
        }
        return node;
    }

    void setSlot(int slot) {
        this.slot = slot;
    }

    int slot() {
        return slot;
    }

    @Nullable
    ColumnTree child(String key) {
        return children.get(key);
    }

    boolean hasChildren() {
        return !children.isEmpty();
    }
}
