package dev.evalkit.scan.rule;

import dev.evalkit.EvalkitException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Rules, and what is let pass whatever rule found it.
 *
 * @param rules the rules, each id once
 * @param allowlists what is let pass
 * @param notes what in the file of the rules has no effect here, in words, each with its place
 */
public record RuleSet(List<Rule> rules, List<Allowlist> allowlists, List<String> notes) {
    private static final String BUNDLED = "secrets.toml";
    private static final long LARGEST_FILE = 1 << 20;

    public RuleSet {
        rules = List.copyOf(rules);
        allowlists = List.copyOf(allowlists);
        notes = List.copyOf(notes);
    }

    /** The rules that evalkit brings. */
    public static RuleSet bundled() {
        return RuleFile.read(BUNDLED, bundledText());
    }

    /** The file of the rules that evalkit brings. */
    static String bundledText() {
        try (InputStream in = RuleSet.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + BUNDLED + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The rules of a file in the format of gitleaks.
     *
     * @param file where it is
     * @param name how messages name it
     * @throws EvalkitException if it cannot be read, is larger than 1 MiB, malformed, or has a key or an expression that is not supported
     */
    public static RuleSet read(Path file, String name) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new EvalkitException(name + ": found a rule file of " + Files.size(file) + " bytes, at most "
                        + LARGEST_FILE + " are allowed");
            }
            return RuleFile.read(name, Files.readString(file));
        } catch (IOException e) {
            throw new EvalkitException(name + ": the rules cannot be read: " + e, e);
        }
    }
}
