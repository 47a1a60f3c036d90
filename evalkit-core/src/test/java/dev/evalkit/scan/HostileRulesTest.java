package dev.evalkit.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.evalkit.EvalkitException;
import dev.evalkit.scan.rule.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a rule file holds: it is refused with a word, or the scan comes to its end. */
class HostileRulesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LARGE =
            "rules.toml:3:1: rules.regex: found an expression that is larger than 20000 places when its"
                    + " repetitions are written out; repeat less, or nest repetitions less";

    @TempDir
    Path root;

    private ScanResult scan(String rules, String content) throws IOException {
        Path tree = Files.createDirectories(root.resolve("tree"));
        Files.writeString(tree.resolve("a.txt"), content);
        Path toml = Files.writeString(root.resolve("rules.toml"), rules);
        return assertTimeoutPreemptively(
                PATIENCE,
                () -> Scanner.of(RuleSet.read(toml, "rules.toml"))
                        .scan(FileList.of(tree, List.of(tree)), ScanBaseline.of(tree)));
    }

    private static String rule(int number, String regex) {
        return "[[rules]]\nid = 'r" + number + "'\nregex = '" + regex + "'\n";
    }

    private static String rules(int count, String regex) {
        return IntStream.range(0, count)
                .mapToObj(i -> rule(i, regex.replace("#", Integer.toString(i))))
                .collect(Collectors.joining());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(rule(0, "(((k{100}){100}){100}){100}"), LARGE),
                Arguments.of(rule(0, "(?:k{1000}){1000}"), LARGE),
                Arguments.of(
                        rule(0, "k{100000}"),
                        "rules.toml:3:1: rules.regex: expected a regular expression in the syntax of RE2 (no look-around, no back"
                                + " references), found a repetition of more than 1000 times"),
                Arguments.of(rules(2001, "key#"), "rules.toml:1:1: found 2001 rules, at most 2000 are allowed"),
                Arguments.of(
                        rules(100, "key#(?:a{1000}){9}"),
                        "rules.toml:168:1: rules.regex: found expressions that are larger than 1000000 places together when their"
                                + " repetitions are written out; repeat less, or use fewer rules"),
                Arguments.of(
                        rule(0, "(?:[a-z ]{100}){30}"),
                        "rules.toml:3:1: the rule \"r0\" has an expression of 6030 places without a text that every match holds,"
                                + " at most 2000 are allowed; give it keywords"),
                Arguments.of(
                        rules(20, "(?:a|b|c|d|e|f){0,200}"),
                        "rules.toml: found expressions of more than 5000 places together without a text that every match holds;"
                                + " give their rules keywords"),
                Arguments.of(
                        "[[rules]]\nid = 'a'\nregex = 'k'\nkeywords = ["
                                + IntStream.range(0, 10_000)
                                        .mapToObj(i -> "'keyword" + i + "'")
                                        .collect(Collectors.joining(","))
                                + "]\n",
                        "found rules whose keywords and literals have 108891 characters together, at most 50000 are allowed; use"
                                + " fewer or shorter ones"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String rules, String message) throws IOException {
        assertThatThrownBy(() -> scan(rules, ""))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> endures() {
        String words = IntStream.range(0, 1400).mapToObj(i -> "w" + i).collect(Collectors.joining("|"));
        return Stream.of(
                Arguments.of(rules(1000, "key#[a-z]{10,40}=x"), "key999aaaaaaaaaaaa=x ", 1),
                Arguments.of(rule(0, "(?:" + words + ")=z") + "keywords = ['w']\n", "w1399=z w1=z w=z ", 2),
                Arguments.of(rules(3, "(?:[a-z]{0,40} ){20}#"), "many small words and no number ", 0),
                Arguments.of(rules(10, "(x+x+)+y#"), "xxxxxxxxxxxxxxxx", 0),
                Arguments.of(rules(20, "(?i)(?:.*a){20}key#"), "a key ", 0),
                Arguments.of(rules(2, "(?:(?:a|b|c|d|e|f)?){0,200}"), "abcdef", 0),
                Arguments.of(rules(3, "x*"), "xyz", 3));
    }

    @ParameterizedTest
    @MethodSource
    void endures(String rules, String piece, int atLeast) throws IOException {
        assertThat(scan(rules, piece.repeat(20_000 / piece.length())).findings())
                .hasSizeGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void manyAllowlistsAndStopwordsEnd() throws IOException {
        String words = IntStream.range(0, 20_000).mapToObj(i -> "'s" + i + "x'").collect(Collectors.joining(","));
        String rules = rule(0, "key=[a-z]+") + "[[rules.allowlists]]\nstopwords = [" + words + "]\n"
                + "[[allowlists]]\nregexes = ['(a|b)*c']\n".repeat(300);
        assertThat(scan(rules, "key=abd ".repeat(50)).findings()).hasSize(50);
    }
}
