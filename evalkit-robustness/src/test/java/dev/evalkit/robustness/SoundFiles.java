package dev.evalkit.robustness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A sound file for each {@link Reader}. */
final class SoundFiles {
    private SoundFiles() {}

    static void write(Path folder) throws IOException {
        Fixture fixture = new Fixture(folder).write().evaluate();
        fixture.file("scores.jsonl", unpacked(fixture));
        fixture.file(
                "outputs/array.json",
                "[" + String.join(",\n", Fixture.samples(3).strip().split("\n")) + "]\n");
        fixture.file("outputs/table.csv", "id,label,value\nq1,yes,1\nq2,\"n,o\",2.5e3\nq3,\"a \"\"b\"\"\",-7\n");
        fixture.file("gitleaks.toml", RULES);
    }

    private static String unpacked(Fixture fixture) throws IOException {
        Path scores = fixture.root().resolve("reports/m1_trivia_20261123T120100Z/scores/accuracy.jsonl.gz");
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(scores))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static final String RULES = """
            title = "rules"
            [extend]
            useDefault = false
            [[rules]]
            id = "r"
            description = "An example"
            regex = '''(?i)key[_-]?(id|no)\\s*=\\s*([a-z0-9]{8,40})\\b'''
            secretGroup = 2
            entropy = 3.5
            keywords = ["key"]
            path = '''\\.(txt|md)$'''
            [rules.allowlist]
            regexes = ['''^x+$''']
            stopwords = ["example"]
            [allowlist]
            paths = ['''(^|/)docs/''']
            """;
}
