package dev.evalkit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seriot's JSONTestSuite (github.com/nst/JSONTestSuite): each file becomes a value in a record, declared and undeclared. */
class JsonTestSuiteTest {
    /** A key twice in one object is allowed by the grammar and refused here, where the object is the record. */
    private static final Set<String> DUPLICATE_KEYS =
            Set.of("y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json");

    @TempDir
    Path folder;

    @Test
    void everyValueThatMustBeAcceptedIs() throws IOException {
        for (Path file : files("y_")) {
            assertThat(accepts(valueOf(file))).as(file.getFileName().toString()).isTrue();
        }
    }

    @Test
    void everyValueThatMustBeRefusedIsWithFileLineAndColumn() throws IOException {
        for (Path file : files("n_")) {
            if (holdsNothing(file)) {
                continue;
            }
            byte[] record = record(valueOf(file));
            Path sample = Files.write(folder.resolve("n.json"), inArray(record));
            assertThatThrownBy(() -> fold(sample))
                    .as(file.getFileName().toString())
                    .isInstanceOf(EvalkitException.class)
                    .hasMessageMatching("(?s)\\Q" + sample + "\\E:\\d+(:\\d+)?: .*found .*expected .*");
        }
    }

    @Test
    void whatMayBeAcceptedOrRefusedIsPinned() throws IOException {
        SortedSet<String> accepted = new TreeSet<>();
        for (Path file : files("i_")) {
            if (accepts(valueOf(file))) {
                accepted.add(file.getFileName().toString());
            }
        }
        // Refused: what is not UTF-8, escaped lone surrogates, numbers beyond a double, UTF-16, a byte order mark
        // inside.
        assertThat(accepted)
                .containsExactly(
                        "i_number_double_huge_neg_exp.json",
                        "i_number_real_underflow.json",
                        "i_number_too_big_neg_int.json",
                        "i_number_too_big_pos_int.json",
                        "i_number_very_big_negative_int.json");
    }

    @Test
    void aRecordThatNamesAKeyTwiceIsRefused() throws IOException {
        for (String name : DUPLICATE_KEYS) {
            byte[] content = Files.readAllBytes(
                    Samples.shared("corpora/JSONTestSuite/test_parsing").resolve(name));
            Path sample = Files.write(folder.resolve("duplicate.jsonl"), content);
            assertThatThrownBy(() -> Samples.rows(sample, "a"))
                    .hasMessage(sample + ":1:10: found the key \"a\" a second time, expected each key once;"
                            + " mend it, or allow bad lines with --max-bad-lines N");
        }
    }

    private List<Path> files(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(Samples.shared("corpora/JSONTestSuite/test_parsing"))) {
            List<Path> selected = files.filter(
                            file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
            assertThat(selected).hasSizeGreaterThan(30);
            return selected;
        }
    }

    private static byte[] valueOf(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    /** Some files hold nothing but space; inside a record that is no value either, which the others show. */
    private static boolean holdsNothing(Path file) throws IOException {
        return new String(valueOf(file), StandardCharsets.ISO_8859_1).isBlank();
    }

    private boolean accepts(byte[] value) throws IOException {
        Set<Boolean> outcomes = new HashSet<>();
        for (byte[] record : List.of(record(value), declared(value))) {
            outcomes.add(isGood(Files.write(folder.resolve("array.json"), inArray(record))));
            if (new String(value, StandardCharsets.ISO_8859_1).indexOf('\n') < 0) {
                outcomes.add(isGood(Files.write(folder.resolve("line.jsonl"), record)));
            }
        }
        assertThat(outcomes)
                .as("the same in an array, on a line, declared or not")
                .hasSize(1);
        return outcomes.contains(true);
    }

    private static boolean isGood(Path file) {
        try {
            fold(file);
            return true;
        } catch (EvalkitException e) {
            return false;
        }
    }

    private static void fold(Path file) {
        SampleReader.withDefaults().fold(file, List.of(Column.optional("declared")), Samples.each(Sample::line));
    }

    private static byte[] record(byte[] value) {
        return around("{\"undeclared\": ", value, "}");
    }

    private static byte[] declared(byte[] value) {
        return around("{\"declared\": ", value, "}");
    }

    private static byte[] inArray(byte[] record) {
        return around("[", record, "]");
    }

    private static byte[] around(String before, byte[] value, String after) {
        String text = before + new String(value, StandardCharsets.ISO_8859_1) + after;
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
