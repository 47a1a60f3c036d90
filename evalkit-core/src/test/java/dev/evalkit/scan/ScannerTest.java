package dev.evalkit.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import dev.evalkit.scan.rule.RuleSet;
import dev.evalkit.scan.rule.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScannerTest {
    private static final Scanner SCANNER = Scanner.of(RuleSet.bundled());

    private final String token = Template.expand("ghp_<A-Za-z0-9:36>", new Random(7));

    @TempDir
    Path root;

    private Path write(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private ScanResult scan() {
        return SCANNER.scan(FileList.of(root, List.of(root)), ScanBaseline.of(root));
    }

    private static List<String> found(ScanResult result) {
        return result.findings().stream()
                .map(each -> each.location() + " " + each.rule())
                .toList();
    }

    @Test
    void aFindingSaysFileLineAndColumnAndNotTheSecret() throws IOException {
        write("reports/run/notes.md", "Überschrift\n\nmy töken: " + token + "\n");

        ScanResult result = scan();

        assertThat(result.findings())
                .extracting(ScanFinding::toString)
                .containsExactly(
                        "reports/run/notes.md:3:11: A token of GitHub [redacted, 40 characters] [github-token]");
    }

    @Test
    void theSecretStandsInNothingThatIsWritten() throws IOException {
        write("data/" + token + ".txt", "token: " + token);

        ScanResult result = scan();
        ScanBaseline.of(root).accepting(result.findings(), "a test").write(root);

        assertThat(result.findings()).hasSize(1);
        assertThat(root.resolve(ScanBaseline.FILE)).content().doesNotContain(token);
        assertThat(result.toString()).doesNotContain(token);
        assertThatThrownBy(() -> SCANNER.requireClean(root, List.of(root.resolve("data"))))
                .isInstanceOf(EvalkitException.class)
                .message()
                .startsWith("Not published, for it would show sensitive data:")
                .contains("data/[redacted].txt:1:8: A token of GitHub [redacted, 40 characters] [github-token]")
                .doesNotContain(token);
    }

    @Test
    void aTextThatIsToBePublishedIsRefusedWithoutBeingShown() {
        SCANNER.requireClean("evalkit.reason", "better on all counts");
        assertThat(SCANNER.isClean("a sample", "better on all counts")).isTrue();
        assertThat(SCANNER.isClean("a sample", "with " + token)).isFalse();
        assertThatThrownBy(() -> SCANNER.requireClean("evalkit.reason", "with " + token))
                .message()
                .contains("evalkit.reason:1:6: A token of GitHub [redacted, 40 characters] [github-token]")
                .doesNotContain(token);
    }

    @Test
    void textInUtf16IsReadWithItsLinesAndColumns() throws IOException {
        String text = "Überschrift 🙂\r\n\r\nmy töken: " + token + "\r\n";
        for (String charset : List.of("UTF-16LE", "UTF-16BE")) {
            Path file = root.resolve(charset + ".txt");
            Files.write(file, ("\uFEFF" + text).getBytes(charset));
        }
        // Pairs of surrogates across the parts that are read, and half of one at the end.
        String long16 = "\uFEFFx" + "🙂".repeat(40_000) + "\n " + token + " \ud83d";
        Files.write(root.resolve("long.txt"), long16.getBytes(StandardCharsets.UTF_16LE));
        Files.write(root.resolve("archive.zip"), zip("in.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE)));
        Files.write(root.resolve("empty.txt"), new byte[] {(byte) 0xFF, (byte) 0xFE});

        assertThat(found(scan()))
                .containsExactly(
                        "UTF-16BE.txt:3:11 github-token",
                        "UTF-16LE.txt:3:11 github-token",
                        "archive.zip!/in.txt:3:11 github-token",
                        "long.txt:2:2 github-token");
    }

    @Test
    void aCommentOnTheLineLetsAFindingPass() throws IOException {
        write("a.txt", token + " # evalkit:allow\n" + token + " // gitleaks:allow\n" + token + "\n");

        ScanResult result = scan();

        assertThat(found(result)).containsExactly("a.txt:3:1 github-token");
        assertThat(result.allowed()).isEqualTo(2);
    }

    @Test
    void anAcceptedFindingPassesInItsFileAndWithItsSecretOnly() throws IOException {
        write("a.txt", token);
        ScanBaseline none = ScanBaseline.of(root);
        none.accepting(SCANNER.scan(FileList.of(root, List.of(root)), none).findings(), "revoked in May")
                .write(root);
        write("a.txt", "moved down\n" + token);
        assertThat(scan().isClean()).isTrue();
        assertThat(scan().accepted()).hasSize(1);

        write("b.txt", token);
        write("a.txt", token + "\n" + Template.expand("ghp_<A-Za-z0-9:36>", new Random(8)));

        assertThat(found(scan())).containsExactly("a.txt:2:1 github-token", "b.txt:1:1 github-token");
        assertThatThrownBy(() -> ScanBaseline.of(root).accepting(scan().findings(), " "))
                .hasMessage("A finding is accepted with a reason: say why it is no secret, or no longer one");
    }

    @Test
    void theFingerprintDependsOnTheSaltOfTheRepository() throws IOException {
        write("a.txt", token);
        FileList files = FileList.of(root, List.of(root));

        ScanResult one = SCANNER.scan(files, new ScanBaseline("one", List.of()));
        ScanResult other = SCANNER.scan(files, new ScanBaseline("other", List.of()));

        assertThat(one.findings().get(0).fingerprint())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(other.findings().get(0).fingerprint());
    }

    @Test
    void archivesAndCompressedFilesAreLookedIntoWhateverTheirNames() throws IOException {
        byte[] text = ("first\n" + token).getBytes(StandardCharsets.UTF_8);
        byte[] zip = zip("in/notes.txt", text, "id_rsa", new byte[] {1});
        Files.write(root.resolve("a.jsonl.gz"), gzip(text));
        Files.write(root.resolve("b.jar"), zip);
        Files.write(root.resolve("c.bin"), zip("deep.zip", zip));
        Files.write(root.resolve("d.tgz"), gzip(tar("long/" + "x".repeat(120) + ".txt", text)));

        assertThat(found(scan()))
                .containsExactly(
                        "a.jsonl.gz:2:1 github-token",
                        "b.jar!/in/notes.txt:2:1 github-token",
                        "b.jar!/id_rsa file-ssh-key",
                        "c.bin!/deep.zip!/in/notes.txt:2:1 github-token",
                        "c.bin!/deep.zip!/id_rsa file-ssh-key",
                        "d.tgz!/long/" + "x".repeat(120) + ".txt:2:1 github-token");
    }

    @Test
    void whatIsNotLookedIntoIsSaid() throws IOException {
        byte[] nested = token.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 6; i++) {
            nested = gzip(nested);
        }
        Files.write(root.resolve("deep.gz"), nested);
        Files.write(root.resolve("bomb.gz"), gzip(new byte[3 << 20]));
        byte[] zip = zip("a.txt", "some text that is long enough".getBytes(StandardCharsets.UTF_8));
        Files.write(root.resolve("torn.zip"), Arrays.copyOf(zip, 40));
        write("z.txt", "beyond");
        Files.createSymbolicLink(root.resolve("link"), root.resolve("z.txt"));
        long before = Files.size(root.resolve("deep.gz")) + Files.size(root.resolve("bomb.gz")) + 40;

        ScanResult result = SCANNER.with(
                        ScanSettings.withDefaults().withExpansion(1 << 20).withBudget(before))
                .scan(FileList.of(root, List.of(root)), ScanBaseline.of(root));

        assertThat(result.skipped())
                .extracting(Skipped::toString)
                .containsExactly(
                        "bomb.gz: more than 1048576 bytes come out of it; the rest was not looked into",
                        "deep.gz: an archive within 4 archives is not opened",
                        "link: a symbolic link is not followed",
                        "torn.zip: the archive cannot be read to its end: Unexpected end of ZLIB input stream",
                        "z.txt: beyond the budget of " + before + " bytes in all");
    }

    @Test
    void aSecretAcrossTheBordersOfLargePartsIsFoundOnce() throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.length() < Buffer.SIZE - (1 << 17) - 20) {
            text.append("0123456789 some text\n");
        }
        text.append(token).append('\n');
        while (text.length() < Buffer.SIZE - 20) {
            text.append("0123456789 some text\n");
        }
        text.append(token).append('\n').append("x".repeat(1 << 18)).append('\n').append(token);
        Files.writeString(root.resolve("large.txt"), text);
        List<String> lines = text.toString().lines().toList();

        List<String> expected = Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                .filter(i -> lines.get(i).equals(token))
                .map(i -> "large.txt:" + (i + 1) + ":1 github-token")
                .toList();

        assertThat(expected).hasSize(3);
        assertThat(found(scan())).isEqualTo(expected);
    }

    @Test
    void gitsIgnoreRulesAreRespectedAndReportsAreIncluded() throws IOException, InterruptedException {
        Assumptions.assumeTrue(git("init", "-q") == 0, "git is not there");
        write(".gitignore", "target/\n");
        write("target/ignored.txt", token);
        write("reports/r/current.json", "{\"x\": \"" + token + "\"}");
        write("tracked.txt", token);
        git("add", "tracked.txt");

        ScanResult result = SCANNER.scan(root);

        assertThat(found(result))
                .containsExactly("reports/r/current.json:1:8 github-token", "tracked.txt:1:1 github-token");
        assertThat(result.scope()).isEqualTo("what git tracks or would add");
    }

    private int git(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        try {
            return new ProcessBuilder(command).directory(root.toFile()).start().waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    @Test
    void withoutGitAllFilesAreScanned() throws IOException {
        write(".gitignore", "target/\n");
        write("target/ignored.txt", token);

        ScanResult result = SCANNER.scan(root);

        assertThat(found(result)).containsExactly("target/ignored.txt:1:1 github-token");
        assertThat(result.scope()).isEqualTo("all files, ignored ones too: git does not know this folder");
    }

    @Test
    void theResultDoesNotDependOnThreads() throws IOException {
        for (int i = 0; i < 50; i++) {
            write("d" + i % 7 + "/f" + i + ".txt", "x\n".repeat(i) + token);
        }
        ScanBaseline baseline = new ScanBaseline("salt", List.of());
        FileList files = FileList.of(root, List.of(root));

        assertThat(SCANNER.with(new ScanSettings(1 << 30, 1 << 30, 4, 1)).scan(files, baseline))
                .isEqualTo(
                        SCANNER.with(new ScanSettings(1 << 30, 1 << 30, 4, 8)).scan(files, baseline));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
            }
        }
        return bytes.toByteArray();
    }

    /** As GNU tar writes a long name: a header of type L, the name, then the file. */
    private static byte[] tar(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] longName = (name + "\0").getBytes(StandardCharsets.UTF_8);
        for (Object[] part : new Object[][] {{"././@LongLink", 'L', longName}, {name.substring(0, 99), '0', content}}) {
            byte[] data = (byte[]) part[2];
            byte[] header = new byte[512];
            put(header, 0, (String) part[0]);
            put(header, 124, String.format("%011o", data.length));
            header[156] = (byte) (char) part[1];
            put(header, 257, "ustar  ");
            bytes.write(header);
            bytes.write(data);
            bytes.write(new byte[-data.length & 511]);
        }
        bytes.write(new byte[1024]);
        return bytes.toByteArray();
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
