package dev.evalkit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GzipTest {
    @TempDir
    Path folder;

    @Test
    void everyMemberOfAFileIsRead() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.write(Samples.gzip("{\"a\":1}\n{\"a\":"));
        members.write(Samples.gzip(""));
        members.write(Samples.gzip("2}\n"));
        Path file = Files.write(folder.resolve("a.jsonl.gz"), members.toByteArray());
        assertThat(Samples.rows(file, "a")).containsExactly("1: 1", "2: 2");
    }

    @Test
    void aPackedFileIsKnownByItsContentWhateverItsName() throws IOException {
        Path file = Files.write(folder.resolve("a.csv"), Samples.gzip("a\n1\n"));
        assertThat(Samples.rows(file, "a")).containsExactly("2: 1");
    }

    @Test
    void aHeaderWithNameCommentExtraAndChecksumIsRead() throws IOException {
        byte[] plain = Samples.gzip("{\"a\":1}\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {0x1F, (byte) 0x8B, 8, 0x1E, 0, 0, 0, 0, 0, 0});
        bytes.write(new byte[] {3, 0, 'x', 'y', 'z'});
        bytes.write("name\0comment\0".getBytes(StandardCharsets.US_ASCII));
        bytes.write(new byte[] {0, 0});
        bytes.write(plain, 10, plain.length - 10);
        Path file = Files.write(folder.resolve("a.jsonl.gz"), bytes.toByteArray());
        assertThat(Samples.rows(file, "a")).containsExactly("1: 1");
    }

    @Test
    void aCutFileIsRefusedWhereverItIsCut() throws IOException {
        byte[] whole = Samples.gzip("{\"a\":1}\n{\"a\":2}\n");
        for (int length = 2; length < whole.length; length++) {
            Path file = Files.write(folder.resolve("cut.jsonl.gz"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Samples.rows(file, "a"))
                    .isInstanceOf(EvalkitException.class)
                    .hasMessage(file
                            + ": it cannot be read: its gzip data end early; it was cut, or is still being written");
        }
    }

    @Test
    void whatStandsBehindTheDataIsRefused() throws IOException {
        byte[] whole = Samples.gzip("{\"a\":1}\n");
        Path file = Files.write(folder.resolve("a.jsonl.gz"), Arrays.copyOf(whole, whole.length + 3));
        assertThatThrownBy(() -> Samples.rows(file, "a"))
                .hasMessage(file + ": it cannot be read: it is no gzip file, or something stands behind its gzip data");
    }

    @Test
    void damagedDataAreRefused() throws IOException {
        byte[] checksum = Samples.gzip("{\"a\":1}\n");
        checksum[checksum.length - 8]++;
        Path file = Files.write(folder.resolve("a.jsonl.gz"), checksum);
        assertThatThrownBy(() -> Samples.rows(file, "a"))
                .hasMessage(file + ": it cannot be read: its gzip data are damaged: the checksum differs");

        byte[] data = Samples.gzip("{\"a\":1}\n");
        data[10] = (byte) 0xFF;
        Files.write(file, data);
        assertThatThrownBy(() -> Samples.rows(file, "a"))
                .hasMessageStartingWith(file + ": it cannot be read: its gzip data are damaged: ");
    }

    @Test
    void aPlainFileThatIsNamedLikeAPackedOneIsRefused() throws IOException {
        Path file = Samples.write(folder, "a.jsonl.gz", "{\"a\":1}\n");
        assertThatThrownBy(() -> Samples.rows(file, "a")).hasMessageContaining("it is no gzip file");
    }

    /** 256 MiB of one line, in 260 kB: it is read past in bounded memory, and counts as one bad line. */
    @Test
    void aLineThatUnpacksWithoutEndIsCutOffAtTheLimit() throws IOException {
        Path file = folder.resolve("bomb.jsonl.gz");
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) ' ');
        block[0] = '"';
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            gzip.write("{\"a\":1}\n{\"a\":".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 256; i++) {
                gzip.write(block);
            }
            gzip.write("\n{\"a\":2}\n".getBytes(StandardCharsets.UTF_8));
        }
        SampleScan<?> scan =
                SampleReader.withDefaults().withMaxBadLines(1).fold(file, Samples.columns("a"), new Rows(1));
        assertThat(scan.value().toString()).isEqualTo("[1: 1, 3: 2]");
        assertThat(scan.firstBad().toString())
                .isEqualTo("[" + file + ":2:1: found a record of more than 16777216 bytes, expected a shorter one]");
    }
}
