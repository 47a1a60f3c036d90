package dev.evalkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Golden files: text that was looked at once, beside the test that compares with it. */
public final class Golden {
    private Golden() {}

    /**
     * Asserts that the text is that of the golden file. Where it is not, what was found is written to {@code target/golden}, to be looked at and
     * copied if the change is meant.
     */
    public static void assertMatches(Class<?> test, String name, String found) {
        try (InputStream in = test.getResourceAsStream(name)) {
            String golden = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!golden.equals(found)) {
                Path copy = Path.of("target", "golden", name);
                Files.createDirectories(copy.toAbsolutePath().getParent());
                Files.writeString(copy, found);
            }
            assertThat(found).isEqualTo(golden);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
