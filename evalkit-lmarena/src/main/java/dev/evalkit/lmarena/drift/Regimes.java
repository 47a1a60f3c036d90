package dev.evalkit.lmarena.drift;

import dev.evalkit.lmarena.board.AnchorModel;
import dev.evalkit.lmarena.board.Selection;
import dev.evalkit.lmarena.drift.RegimeChange.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what makes two boards incomparable. */
final class Regimes {
    private static final String NONE = "none";
    private static final String UNKNOWN = "not known";

    private final BoardSide previous;
    private final BoardSide current;
    private final DriftSettings settings;
    private final List<RegimeChange> changes = new ArrayList<>();

    Regimes(BoardSide previous, BoardSide current, DriftSettings settings) {
        this.previous = previous;
        this.current = current;
        this.settings = settings;
    }

    /** All changes, those of the whole board first. */
    List<RegimeChange> changes(List<CategoryDrift> categories) {
        compare(Kind.CONFIG, previous.origin().config(), current.origin().config());
        compareKnown(
                Kind.RATING_METHOD,
                previous.regime().ratingMethod(),
                current.regime().ratingMethod());
        compare(
                Kind.CI_KIND,
                previous.regime().ciKind().text(),
                current.regime().ciKind().text());
        compare(
                Kind.ANCHOR,
                shown(previous.regime().anchor()),
                shown(current.regime().anchor()));
        compareKnown(
                Kind.STYLE_CONTROL,
                previous.regime().styleControl(),
                current.regime().styleControl());
        compareCategories();
        categories.forEach(this::compare);
        return List.copyOf(changes);
    }

    private static String shown(@Nullable AnchorModel anchor) {
        return anchor == null ? NONE : anchor.toString();
    }

    private void compare(Kind kind, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new RegimeChange(kind, null, before, after));
        }
    }

    /** What neither side knows may have changed; what one side knows and the other does not cannot be told either, and is not called a change. */
    private void compareKnown(Kind kind, @Nullable Object before, @Nullable Object after) {
        if (before != null && after != null) {
            compare(kind, Objects.toString(before, UNKNOWN), Objects.toString(after, UNKNOWN));
        }
    }

    /** Categories that somebody did not ask for are no change of the board. */
    private void compareCategories() {
        SortedSet<String> before = categories(previous, current.selection());
        SortedSet<String> after = categories(current, previous.selection());
        TreeSet<String> gone = new TreeSet<>(before);
        gone.removeAll(after);
        TreeSet<String> added = new TreeSet<>(after);
        added.removeAll(before);
        if (!gone.isEmpty() || !added.isEmpty()) {
            changes.add(new RegimeChange(
                    Kind.CATEGORIES,
                    null,
                    before.size() + (gone.isEmpty() ? "" : " (gone: " + String.join(", ", gone) + ")"),
                    after.size() + (added.isEmpty() ? "" : " (new: " + String.join(", ", added) + ")")));
        }
    }

    private static SortedSet<String> categories(BoardSide side, Selection asked) {
        TreeSet<String> categories = new TreeSet<>();
        side.rows().forEach(row -> categories.add(row.category()));
        if (!asked.categories().isEmpty()) {
            categories.retainAll(asked.categories());
        }
        return categories;
    }

    private void compare(CategoryDrift category) {
        boolean sameModels =
                previous.selection().models().equals(current.selection().models());
        int before = category.common() + category.gone();
        if (sameModels && before > 0 && category.common() + category.added() > 0) {
            double share = (double) category.gone() / before;
            if (share > settings.mostGone()) {
                changes.add(new RegimeChange(
                        Kind.MODELS_GONE,
                        category.category(),
                        before + " models",
                        String.format(Locale.ROOT, "%d of them gone (%.1f %%)", category.gone(), 100 * share)));
            }
        }
        Double shift = category.shift();
        if (shift != null && Math.abs(shift) >= settings.mostShift()) {
            changes.add(new RegimeChange(
                    Kind.SHIFT,
                    category.category(),
                    "ratings as they were",
                    String.format(Locale.ROOT, "all moved by %+.1f points (median)", shift)));
        }
    }
}
