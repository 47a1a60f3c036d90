package dev.evalkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {

    @Test
    void leavesOrdinaryTextOfAnyScriptAsItIs() {
        assertThat(Shown.text("größe 模型 😀 \"x\"")).isEqualTo("größe 模型 😀 \"x\"");
    }

    @Test
    void escapesWhatATerminalWouldActUponAndWhatNobodySees() {
        assertThat(Shown.text("a\u001b[31m\u202e\u200b\u2028\uD800\n"))
                .isEqualTo("a\\u001b[31m\\u202e\\u200b\\u2028\\ud800\\u000a");
    }

    @Test
    void shortensToEightyCharacters() {
        assertThat(Shown.quoted("😀".repeat(80))).isEqualTo("\"" + "😀".repeat(80) + "\"");
        assertThat(Shown.quoted("😀".repeat(81))).isEqualTo("\"" + "😀".repeat(79) + "…\"");
    }
}
