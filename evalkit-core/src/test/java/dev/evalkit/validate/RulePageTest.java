package dev.evalkit.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.evaluate.Evaluators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulePageTest {
    private static final Path PAGE = Path.of("..", "docs", "rules.md");

    private final List<RuleDescription> rules = Validator.of(Evaluators.load()).rules();

    @Test
    void thePageIsWhatTheRulesSayOfThemselves() throws IOException {
        String page = RulePage.of(rules);
        if (System.getProperty("evalkit.updateRules") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as(
                        "docs/rules.md is made anew with: mvn test -pl evalkit-core -Dtest=RulePageTest -Devalkit.updateRules")
                .isEqualTo(page);
    }

    @Test
    void eachRuleHasAnIdOfItsOwnAndTellsWhatAReaderNeeds() {
        assertThat(rules)
                .extracting(RuleDescription::id)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(rules).hasSize(36).allSatisfy(rule -> {
            assertThat(rule.id()).matches("EK-(DOC|REF|VAL)-[0-9]{3}");
            assertThat(List.of(rule.title(), rule.explanation(), rule.broken(), rule.mended()))
                    .allSatisfy(text -> assertThat(text).isNotBlank().doesNotEndWith("\n"));
            assertThat(rule.explanation()).endsWith(".");
            assertThat(rule.title()).doesNotEndWith(".");
            assertThat(rule.broken()).isNotEqualTo(rule.mended());
        });
    }
}
