package dev.evalkit.sample;

import static dev.evalkit.sample.Fault.FAULT;

import java.util.BitSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Parses JSON records, one a line or the elements of one array.
 *
 * <p>A record goes along the {@link KeyNode}s as long as it repeats what earlier records looked like; the rest of a record that
 * does not is read key by key, and learned.
 */
final class JsonRecords implements RecordParser {
    private static final int MOST_NODES = 2048;

    private final boolean lines;
    private final int maxDepth;
    private final JsonScanner scanner;
    private final Cells cells;
    private final Columns columns;
    private final BitSet occurred;
    private final Fault fault;
    private final KeyNode root;
    private final RecordSplitter splitter;
    private int nodes;
    private byte[] bytes = new byte[Words.PADDING];
    private int limit;
    private boolean commaBefore;

    /**
     * @param lines whether each record is a line of its own; else the records are the elements of an array
     * @param occurred takes the slots of columns that occur
     */
    JsonRecords(boolean lines, int maxDepth, Columns columns, Cells cells, BitSet occurred, Fault fault) {
        this.lines = lines;
        this.maxDepth = maxDepth;
        this.columns = columns;
        this.cells = cells;
        this.occurred = occurred;
        this.fault = fault;
        this.scanner = new JsonScanner(!lines, maxDepth, fault);
        this.splitter = lines ? new LineSplitter() : new ArraySplitter();
        this.root = KeyNode.root(columns.tree());
    }

    @Override
    public void over(Chunk chunk) {
        bytes = chunk.bytes();
        limit = chunk.limit();
        scanner.over(bytes);
        cells.over(bytes);
        commaBefore = chunk.index() > 0;
    }

    @Override
    public int start(int position) {
        int p = position;
        while (bytes[p] <= ' ' && isSpace(bytes[p])) {
            p++;
        }
        return lines || p == limit ? p : element(p);
    }

    private static boolean isSpace(byte value) {
        return value == ' ' || value == '\n' || value == '\r' || value == '\t';
    }

    private int element(int position) {
        if (bytes[position] != ']') {
            return position;
        }
        return commaBefore ? fault.at(position, "a value behind the comma") : limit;
    }

    @Override
    public int parse(int position) {
        cells.clear();
        int whole = columns.tree().slot();
        int p;
        if (whole != KeyNode.NO_SLOT) {
            p = value(position, whole, null, null, 0);
        } else {
            p = bytes[position] == '{' ? object(position, root, 1) : fault.at(position, "an object");
        }
        if (p < 0) {
            return FAULT;
        }
        columns.complete(cells);
        return lines ? lineEnd(p) : elementEnd(p);
    }

    @Override
    public int skip(int position) {
        splitter.reset();
        int end = splitter.first(bytes, position, limit);
        commaBefore = end >= 0 && !splitter.ended();
        return end < 0 ? limit : end;
    }

    private int lineEnd(int position) {
        if (bytes[position] == '\n') {
            return position + 1;
        }
        int p = scanner.space(position);
        return bytes[p] == '\n' ? p + 1 : fault.at(p, "the end of the line");
    }

    private int elementEnd(int position) {
        int p = scanner.space(position);
        commaBefore = bytes[p] == ',';
        if (commaBefore) {
            return p + 1;
        }
        return bytes[p] == ']' ? p : fault.at(p, "',' or ']'");
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
            p = value(p + next.length, next, depth);
            if (p < 0) {
                return FAULT;
            }
            if (b[p] == '}') {
                return p + 1;
            }
            node = next;
        }
    }

    /** The value of a known key. */
    private int value(int position, KeyNode key, int depth) {
        int start = bytes[position] <= ' ' ? scanner.space(position) : position;
        int slot = key.slot;
        if (slot == KeyNode.NO_SLOT && key.below == null) {
            return scanner.value(start, depth);
        }
        return value(start, slot, key.below, key.tree, depth);
    }

    private int value(int start, int slot, @Nullable KeyNode below, @Nullable ColumnTree tree, int depth) {
        scanner.takeEscaped();
        int end;
        if (below != null && bytes[start] == '{') {
            end = depth < maxDepth ? object(start, below, depth + 1) : scanner.tooDeep(start);
        } else if (tree != null && tree.hasChildren() && bytes[start] == '[') {
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
