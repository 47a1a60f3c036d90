package dev.evalkit.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.scan.rule.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule files mean here what they mean to gitleaks (its detect package, version 8.28). */
class GitleaksSemanticsTest {
    @TempDir
    Path root;

    private List<String> found(String rules, String content) throws IOException {
        return found(rules, "a/file.txt", content);
    }

    /** Each finding as {@code rule:line:column:length}. */
    private List<String> found(String rules, String name, String content) throws IOException {
        Path tree = Files.createTempDirectory(root, "tree");
        Path file = tree.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Path toml = Files.writeString(root.resolve("rules.toml"), rules);
        return Scanner.of(RuleSet.read(toml, "rules.toml"))
                .scan(FileList.of(tree, List.of(tree)), ScanBaseline.of(tree))
                .findings()
                .stream()
                .map(each -> each.rule() + ":" + each.line() + ":" + each.column() + ":" + each.length())
                .toList();
    }

    private static String rule(String id, String more) {
        return "[[rules]]\nid = \"" + id + "\"\n" + more + "\n";
    }

    @Test
    void withoutASecretGroupTheFirstGroupThatTookPartIsTheSecret() throws IOException {
        assertThat(found(rule("a", "regex = 'k=(?:x(y+)|z(w+))'"), "k=zwww")).containsExactly("a:1:1:3");
        assertThat(found(rule("a", "regex = 'k=(z)(w+)'\nsecretGroup = 2"), "k=zwww"))
                .containsExactly("a:1:1:3");
        assertThat(found(rule("a", "regex = 'k=(?:x|z)w+'"), "k=zwww")).containsExactly("a:1:1:6");
    }

    @Test
    void groupsAreThoseOfTheMatchSeenByItself() throws IOException {
        // The line break at the match's end is not the match's any more, and then $ holds.
        assertThat(found(rule("a", "regex = 'k=([a-z]+ ?)(?:\\n|$)'"), "k=abc \nd"))
                .containsExactly("a:1:1:4");
    }

    @Test
    void asMuchEntropyAsTheRuleSaysIsTooLittle() throws IOException {
        // Eight different characters have exactly three bits each.
        String more = "regex = 'k=([a-z]+)'\nentropy = ";
        assertThat(found(rule("a", more + "3"), "k=abcdefgh")).isEmpty();
        assertThat(found(rule("a", more + "2.999"), "k=abcdefgh")).hasSize(1);
        assertThat(found(rule("a", more + "0"), "k=aaaaaaaa")).hasSize(1);
    }

    @Test
    void oneKeywordMustBeInTheContentWhateverItsCase() throws IOException {
        String rules = rule("a", "regex = '[0-9]{4}'\nkeywords = ['ToKen', 'other']");
        assertThat(found(rules, "1234\n\nthe tOKEN")).containsExactly("a:1:1:4");
        assertThat(found(rules, "1234 toke n")).isEmpty();
    }

    @Test
    void aRuleOfAPathAloneFindsTheFileAndOneWithBothNeedsBoth() throws IOException {
        assertThat(found(rule("p", "path = '\\.p12$'"), "b/x.p12", "")).containsExactly("p:0:0:0");
        String both = rule("b", "path = '\\.php$'\nregex = 'k[0-9]+'");
        assertThat(found(both, "c/x.php", "k12")).containsExactly("b:1:1:3");
        assertThat(found(both, "c/x.py", "k12")).isEmpty();
    }

    @Test
    void allowlistsLookAtTheSecretTheMatchOrTheLine() throws IOException {
        String rules = rule("a", "regex = 'key=([a-z]+)'\n[[rules.allowlists]]\nregexes = ['%s']\n%s");
        String content = "my key=secret here";
        assertThat(found(String.format(rules, "^secret$", ""), content)).isEmpty();
        assertThat(found(String.format(rules, "key=", ""), content)).hasSize(1);
        assertThat(found(String.format(rules, "^key=", "regexTarget = 'match'"), content))
                .isEmpty();
        assertThat(found(String.format(rules, "here", "regexTarget = 'match'"), content))
                .hasSize(1);
        assertThat(found(String.format(rules, "here$", "regexTarget = 'line'"), content))
                .isEmpty();
        assertThat(found(String.format(rules, "there", "regexTarget = 'line'"), content))
                .hasSize(1);
    }

