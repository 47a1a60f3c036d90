package dev.evalkit.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.diff.gate.DiffFile;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.diff.gate.Policy;
import dev.evalkit.report.DiffSummary;
import dev.evalkit.report.DiffTable;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import dev.evalkit.result.ResultSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiffPropertiesTest {
    private static final Diff DIFF = Diff.withDefaults().withThreshold(0.05);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void swappingTheSidesNegatesTheDeltaAndTurnsTheVerdict(long seed) {
        ResultSet one = items(seed);
        ResultSet other = items(seed + 100);
        Map<String, DiffRow> forward = byItem(DIFF.compare(one, other));
        Map<String, DiffRow> backward = byItem(DIFF.compare(other, one));

        assertThat(backward.keySet()).isEqualTo(forward.keySet());
        forward.forEach((item, row) -> {
            DiffRow swapped = Objects.requireNonNull(backward.get(item), item);
            assertThat(swapped.verdict()).as(item).isEqualTo(turned(row.verdict()));
            if (row.change() != null && swapped.change() != null) {
                assertThat(swapped.change().delta()).isEqualTo(-row.change().delta());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfItemsDoesNotMatter(long seed) {
        ResultSet previous = items(seed);
        ResultSet current = items(seed + 100);
        Map<String, DiffRow> ordered = byItem(DIFF.compare(previous, current));

        assertThat(byItem(DIFF.compare(shuffled(previous, seed), shuffled(current, seed + 1))))
                .isEqualTo(ordered);
    }

    @Test
    void nothingChangedWhereBothSidesAreTheSame() {
        ResultSet same = items(7);

        assertThat(DIFF.compare(same, same).rows()).extracting(DiffRow::verdict).containsOnly(Verdict.NO_WORSE);
    }

    @Test
    void theSameInputsGiveTheSameBytesInEveryLocaleAndZone(@TempDir Path folder) throws IOException {
        String expected = everything(folder);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String other : List.of("tr-TR", "ar-EG-u-nu-arab", "de-DE", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(other));
                TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
                assertThat(everything(folder)).as(other).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void theSameInputsGiveTheSameResultOnManyThreads() {
        DiffResult expected = DIFF.compare(items(1), items(101));

        assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> DIFF.compare(items(1), items(101))))
                .allMatch(expected::equals);
    }

    /** All that is written and printed of one diff. */
    private static String everything(Path folder) throws IOException {
        Outcome outcome = Policy.BALANCED.judge(Assistant.diff());
        Path file = folder.resolve("diff.json");
        DiffFile.write(file, outcome);
        return Files.readString(file)
                + DiffSummary.of(outcome)
                + String.join("\n", DiffTable.withDefaults().lines(outcome));
    }

    private static Verdict turned(Verdict verdict) {
        return switch (verdict) {
            case REGRESSED -> Verdict.IMPROVED;
            case IMPROVED -> Verdict.REGRESSED;
            case NEW -> Verdict.MISSING;
            case MISSING -> Verdict.NEW;
            default -> verdict;
        };
    }

    private static Map<String, DiffRow> byItem(DiffResult diff) {
        return diff.rows().stream().collect(Collectors.toMap(row -> row.id().toString(), Function.identity()));
    }

    private static ResultSet shuffled(ResultSet set, long seed) {
        List<ResultItem> items = new ArrayList<>(set.items());
        Collections.shuffle(items, new Random(seed));
        return ResultSet.of(items);
    }

    /** Some of 60 items, with models, data sets, slices and directions that differ, and now and then an evaluator of another version. */
    private static ResultSet items(long seed) {
        Random random = new Random(seed);
        List<ResultItem> items = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            if (random.nextInt(8) == 0) {
                continue;
            }
            Map<String, Object> meta = new LinkedHashMap<>();
            meta.put(Meta.MODEL, "m" + i % 2);
            meta.put(Meta.HIGHER_IS_BETTER, i % 3 != 0);
            if (i % 5 == 0) {
                meta.put(Meta.SLICE, Map.of("part", i % 4));
            }
            if (i % 7 != 0) {
                meta.put(Meta.DATASET, "d" + i % 2);
            }
            meta.put(Meta.EVALUATOR, Map.of("id", "e", "version", random.nextInt(10) == 0 ? 2 : 1));
            double value = 0.5 + random.nextInt(5) * 0.04;
            items.add(new ResultItem("metric" + i / 2, value, null, null, Meta.of(meta)));
        }
        return ResultSet.of(items);
    }
}
