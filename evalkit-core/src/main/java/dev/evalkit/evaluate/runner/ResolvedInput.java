package dev.evalkit.evaluate.runner;

import dev.evalkit.EvalkitException;
import dev.evalkit.io.Digests;
import dev.evalkit.io.SafePaths;
import dev.evalkit.model.RunScriptRef.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An input whose file was found inside the repository.
 *
 * @param path as the indicator names it, placeholders filled in
 * @param file the real file
 * @param role what it is
 * @param dataset the data set that it belongs to, or null
 * @param sha256 the digest of its bytes
 */
record ResolvedInput(
        String path, Path file, Role role, @Nullable String dataset, String sha256) {

    /**
     * Finds the file.
     *
     * @throws EvalkitException if it leaves the repository or is not there
     */
    static ResolvedInput of(Path root, String path, Role role, @Nullable String dataset) {
        Path file = SafePaths.resolve(root, path);
        if (!Files.isRegularFile(file)) {
            throw new EvalkitException(
                    "There is no input file " + path + " in " + root
                            + "; evaluate reads what was produced before: run what produces it, or correct run_script_ref.inputs");
        }
        return new ResolvedInput(path, file, role, dataset, Digests.sha256(file));
    }

    /** What stands in {@code meta.inputs}. */
    Map<String, Object> describe() {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("path", path);
        description.put("role", role.name().toLowerCase(Locale.ROOT));
        description.put("sha256", sha256);
        return description;
    }
}
