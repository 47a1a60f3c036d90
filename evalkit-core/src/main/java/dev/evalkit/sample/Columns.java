package dev.evalkit.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The declared columns, laid out: slot i holds column i, and slots behind those hold what is found by path. Immutable, shared by all
 * workers.
 */
final class Columns {
    private final List<Column> declared;
    private final ColumnTree tree = new ColumnTree();
    private final Copy[] copies;
    private final int size;

    Columns(List<Column> declared) {
        this.declared = List.copyOf(declared);
        Map<String, Integer> slots = new HashMap<>();
        List<Copy> copies = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            Integer earlier = slots.putIfAbsent(declared.get(i).name(), i);
            if (earlier == null) {
                tree.at(List.of(declared.get(i).name())).setSlot(i);
            } else {
                copies.add(new Copy(i, earlier));
            }
        }
        int next = declared.size();
        for (Map.Entry<String, Integer> slot : slots.entrySet()) {
            List<String> path = path(slot.getKey());
            if (path.size() == 1 && !slot.getKey().startsWith("/")) {
                continue;
            }
            ColumnTree leaf = tree.at(path);
            if (leaf.slot() == KeyNode.NO_SLOT) {
                leaf.setSlot(next++);
            }
            // In front of the copies of columns declared twice, which copy the result.
            copies.add(0, new Copy(slot.getValue(), leaf.slot()));
        }
        size = next;
        this.copies = copies.toArray(new Copy[0]);
    }

    /** Columns of which one is the whole record, where records are single values. */
    static Columns whole(List<String> names, int column) {
        Columns columns = new Columns(names.stream().map(Column::optional).toList());
        columns.tree.setSlot(column);
        return columns;
    }

    private static List<String> path(String name) {
        if (!name.startsWith("/")) {
            return Arrays.asList(name.split("\\.", -1));
        }
        List<String> path = new ArrayList<>();
        for (String step : name.substring(1).split("/", -1)) {
            path.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return path;
    }

    List<Column> declared() {
        return declared;
    }

    ColumnTree tree() {
        return tree;
    }

    int size() {
        return size;
    }

    /** Fills what was found by path, or is declared twice. */
    void complete(Cells cells) {
        for (Copy copy : copies) {
            cells.fill(copy.to, copy.from);
        }
    }

    /** The first required column that is in none of the slots that occurred. */
    Optional<Column> missing(BitSet occurred) {
        BitSet found = (BitSet) occurred.clone();
        for (Copy copy : copies) {
            if (found.get(copy.from)) {
                found.set(copy.to);
            }
        }
        for (int i = 0; i < declared.size(); i++) {
            if (declared.get(i).required() && !found.get(i)) {
                return Optional.of(declared.get(i));
            }
        }
        return Optional.empty();
    }

    /** A slot that is filled from another one where it is absent. */
    private record Copy(int to, int from) {}
}
