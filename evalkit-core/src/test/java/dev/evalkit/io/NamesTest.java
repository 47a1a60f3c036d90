package dev.evalkit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"qwen3-8b", "gpt_4.1", "模型", "v1..2", "ünï"})
    void aSlugKeepsAnIdThatIsFitToBeAFolder(String id) {
        assertThat(Slugs.of(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        // The hash is the beginning of what `printf %s ID | sha256sum` prints.
        "meta/llama 3 (8b),meta-llama-3-8b-490fbcf0",
        "../x,x-d6b96a97",
        "con,_con-1143da2b",
        "aux.txt,_aux.txt-0857d0cb",
        ".git,git-4d0a4dff",
        "..,5ec1f7e7",
    })
    void aSlugThatLosesSomethingEndsWithAHashOfTheId(String id, String slug) {
        assertThat(Slugs.of(id)).isEqualTo(slug);
    }

    @Test
    void aSlugIsNeverEmptyNorLongerThanEightyBytes() {
        for (String id :
                List.of("", ".", "..", "///", "\0", "é".repeat(500), "x".repeat(81), "𝒳".repeat(100), "CON.")) {
            String slug = Slugs.of(id);
            assertThat(slug.getBytes(StandardCharsets.UTF_8).length).isBetween(1, 80);
            assertThat(SafePaths.isSafeSegment(slug)).as(slug).isTrue();
        }
    }

    @Test
    void idsThatDifferHaveSlugsThatDiffer() {
        assertThat(List.of(Slugs.of("a b"), Slugs.of("a/b"), Slugs.of("a-b"), Slugs.of("e\u0301"), Slugs.of("\u00e9")))
                .doesNotHaveDuplicates();
    }

    @Test
    void aTimestampIsUtcToTheSecond() {
        assertThat(Timestamps.format(Instant.parse("2026-11-23T14:00:00.999Z"))).isEqualTo("20261123T140000Z");
        assertThat(Timestamps.parse("20261123T140000Z")).contains(Instant.parse("2026-11-23T14:00:00Z"));
    }

    @Test
    void epochSecondsOfOlderRepositoriesAreReadAsWell() {
        assertThat(Timestamps.parse("1767225600")).contains(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20261123",
                "20261323T140000Z",
                "20260230T000000Z",
                "20261123T140000",
                "123456789012",
                "-1767225600"
            })
    void whatIsNoTimestampIsNotGuessed(String text) {
        assertThat(Timestamps.parse(text)).isEmpty();
    }

    @Test
    void digestsAreSha256InLowerCase(@TempDir Path folder) throws IOException {
        // FIPS 180-2, appendix B.1
        String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertThat(Digests.sha256("abc".getBytes(StandardCharsets.UTF_8))).isEqualTo(abc);
        assertThat(Digests.sha256(Files.writeString(folder.resolve("abc"), "abc")))
                .isEqualTo(abc);
        assertThatThrownBy(() -> Digests.sha256(folder.resolve("none")))
                .hasMessage(folder.resolve("none") + ": cannot be read: there is no such file");
    }
}
