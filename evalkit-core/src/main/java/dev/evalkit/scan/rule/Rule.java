package dev.evalkit.scan.rule;

import dev.evalkit.scan.pattern.LinearPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to look for: in contents, or in the names of files.
 *
 * @param id its name in findings
 * @param description what it finds
 * @param regex what a content must match; null where the path alone is enough
 * @param secretGroup the group of {@code regex} that is the secret; 0 for the first group that took part, else the whole match
 * @param entropy a secret of at most as many bits per character is none; 0 for any
 * @param keywords texts of which one must be in the content, whatever its case; where there are none the expression alone decides
 * @param path what the file's path must match; null for any
 * @param allowlists what is let pass
 */
public record Rule(
        String id,
        String description,
        @Nullable LinearPattern regex,
        int secretGroup,
        double entropy,
        List<String> keywords,
        @Nullable LinearPattern path,
        List<Allowlist> allowlists) {

    public Rule {
        keywords = List.copyOf(keywords);
        allowlists = List.copyOf(allowlists);
    }

    /** Whether it looks at files with this path. */
    public boolean isAbout(String file) {
        return path == null || path.isFoundIn(file);
    }
}
