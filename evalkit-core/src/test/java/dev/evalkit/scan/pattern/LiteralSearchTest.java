package dev.evalkit.scan.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Few literals go through the filter of pairs, many or short ones through the automaton: what is found must be the same. */
class LiteralSearchTest {
    private static final List<String> FEW = List.of("abc", "abca", "caab", "a-a", "aaaa", "ü-é", "bcbcbcb");

    private static List<String> found(List<String> literals, byte[] bytes, int from, int to) {
        List<String> all = new ArrayList<>();
        new LiteralSearch(literals).search(bytes, from, to, (literal, start) -> all.add(start + literals.get(literal)));
        return all.stream().sorted().toList();
    }

    private static List<String> naive(List<String> literals, byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        List<String> all = new ArrayList<>();
        for (String literal : literals) {
            String sought = new String(literal.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
                all.add(from + at + literal);
            }
        }
        return all.stream().sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void filterAndAutomatonFindWhatIsThereInAnyCase(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] alphabet = "aabbccABC-".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[2000 + seed];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = alphabet[random.nextInt(alphabet.length)];
        }
        List<String> many = Stream.concat(FEW.stream(), IntStream.range(0, 100).mapToObj(i -> "never" + i))
                .toList();
        for (int from = 0; from < 4; from++) {
            int to = bytes.length - random.nextInt(4);
            List<String> expected = naive(FEW, bytes, from, to);
            assertThat(expected).isNotEmpty();
            assertThat(found(FEW, bytes, from, to)).isEqualTo(expected);
            assertThat(found(many, bytes, from, to)).isEqualTo(expected);
        }
    }

    @Test
    void literalsOfOneOrTwoBytesAreFoundToo() {
        byte[] bytes = "xQ~Q~~".getBytes(StandardCharsets.UTF_8);
        assertThat(found(List.of("q~", "~", "q~q"), bytes, 0, bytes.length))
                .containsExactly("1q~", "1q~q", "2~", "3q~", "4~", "5~");
    }

    @Test
    void lettersBeyondAsciiAreFoundAsTheyAre() {
        byte[] bytes = "xü-éü-É".getBytes(StandardCharsets.UTF_8);
        assertThat(found(FEW, bytes, 0, bytes.length)).containsExactly("1ü-é");
    }
}
