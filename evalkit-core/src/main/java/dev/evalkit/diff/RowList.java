package dev.evalkit.diff;

import dev.evalkit.diff.inference.Evidence;
import java.util.ArrayList;
import java.util.List;

/** The rows of a diff in their order, those among them that wait for the p-values of the others, and at last their verdicts. */
final class RowList {
    private final List<Place> places = new ArrayList<>();

    void add(DiffRow row) {
        places.add(new Decided(row));
    }

    void add(UnjudgedRow row) {
        places.add(new Waiting(row));
    }

    /** All rows; the list is empty afterwards, so that what they waited with is not kept beside them. */
    List<DiffRow> judged() {
        List<Evidence> gating = new ArrayList<>();
        places.forEach(place -> place.collect(gating));
        List<Adjusted> adjusted = Family.adjust(gating);
        gating.clear();
        List<DiffRow> rows = new ArrayList<>(places.size());
        int next = 0;
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i) instanceof Waiting waiting) {
                UnjudgedRow row = waiting.row;
                rows.add(row.judged(row.gating() ? adjusted.get(next++) : Family.alone(row.evidence())));
            } else if (places.get(i) instanceof Decided decided) {
                rows.add(decided.row);
            }
            places.set(i, GONE);
        }
        places.clear();
        return rows;
    }

    private static final Place GONE = gating -> {};

    private interface Place {
        void collect(List<Evidence> gating);
    }

    private record Decided(DiffRow row) implements Place {
        @Override
        public void collect(List<Evidence> gating) {}
    }

    private record Waiting(UnjudgedRow row) implements Place {
        @Override
        public void collect(List<Evidence> gating) {
            if (row.gating()) {
                gating.add(row.evidence());
            }
        }
    }
}
