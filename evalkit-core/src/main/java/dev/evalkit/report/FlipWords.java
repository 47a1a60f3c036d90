package dev.evalkit.report;

import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.inference.Flips;
import dev.evalkit.diff.inference.Flips.Flip;
import java.util.List;
import java.util.stream.Collectors;

/** Which samples changed in a row, in words, unescaped. */
final class FlipWords {
    private final Flips flips;
    private final int most;

    /**
     * For one row.
     *
     * @param most how many ids are named of either kind
     */
    FlipWords(Flips flips, int most) {
        this.flips = flips;
        this.most = most;
    }

    /** Rows in which samples changed, and which are worth a look: those of which something is open or wrong. */
    static List<DiffRow> rows(List<DiffRow> shown) {
        return shown.stream()
                .filter(row ->
                        row.flips() != null && row.flips().worse() + row.flips().better() > 0)
                .filter(row -> switch (RowGroup.of(row)) {
                    case REGRESSED, PROVEN_DROP, INCONCLUSIVE -> true;
                    default -> false;
                })
                .toList();
    }

    /** E.g. {@code 31 samples got worse (q1, q4, …), 12 better (q2, q9, …)}. */
    String sentence() {
        return flips.worse() + (flips.worse() == 1 ? " sample" : " samples") + " got worse" + brackets(worse()) + ", "
                + flips.better() + " better" + brackets(better());
    }

    private static String brackets(String ids) {
        return ids.isEmpty() ? "" : " (" + ids + ")";
    }

    /** The ids of the first that got worse. */
    String worse() {
        return ids(false, flips.worse());
    }

    /** The ids of the first that got better. */
    String better() {
        return ids(true, flips.better());
    }

    private String ids(boolean isBetter, long all) {
        List<Flip> some = flips.examples().stream()
                .filter(flip -> flip.isBetter() == isBetter)
                .limit(most)
                .toList();
        return some.stream().map(Flip::id).collect(Collectors.joining(", ")) + (all > some.size() ? ", …" : "");
    }
}