    @Test
    void stopwordsAreSoughtInTheSecretWhateverItsCase() throws IOException {
        String rules = rule("a", "regex = 'key=([A-Za-z]+)'\n[rules.allowlist]\nstopwords = ['DuMmy']");
        assertThat(found(rules, "key=myduMMYkey")).isEmpty();
        assertThat(found(rules, "dummy key=other")).hasSize(1);
    }

    @Test
    void orNeedsOneConditionAndAndNeedsAll() throws IOException {
        String rules = rule("a", "regex = 'key=([a-z]+)'")
                + "[[allowlists]]\ncondition = '%s'\npaths = ['^a/']\nregexes = ['^fake']\n";
        assertThat(found(String.format(rules, "or"), "key=true")).isEmpty();
        assertThat(found(String.format(rules, "AND"), "key=true")).hasSize(1);
        assertThat(found(String.format(rules, "&&"), "key=fake")).isEmpty();
    }

    @Test
    void anAllowlistWithTargetsIsForThoseRulesAlone() throws IOException {
        String rules = rule("a", "regex = 'key=([a-z]+)'")
                + rule("b", "regex = '=([a-z]+)'")
                + "[[allowlists]]\ntargetRules = ['a']\nregexes = ['^fake']\n";
        assertThat(found(rules, "key=fake")).containsExactly("b:1:4:4");
    }

    @Test
    void aCommentLetsItsLinePass() throws IOException {
        String rules = rule("a", "regex = 'key=([a-z]+)'");
        assertThat(found(rules, "key=one # gitleaks:allow\nkey=two")).containsExactly("a:2:1:3");
    }

    @Test
    void aGenericFindingGivesWayToOneThatHoldsItsSecretInTheSameLine() throws IOException {
        String rules = rule("some-Generic-key", "regex = 'key=([a-z]+)'") + rule("known", "regex = 'kn_?[a-z]+'");
        assertThat(found(rules, "key=knabc")).containsExactly("known:1:5:5");
        assertThat(found(rules, "key=abc kn_abc")).containsExactly("known:1:9:6");
        assertThat(found(rules, "key=abc\nkn_abc")).containsExactly("some-Generic-key:1:1:3", "known:2:1:6");
        // What is let pass does not count.
        assertThat(found(rules + "[[rules.allowlists]]\nregexes = ['^kn']\n", "key=knabc"))
                .containsExactly("some-Generic-key:1:1:5");
    }

    @Test
    void boundariesSeeWhatIsBeforeEvenRightBehindAnotherMatch() throws IOException {
        String rules = rule("a", "regex = '\\bfoo_[a-z]{3}'");
        assertThat(found(rules, "foo_abcfoo_def foo_ghi")).containsExactly("a:1:1:7", "a:1:16:7");
    }

    @Test
    void theLongestOfAGreedyMatchCountsHoweverFarItReaches() throws IOException {
        String rules = rule("a", "regex = 'curl.*-u ([a-z]+)'");
        assertThat(found(rules, "curl -u ab " + "x ".repeat(300) + "-u abcdef")).containsExactly("a:1:1:6");
    }

    @Test
    void aRuleOfTheShapeOfGitleaksOwnIsUnderstood() throws IOException {
        String rules = rule("generic-api-key", """
                regex = '''(?i)[\\w.-]{0,50}?(?:access|auth|(?-i:[Aa]pi|API)|credential|key|passw(?:or)?d|token)(?:[ \\t\\w.-]{0,20})[\\s'"]{0,3}(?:=|>|:{1,3}=|\\|\\||:|=>|\\?=|,)[\\x60'"\\s=]{0,5}([\\w.=-]{10,150}|[a-z0-9][a-z0-9+/]{11,}={0,3})(?:[\\x60'"\\s;]|\\\\[nr]|$)'''
                entropy = 3.5
                keywords = ["access", "api", "auth", "key", "credential", "passwd", "password", "token"]
                [[rules.allowlists]]
                regexes = ['''^[a-zA-Z_.-]+$''', '''[^:]+:\\[[^]]+]''', '''['"]?\\$?{{[^}]+}}['"]?''', '''^\\$(?:\\d+|{\\d+})$''']
                """);
        assertThat(found(rules, "x = 1\nmy_api_key = \"zQ8rT4yU1iO7pA3s" + "D9fG\"\n"))
                .containsExactly("generic-api-key:2:1:20");
        assertThat(found(rules, "my_api_key = \"some_words_and_no_key\"\n")).isEmpty();
        assertThat(found(rules, "my_api_key = \"11111111112222222222\"\n")).isEmpty();
    }
}
