package dev.evalkit.lmarena.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What kind of numbers a board has. Ratings of different regimes are not comparable.
 *
 * @param ratingMethod how ratings are computed, where it is known
 * @param ciKind what kind of intervals there are
 * @param anchor the model whose rating is fixed, where there is one
 * @param styleControl whether ratings are corrected for the style of answers; null where it is not known
 */
public record Regime(
        @Nullable String ratingMethod,
        CiKind ciKind,
        @Nullable AnchorModel anchor,
        @Nullable Boolean styleControl) {

    /** How the battles of these boards have been rated since December 2023. */
    public static final String BRADLEY_TERRY = "bradley_terry";

    /** The regime that rows tell, of a board whose method and style control are known otherwise. */
    public static Regime of(List<BoardRow> rows, @Nullable String ratingMethod, @Nullable Boolean styleControl) {
        return new Regime(ratingMethod, CiKind.of(rows), AnchorModel.of(rows).orElse(null), styleControl);
    }

    /** The regime in plain values, as result items carry it. */
    public Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("rating_method", ratingMethod);
        map.put("ci_kind", ciKind.text());
        map.put("anchor", anchor == null ? null : anchor.model());
        map.put("style_control", styleControl);
        return map;
    }
}
