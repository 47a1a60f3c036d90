package dev.evalkit.scan.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import dev.evalkit.scan.pattern.PatternSet.Sought;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LinearPatternTest {

    @TestFactory
    Stream<DynamicTest> hostileExpressionsAreRefusedBeforeTheyGrow() {
        String large =
                "found an expression that is larger than 20000 places when its repetitions are written out; repeat "
                        + "less, or nest repetitions less";
        String syntax =
                "expected a regular expression in the syntax of RE2 (no look-around, no back references), found ";
        return Stream.of(
                        new String[] {"((a{1000}){1000}){1000}", large},
                        new String[] {"(((((a{30}){30}){30}){30}){30}){30}", large},
                        new String[] {"a{1001}", syntax + "a repetition of more than 1000 times"},
                        new String[] {"(".repeat(2000) + ")".repeat(2000), syntax + "groups nested more than 100 deep"},
                        new String[] {
                            "a".repeat(10_001), "found an expression of 10001 characters, at most 10000 are allowed"
                        },
                        new String[] {"(a)\\1", null},
                        new String[] {"a(?=b)", syntax + "a group of an unknown kind"},
                        new String[] {"[a", syntax + "a [ that is not closed"},
                        new String[] {"a\\", syntax + "a backslash at the end"},
                        new String[] {"*a", syntax + "a * that repeats nothing"})
                .map(each -> DynamicTest.dynamicTest(
                        each[0].substring(0, Math.min(30, each[0].length())),
                        () -> assertThatThrownBy(() -> LinearPattern.compile(each[0]))
                                .isInstanceOf(EvalkitException.class)
                                .satisfies(failure -> {
                                    if (each[1] != null) {
                                        assertThat(failure).hasMessage(each[1]);
                                    }
                                })));
    }

    @TestFactory
    Stream<DynamicTest> hostileContentTakesLinearTime() {
        List<String> patterns = List.of(
                "(a+)+$",
                "(?i)(secret|password)\\s*[:=]\\s*['\"][a-z]{16,64}['\"]",
                "eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}",
                "[\\w.-]{0,50}?key[\\w.-]{0,50}=x",
                "-----BEGIN[ A-Z]{0,100}KEY-----[\\s\\S]{64,}?END",
                "(x+x+)+y@");
        List<String> contents =
                List.of("a", "secret ", "secret=\"", "eyJ", "eyJabcdefghij", "key", "-----BEGIN KEY-----", "x");
        return patterns.stream()
                .map(pattern -> DynamicTest.dynamicTest(
                        pattern,
                        () -> Assertions.assertTimeout(
                                Duration.ofSeconds(30),
                                () -> contents.forEach(
                                        each -> search(pattern, each.repeat(400_000 / each.length()))))));
    }

    private static List<String> search(String pattern, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        BitSet all = new BitSet();
        all.set(0);
        List<String> found = new ArrayList<>();
        PatternSet.of(List.of(new Sought(LinearPattern.compile(pattern), List.of())))
                .search()
                .search(
                        bytes,
                        bytes.length,
                        all,
                        (index, match) ->
                                found.add(match.start() + ":" + match.groups().get(0)));
        return found;
    }

    /** What is found around the literals is what the expression finds in the whole text. */
    @TestFactory
    Stream<DynamicTest> theLiteralsLeadToEveryMatch() {
        return Stream.of(
                        "AKIA[0-9A-Z]{4}",
                        "gh[pousr]_[A-Za-z0-9]{3}",
                        "-----BEGIN (RSA |EC |OPENSSH |DSA )?PRIVATE KEY-----",
                        "(?i)(api_key|apikey|secret|password)\\s*[:=]\\s*['\"][A-Za-z0-9_\\-]{1,6}['\"]",
                        "eyJ[A-Za-z0-9_-]{2,}\\.[A-Za-z0-9_-]{2,}",
                        "[\\w.]{1,8}@[\\w]{1,8}\\.com",
                        "(?:ab|c+d)x|y{2}z",
                        "\\bkey\\b.{0,3}=",
                        "(?i:K)ey[:=]{1,2}\\d*\\.",
                        "é{1,2}key",
                        "x[^k]{0,3}key(?:$|\\s)",
                        "(?P<n>a|b)*?key\\x41?")
                .map(pattern -> DynamicTest.dynamicTest(pattern, () -> {
                    LinearPattern compiled = LinearPattern.compile(pattern);
                    assertThat(compiled.anchors()).as("literals of " + pattern).isNotEmpty();
                    Random random = new Random(42);
                    for (int round = 0; round < 300; round++) {
                        byte[] bytes = text(random).getBytes(StandardCharsets.UTF_8);
                        List<String> expected = compiled.matches(bytes, 0, bytes.length).stream()
                                .map(match ->
                                        match.start() + ":" + match.groups().get(0))
                                .toList();
                        assertThat(search(pattern, new String(bytes, StandardCharsets.UTF_8)))
                                .isEqualTo(expected);
                    }
                }));
    }

    private static String text(Random random) {
        String[] pieces = {
            "AKIA",
            "akia",
            "0AZ9",
            "ghp_",
            "gho_ab",
            "-----BEGIN ",
            "RSA ",
            "PRIVATE KEY-----",
            "Secret",
            "password",
            " ",
            " = ",
            ":",
            "'",
            "\"",
            "abc",
            "eyJ",
            "ey",
            ".",
            "é",
            "key",
            "Key",
            "x",
            "yy",
            "z",
            "ab",
            "ccd",
            "a@b" + ".com",
            "\n",
            "=",
            "api_key",
            "A",
            "ü"
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i >= 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    @Test
    void aKeywordOpensTheWayWhateverItsCase() {
        byte[] bytes = "TOKEN is 12345".getBytes(StandardCharsets.UTF_8);
        BitSet both = new BitSet();
        both.set(0, 2);
        List<Integer> found = new ArrayList<>();
        PatternSet.of(List.of(
                        new Sought(LinearPattern.compile("[0-9]{5}"), List.of("token")),
                        new Sought(LinearPattern.compile("[0-9]{5}"), List.of("secret"))))
                .search()
                .search(bytes, bytes.length, both, (index, match) -> found.add(index));
        assertThat(found).containsExactly(0);
    }
}
