package dev.evalkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonStringsTest {
    /** As they stand in JSON, and what they mean. */
    private static final String[][] SPECIALS = {
        {"\\\"", "\""},
        {"\\\\", "\\"},
        {"\\u00e9", "\u00e9"},
        {"\\uD83D\\uDE00", "\ud83d\ude00"},
        {"\u00e9", "\u00e9"},
        {"\u6f22", "\u6f22"},
        {"\ud83d\ude00", "\ud83d\ude00"},
        {"\u007f", "\u007f"},
        {"!", "!"},
        {"#", "#"},
        {"[", "["},
        {"]", "]"},
        {"\u0080", "\u0080"},
        {"\\/", "/"},
        {"\\b\\f\\n\\r\\t", "\b\f\n\r\t"}
    };

    @TempDir
    Path folder;

    /** Strings are scanned eight bytes at a time, so that each place in two words is a case of its own. */
    @Test
    void specialCharactersAreFoundWhereverTheyStand() throws IOException {
        StringBuilder lines = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (String[] special : SPECIALS) {
            for (int before = 0; before < 18; before++) {
                for (int after = 0; after < 10; after++) {
                    String json = "a".repeat(before) + special[0] + "z".repeat(after);
                    lines.append("{\"undeclared\":\"")
                            .append(json)
                            .append("\",\"x\":\"")
                            .append(json)
                            .append("\"}\n");
                    expected.add("a".repeat(before) + special[1] + "z".repeat(after));
                }
            }
        }
        Path file = Samples.write(folder, "a.jsonl", lines.toString());
        List<String> texts = SampleReader.withDefaults()
                .fold(file, Samples.columns("x"), Samples.each(sample -> sample.text(0)))
                .value();
        assertThat(texts).isEqualTo(expected);
    }

    @Test
    void everyControlCharacterIsRefusedWhereverItStands() throws IOException {
        for (char control = 1; control < ' '; control++) {
            StringBuilder lines = new StringBuilder();
            for (int before = 0; before < 17; before++) {
                lines.append("{\"x\":\"")
                        .append("a".repeat(before))
                        .append(control)
                        .append("bcdefghi\"}\n");
            }
            Path file = Samples.write(folder, "a.jsonl", lines.toString());
            SampleScan<List<Long>> scan =
                    SampleReader.withDefaults().withMaxBadLines(50).fold(file, List.of(), Samples.each(Sample::line));
            assertThat(scan.samples()).as("U+%04X", (int) control).isZero();
        }
    }
}
