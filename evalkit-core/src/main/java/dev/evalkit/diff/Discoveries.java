package dev.evalkit.diff;

import dev.evalkit.stats.BenjaminiHochberg;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The correction of Benjamini and Hochberg (1995), for whoever reads many rows: the expected share of false ones among those that are taken for worse. */
final class Discoveries {
    private Discoveries() {}

    /** The same rows, with it; those that gate and those for display are corrected apart, since they answer different questions. */
    static List<DiffRow> added(List<DiffRow> rows) {
        List<DiffRow> all = new ArrayList<>(rows);
        add(all, true);
        add(all, false);
        return all;
    }

    private static void add(List<DiffRow> rows, boolean gating) {
        List<Integer> tested = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).gating() == gating && rows.get(i).test() != null) {
                tested.add(i);
            }
        }
        double[] p = tested.stream()
                .map(rows::get)
                .map(row -> Objects.requireNonNull(row.test()))
                .mapToDouble(TestResult::pMargin)
                .toArray();
        double[] q = BenjaminiHochberg.adjust(p);
        for (int i = 0; i < q.length; i++) {
            DiffRow row = rows.get(tested.get(i));
            rows.set(tested.get(i), row.with(Objects.requireNonNull(row.test()).withDiscovery(q[i])));
        }
    }
}
