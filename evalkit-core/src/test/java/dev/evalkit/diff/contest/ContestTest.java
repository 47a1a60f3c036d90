package dev.evalkit.diff.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.evalkit.diff.Side;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunKey;
import dev.evalkit.result.Interval;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import dev.evalkit.result.RunManifest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContestTest {
    @TempDir
    private Path root;

    @Test
    void bestIsWhoIsProvenBetterThanEachOther() {
        ContestedIndicator speed = contest(
                        model("a", item("speed", 10, 0.5, "x")),
                        model("b", item("speed", 14, 0.5, "x")),
                        model("c", item("speed", 12, 0.5, "x")))
                .get(0);

        assertThat(speed.places())
                .extracting(Place::model, Place::standing, Place::reason)
                .containsExactly(
                        tuple("b", Standing.BEST, "each other one is proven to be worse"),
                        tuple("c", Standing.WORSE, "mover, adjusted p < 0.001"),
                        tuple("a", Standing.WORSE, "mover, adjusted p < 0.001"));
    }

    @Test
    void theLeadingOneIsNotBestWhereItMayBeChance() {
        ContestedIndicator speed = contest(
                        model("a", item("speed", 10, 0.5, "x")),
                        model("b", item("speed", 14, 3.0, "x")),
                        model("c", item("speed", 13, 3.0, "x")))
                .get(0);

        assertThat(speed.places())
                .extracting(Place::model, Place::standing)
                .containsExactly(tuple("b", Standing.LEADING), tuple("c", Standing.OPEN), tuple("a", Standing.WORSE));
    }

    @Test
    void whoCannotBeComparedOrHasNoValueIsSaid() {
        List<ContestedIndicator> all = contest(
                model("a", item("speed", 14, 0.5, "x"), item("only_a", 1, 0.1, "x")),
                model("b", item("speed", 10, 0.5, "another data set")),
                model("c", item("speed", 9, null, "x")));

        assertThat(all.get(0).places())
                .extracting(Place::model, Place::standing, Place::reason)
                .containsExactly(
                        tuple("a", Standing.LEADING, ""),
                        tuple("b", Standing.INCOMPARABLE, "dataset_sha256 differs: x → another data set"),
                        tuple("c", Standing.OPEN, "point values only"));
        assertThat(all.get(1).places())
                .extracting(Place::model, Place::standing)
                .containsExactly(
                        tuple("a", Standing.LEADING), tuple("b", Standing.MISSING), tuple("c", Standing.MISSING));
    }

    /** Each comparison by itself has p = 0.03; that one of twenty has is no proof. */
    @Test
    void manyComparisonsAreAdjustedTogether() {
        ResultItem[] better = items(0.31);
        ResultItem[] worse = items(0.0);

        List<ContestedIndicator> all = contest(model("a", better), model("b", worse));

        assertThat(all).allMatch(each -> each.places().get(0).standing() == Standing.LEADING);
        assertThat(contest(model("a", better[0]), model("b", worse[0]))
                        .get(0)
                        .places()
                        .get(0)
                        .standing())
                .isEqualTo(Standing.BEST);
    }

    private static ResultItem[] items(double shift) {
        return Stream.iterate(0, i -> i + 1)
                .limit(20)
                .map(i -> item("metric_" + i, 1 + shift, 0.2, "x"))
                .toArray(ResultItem[]::new);
    }

    private List<ContestedIndicator> contest(Contender... contenders) {
        return Contest.of(EvaluationRepository.open(root), "support", List.of(contenders));
    }

    private static Contender model(String model, ResultItem... items) {
        Instant at = Instant.parse("2026-10-01T00:00:00Z");
        RunManifest manifest =
                new RunManifest(model + "-run", model, "support", at, at, 0L, null, null, List.of(), null);
        return new Contender(new RunKey(model, "support"), Side.of(ResultSet.of(List.of(items)), manifest));
    }

    private static ResultItem item(String metric, double value, @Nullable Double half, String dataset) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put(Meta.HIGHER_IS_BETTER, true);
        meta.put(Meta.DATASET_SHA256, dataset);
        Interval ci = half == null ? null : new Interval(value - half, value + half);
        return new ResultItem(metric, value, ci, 100L, Meta.of(meta));
    }
}
