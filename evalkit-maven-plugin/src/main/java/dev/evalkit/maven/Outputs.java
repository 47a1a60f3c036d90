package dev.evalkit.maven;

import dev.evalkit.EvalkitException;
import dev.evalkit.io.DurableFile;
import dev.evalkit.io.StandardStreams;
import dev.evalkit.report.Document;
import dev.evalkit.report.Format;
import java.io.File;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Where a goal's document goes, and in which formats, by its parameters.
 *
 * @param goal the goal, which names the files in a folder
 * @param formats the formats by name; none where nothing was said
 * @param file the file, or null
 * @param folder the folder, or null
 */
record Outputs(
        String goal,
        List<String> formats,
        @Nullable File file,
        @Nullable File folder) {

    Outputs {
        formats = List.copyOf(formats);
        EnumSet<Format> all = EnumSet.allOf(Format.class);
        formats.forEach(format -> Format.ofId(format, all));
        if (file != null && folder != null) {
            throw new EvalkitException("evalkit.outputFile and evalkit.outputFolder are both set; set one of them");
        }
        if (folder != null && formats.isEmpty()) {
            throw new EvalkitException(
                    "evalkit.outputFolder is set; say with evalkit.format which documents it is for, e.g. junit,sarif");
        }
        if (folder == null && formats.size() > 1) {
            throw new EvalkitException("evalkit.format has several formats (" + String.join(", ", formats)
                    + "); say with evalkit.outputFolder where they go");
        }
    }

    /** Whether the document stands in the place of what people read. */
    private boolean isStandardOutput() {
        return file == null && folder == null && !formats.isEmpty();
    }

    /** The log for what people read. */
    Log log(Log log) {
        return isStandardOutput() ? new HushedLog(log) : log;
    }

    /** Writes the document; formats of a folder that this goal does not have are other goals'. */
    void write(Document document) {
        Set<Format> known = document.formats();
        if (folder != null) {
            for (String name : formats) {
                Format format = Format.ofId(name, EnumSet.allOf(Format.class));
                if (known.contains(format)) {
                    DurableFile.write(
                            folder.toPath().resolve(goal + format.ending()), out -> document.write(format, out));
                }
            }
        } else if (file != null) {
            Format format = formats.isEmpty() ? byEnding(file, known) : Format.ofId(formats.get(0), known);
            DurableFile.write(file.toPath(), out -> document.write(format, out));
        } else if (isStandardOutput()) {
            Format format = Format.ofId(formats.get(0), known);
            StandardStreams.out(out -> document.write(format, out));
        }
    }

    private static Format byEnding(File file, Set<Format> known) {
        return Format.ofFile(file.toPath())
                .filter(known::contains)
                .orElseThrow(() -> new EvalkitException(
                        "The format of evalkit.outputFile=" + file.getName() + " is not clear; set evalkit.format"));
    }
}
