package dev.evalkit.evaluate.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpellingTest {

    @Test
    void oneNumberHasOneText() {
        assertThat(Stream.of("1", "1.0", "+1", "01", "1.", "1e0", "10E-1", "true", "TRUE")
                        .map(Spelling::value))
                .containsOnly("1");
        assertThat(Stream.of("0", "-0", "0.0", ".0", "00", "0e999999999", "false", "False")
                        .map(Spelling::value))
                .containsOnly("0");
        assertThat(Stream.of("-2.50", "-25e-1").map(Spelling::value)).containsOnly("-2.5");
        assertThat(Spelling.value("1e400")).isEqualTo(Spelling.value("10e399")).isNotEqualTo(Spelling.value("1e401"));
        assertThat(Spelling.value("12345678901234567890.10")).isEqualTo("12345678901234567890.1");
    }

    @Test
    void whatIsNoNumberStaysAsItIs() {
        for (String text : new String[] {
            "", " 1", "1,5", "1.2.3", "0x1F", "1e", ".", "-", "1_000", "NaN", "Infinity", "truth", "yes", "½", "٣"
        }) {
            assertThat(Spelling.value(text)).isEqualTo(text);
        }
        String digits = "1".repeat(5000) + "x";
        assertThat(Spelling.value(digits)).isSameAs(digits);
    }
}
