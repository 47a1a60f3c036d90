package dev.evalkit.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetaTest {
    @Test
    void keepsNamesInTheirOrderAndNullsToo() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("z", 1L);
        values.put("a", null);
        values.put("m", "text");
        Meta meta = Meta.of(values);
        assertThat(meta.asMap().keySet()).containsExactly("z", "a", "m");
        assertThat(meta.asMap()).containsEntry("a", null).isEqualTo(values);
        assertThat(meta.get("a")).isEmpty();
        assertThat(meta.text("m")).contains("text");
        assertThat(meta.number("z")).hasValue(1);
    }

    @Test
    void doesNotSeeWhatHappensLaterToWhatItWasMadeFrom() {
        List<Object> warnings = new ArrayList<>(List.of("few samples"));
        Map<String, Object> slice = new LinkedHashMap<>(Map.of("subject", "math"));
        Meta meta = Meta.of(Map.of(Meta.WARNINGS, warnings, Meta.SLICE, slice));
        warnings.add("later");
        slice.put("subject", "law");
        assertThat(meta.texts(Meta.WARNINGS)).containsExactly("few samples");
        assertThat(meta.slice()).containsExactly(Map.entry("subject", "math"));
    }

    @Test
    void cannotBeChangedThroughItsMap() {
        Map<String, @Nullable Object> map = Meta.of(Map.of("a", 1L)).asMap();
        assertThatThrownBy(() -> map.put("b", 2L)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.remove("a")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void takesNumbersOfAllSizesAndIsEqualWhateverTheyCameAs() {
        assertThat(Meta.of(Map.of("n", 5)))
                .isEqualTo(Meta.of(Map.of("n", 5L)))
                .hasSameHashCodeAs(Meta.of(Map.of("n", 5L)));
        BigInteger large = BigInteger.TWO.pow(70);
        assertThat(Meta.of(Map.of("n", large)).get("n")).contains(large);
    }

    @Test
    void refusesWhatJsonCannotHold() {
        assertThatThrownBy(() -> Meta.of(Map.of("std_error", Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A number in meta must be finite: NaN");
        assertThatThrownBy(() -> Meta.of(Map.of("at", Thread.State.NEW)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Meta holds plain values only (text, true, false, numbers, lists, maps), not a java.lang.Thread$State");
    }

    @Test
    void givesSliceValuesAsTextByColumn() {
        Meta meta = Meta.of(Map.of(Meta.SLICE, Map.of("year", 2024L, "hard", true, "area", "law")));
        assertThat(meta.slice().toString()).isEqualTo("{area=law, hard=true, year=2024}");
    }

    @Test
    void addsAndReplaces() {
        Meta meta = Meta.EMPTY.with("unit", "ms").with("seed", 42).with("unit", "s");
        assertThat(meta.toString()).isEqualTo("{unit=s, seed=42}");
    }
}
