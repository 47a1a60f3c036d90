package dev.evalkit.sample;

import static dev.evalkit.sample.Fault.FAULT;

import java.util.BitSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the objects that hold declared columns, and notes where these stand.
 *
 * <p>It follows the {@link KeyNode}s as long as a record repeats what earlier ones looked like; the rest of a record that does not is read
 * key by key, and learned. {@link #object} is where the time of a run goes: what it calls is kept small enough for the compiler to put
 * all of it in one place.
 */
final class JsonObjects {
    private static final int MOST_NODES = 2048;

    private final KeyNode root;
    private final int maxDepth;
    private final JsonScanner scanner;
    private final Cells cells;
    private final BitSet occurred;
    private final Fault fault;
    private byte[] bytes = new byte[Words.PADDING];
    private int nodes;

    JsonObjects(ColumnTree columns, int maxDepth, JsonScanner scanner, Cells cells, BitSet occurred, Fault fault) {
        this.root = KeyNode.root(columns);
        this.maxDepth = maxDepth;
        this.scanner = scanner;
        this.cells = cells;
        this.occurred = occurred;
        this.fault = fault;
    }

    void over(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A record that begins at the position; the position behind it, or {@link Fault#FAULT}. */
    int record(int position) {
        if (root.tree.slot() != KeyNode.NO_SLOT) {
            return value(position, root.tree.slot(), null, root.tree, 0);
        }
        return bytes[position] == '{' ? object(position, root, 1) : fault.at(position, "an object");
    }

    private int object(int position, KeyNode top, int depth) {
        byte[] b = bytes;
        int p = position;
        KeyNode node = top;
        while (true) {
            KeyNode next = node.match(b, p);
            if (next == null) {
                return members(p, node, top, depth);
            }
            p += next.length;
            p = b[p] == '"' ? text(p + 1, next.slot) : value(p, next, depth);
            if (p < 0) {
                return FAULT;
            }
            if (b[p] == '}') {
                return p + 1;
            }
            node = next;
        }
    }

    private int text(int start, int slot) {
        if (slot == KeyNode.NO_SLOT) {
            return scanner.string(start);
        }
        scanner.takeEscaped();
        int end = scanner.string(start);
        if (end >= 0) {
            cells.set(slot, scanner.takeEscaped() ? Cells.ESCAPED : Cells.TEXT, start, end - 1);
        }
        return end;
    }

    private int value(int position, KeyNode key, int depth) {
        int end = scanner.numbers().plain(position);
        if (end >= 0) {
            if (key.slot != KeyNode.NO_SLOT) {
                cells.set(key.slot, Cells.NUMBER, position, end);
            }
            return end;
        }
        return value(scanner.space(position), key.slot, key.below, key.tree, depth);
    }

    private int value(int start, int slot, @Nullable KeyNode below, ColumnTree tree, int depth) {
        scanner.takeEscaped();
        int end;
        if (below != null && bytes[start] == '{') {
            end = depth < maxDepth ? object(start, below, depth + 1) : scanner.tooDeep(start);
        } else if (bytes[start] == '[' && tree.hasChildren()) {
            end = depth < maxDepth ? array(start, tree, depth + 1) : scanner.tooDeep(start);
        } else {
            end = scanner.value(start, depth);
        }
        if (end >= 0 && slot != KeyNode.NO_SLOT) {
            cells.setValue(slot, start, end, scanner.takeEscaped());
        }
        return end;
    }

    /** An array of which single elements were asked for. */
    private int array(int position, ColumnTree tree, int depth) {
        int p = scanner.space(position + 1);
        if (bytes[p] == ']') {
            return p + 1;
        }
        for (int index = 0; ; index++) {
            p = unlearned(p, tree.child(Integer.toString(index)), depth);
            if (p < 0) {
                return FAULT;
            }
            p = scanner.space(p);
            if (bytes[p] == ']') {
                return p + 1;
            }
            if (bytes[p] != ',') {
                return fault.at(p, "',' or ']'");
            }
            p = scanner.space(p + 1);
        }
    }

    private int unlearned(int start, @Nullable ColumnTree tree, int depth) {
        if (tree == null) {
            return scanner.value(start, depth);
        }
        noteOccurrence(tree);
        return value(start, tree.slot(), tree.hasChildren() ? KeyNode.root(tree) : null, tree, depth);
    }

    /** The rest of an object that does not go on as earlier ones did, from behind the value of the node's key on. */
    private int members(int position, KeyNode known, KeyNode top, int depth) {
        int p = scanner.space(position);
        if (known != top) {
            return bytes[p] == '}' ? p + 1 : newMembers(position, known, top, depth);
        }
        int inside = scanner.space(p + 1);
        return bytes[inside] == '}' ? inside + 1 : newMembers(position, known, top, depth);
    }

    private int newMembers(int position, KeyNode known, KeyNode top, int depth) {
        Set<String> keys = known.keys();
        KeyNode node = known;
        int p = position;
        while (true) {
            int start = p;
            p = scanner.space(p);
            if (bytes[p] != (node == top ? '{' : ',')) {
                return bytes[p] == '}' ? p + 1 : fault.at(p, "',' or '}'");
            }
            int keyStart = scanner.space(p + 1);
            p = scanner.key(keyStart);
            if (p < 0) {
                return FAULT;
            }
            String key = JsonStrings.key(bytes, keyStart);
            if (!keys.add(key)) {
                return fault.at(keyStart, "the key \"" + key + "\" a second time", "each key once");
            }
            ColumnTree tree = top.tree.child(key);
            node = node == null || nodes == MOST_NODES ? null : node.learn(key, bytes, start, p, tree);
            if (node == null) {
                p = unlearned(p, tree, depth);
            } else {
                nodes++;
                noteOccurrence(tree);
                p = value(p, node, depth);
            }
            if (p < 0) {
                return FAULT;
            }
        }
    }

    private void noteOccurrence(@Nullable ColumnTree tree) {
        if (tree != null && tree.slot() != KeyNode.NO_SLOT) {
            occurred.set(tree.slot());
        }
    }

    /** The keys at the top of the records so far, as many as were learned. */
    SortedSet<String> keys() {
        SortedSet<String> keys = new TreeSet<>();
        root.collect(keys);
        return keys;
    }
}
