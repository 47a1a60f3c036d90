package dev.evalkit.scan.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RuleFileTest {

    private static RuleSet read(String text) {
        return RuleFile.read("gitleaks.toml", text);
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(message);
    }

    @Test
    void everySupportedKeyIsRead() {
        RuleSet rules = read("""
                title = "ours"
                minVersion = "v8.25.0"
                [extend]
                useDefault = false
                [allowlist]
                paths = ['''vendor/''']
                [[allowlists]]
                targetRules = ["r1"]
                description = "tests"
                condition = "AND"
                regexTarget = "line"
                regexes = ['''fake''']
                paths = ['''test''']
                [[rules]]
                id = "r1"
                description = "a token"
                regex = '''tok_(\\w+)'''
                secretGroup = 1
                entropy = 3
                keywords = ["tok_"]
                path = '''\\.txt$'''
                tags = ["a"]
                [rules.allowlist]
                stopwords = ["DUMMY"]
                [[rules.allowlists]]
                regexTarget = "match"
                regexes = ['''x''']
                """);

        Rule rule = rules.rules().get(0);
        assertThat(rule.secretGroup()).isEqualTo(1);
        assertThat(rule.entropy()).isEqualTo(3.0);
        assertThat(rule.keywords()).containsExactly("tok_");
        assertThat(rule.isAbout("a.txt")).isTrue();
        assertThat(rule.isAbout("a.md")).isFalse();
        assertThat(rule.allowlists()).hasSize(2);
        assertThat(rule.allowlists().get(0).allows("p", "my dummy one", "", "")).isTrue();
        assertThat(rules.allowlists()).extracting(Allowlist::reason).containsExactly("", "tests");
        assertThat(rules.allowlists().get(0).allowsFile("a/vendor/b")).isTrue();
        assertThat(rules.allowlists().get(1).allows("test/a", "s", "m", "a fake one"))
                .isTrue();
        assertThat(rules.allowlists().get(1).allows("main/a", "s", "m", "a fake one"))
                .isFalse();
    }

    @Test
    void theBundledRulesAreExtendedAndChanged() {
        RuleSet rules = read("""
                [extend]
                useDefault = true
                disabledRules = ["email-address"]
                [[rules]]
                id = "github-token"
                [[rules.allowlists]]
                regexes = ['''^ghp_a''']
                [[rules]]
                id = "ours"
                regex = "ours_[a-z]{10}"
                """);

        assertThat(rules.rules())
                .extracting(Rule::id)
                .contains("ours", "slack-token")
                .doesNotContain("email-address");
        assertThat(rules.rules())
                .filteredOn(rule -> rule.id().equals("github-token"))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.keywords()).contains("ghp_");
                    assertThat(rule.allowlists()).hasSize(1);
                });
    }

    @TestFactory
    Stream<DynamicTest> aKeyThatIsNotSupportedIsRefusedByNameAndPlace() {
        return Stream.of(
                        new String[] {
                            "title = \"x\"\n[[rules]]\nid = \"a\"\nregex = \"b\"\nverify = true\n",
                            "gitleaks.toml:5:1: found the key \"rules.verify\", which is not supported; supported in rules: "
                                    + "allowlist, allowlists, counterexamples, description, entropy, examples, id, keywords, "
                                    + "path, regex, secretGroup, tags"
                        },
                        new String[] {
                            "[extend]\nurl = \"https://host.example\"\n",
                            "gitleaks.toml:2:1: found the key \"extend.url\", which is not supported; supported in extend: "
                                    + "disabledRules, useDefault"
                        },
                        new String[] {
                            "[other]\n",
                            "gitleaks.toml:1:1: found the key \"other\", which is not supported; supported at the top: "
                                    + "allowlist, allowlists, description, extend, minVersion, rules, title"
                        })
                .map(each -> DynamicTest.dynamicTest(each[1], () -> assertRefused(each[0], each[1])));
    }

    @TestFactory
    Stream<DynamicTest> whatMakesNoSenseIsRefused() {
        return Stream.of(
                        new String[] {"[[rules]]\nregex = \"a\"\n", "gitleaks.toml:1:1: found a rule without an id"},
                        new String[] {
                            "[[rules]]\nid = \"a\"\n", "gitleaks.toml:2:1: the rule \"a\" has neither regex nor path"
                        },
                        new String[] {
                            "[[rules]]\nid = \"a\"\nregex = \"b\"\nsecretGroup = 1\n",
                            "gitleaks.toml:4:1: found group 1 of an expression with 0"
                        },
                        new String[] {
                            "[[rules]]\nid = \"a\"\nregex = \"b\"\nentropy = 9\n",
                            "gitleaks.toml:4:1: found 9.0, expected bits per character from 0 to 8"
                        },
                        new String[] {
                            "[[rules]]\nid = \"a\"\nregex = \"b\"\nkeywords = \"k\"\n",
                            "gitleaks.toml:4:1: found another kind of value for \"rules.keywords\", expected an array of "
                                    + "strings"
                        },
                        new String[] {
                            "[[rules]]\nid = \"a\"\nregex = \"b\"\n[[rules]]\nid = \"a\"\nregex = \"c\"\n",
                            "gitleaks.toml:5:1: found the rule \"a\" again, first at gitleaks.toml:1:1"
                        },
                        new String[] {
                            "[[rules]]\nid = \"a\"\nregex = '''b(?=c)'''\n",
                            "gitleaks.toml:3:1: rules.regex: expected a regular expression in the syntax of RE2 (no "
                                    + "look-around, no back references), found a group of an unknown kind"
                        },
                        new String[] {
                            "[[rules]]\nid = \"a\"\nregex = \"b\"\n[[allowlists]]\ntargetRules = [\"c\"]\nregexes = [\"d\"]\n",
                            "gitleaks.toml:4:1: found an allowlist for the rule \"c\", which does not exist"
                        },
                        new String[] {
                            "[[rules]]\nid = \"a\"\nregex = \"b\"\nRegex = \"c\"\n",
                            "gitleaks.toml:1:1: found the key \"rules.Regex\" and the key \"rules.regex\""
                        },
                        new String[] {
                            "[[allowlists]]\ncondition = \"XOR\"\npaths = [\"a\"]\n",
                            "gitleaks.toml:2:1: found \"XOR\", expected OR or AND"
                        },
                        new String[] {
                            "[[allowlists]]\ndescription = \"a\"\n",
                            "gitleaks.toml:1:1: found an allowlist without paths, regexes, stopwords and commits"
                        })
                .map(each -> DynamicTest.dynamicTest(each[1], () -> assertRefused(each[0], each[1])));
    }

    @Test
    void keysAreKnownWhateverTheirCase() {
        RuleSet rules = read("""
                [[rules]]
                ID = "a"
                regex = "b(c)"
                secretgroup = 1
                [rules.allowList]
                stopWords = ["x"]
                condition = "and"
                """);
        assertThat(rules.rules().get(0).secretGroup()).isEqualTo(1);
        assertThat(rules.rules().get(0).allowlists().get(0).all()).isTrue();
    }

    @Test
    void whatHasNoEffectHereIsSaid() {
        RuleSet rules = read("""
                [extend]
                useDefault = true
                disabledRules = ["no-such-rule"]
                [[allowlists]]
                commits = ["0123456789abcdef0123456789abcdef01234567"]
                [[allowlists]]
                condition = "AND"
                commits = ["0123456789abcdef0123456789abcdef01234567"]
                paths = ["a"]
                """);
        assertThat(rules.notes())
                .containsExactly(
                        "gitleaks.toml:1:1: there is no rule \"no-such-rule\" to be disabled",
                        "gitleaks.toml:4:1: the allowlist's commits let nothing pass, for files are scanned and no commits",
                        "gitleaks.toml:6:1: the allowlist's commits let nothing pass, for files are scanned and no commits");
        assertThat(rules.allowlists()
                        .subList(
                                rules.allowlists().size() - 2,
                                rules.allowlists().size()))
                .noneMatch(list -> list.allowsFile("a") || list.allows("a", "s", "m", "l"));
    }

    @Test
    void textThatIsNoTomlIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> read("[[rules]]\nid = \n"))
                .isInstanceOf(EvalkitException.class)
                .hasMessageStartingWith("gitleaks.toml:2:6: expected TOML, found: ");
        assertThatThrownBy(() -> read("a = " + "[".repeat(100_000)))
                .isInstanceOf(EvalkitException.class)
                .hasMessageStartingWith("gitleaks.toml");
    }
}
