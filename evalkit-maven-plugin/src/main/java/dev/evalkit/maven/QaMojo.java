package dev.evalkit.maven;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.qa.QaEntry;
import java.io.File;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Appends a question and its answer to the QA log, {@code qa/qa_history.jsonl}: a line of JSON with {@code ts, q, a, tags, refs}. What stands there is never
 * changed, and any number of builds may append at a time. An entry that holds a secret is refused.
 *
 * @since 0.1.0
 */
@Mojo(name = "qa", requiresProject = false, threadSafe = true)
public final class QaMojo extends AbstractMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.skip", defaultValue = "false")
    private boolean skip;

    /**
     * The root folder of the evaluation repository.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.repository", defaultValue = "${basedir}", required = true)
    private File repository;

    /**
     * What was asked.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.question")
    private @Nullable String question;

    /**
     * What was answered.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.answer")
    private @Nullable String answer;

    /**
     * Words to find the entry by.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.tags")
    private List<String> tags = List.of();

    /**
     * What the entry is about, each as {@code kind=value}, e.g. {@code metric_id=accuracy_f1,run=reports/…}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.refs")
    private List<String> refs = List.of();

    @Override
    public void execute() throws MojoExecutionException {
        if (skip) {
            getLog().info("Nothing is added to the QA log: evalkit.skip is set");
            return;
        }
        try {
            new QaNotes(true, repository.toPath(), getLog())
                    .add(new QaEntry(
                            Instant.now(),
                            required("evalkit.question", question),
                            required("evalkit.answer", answer),
                            tags.stream().map(String::strip).toList(),
                            references()));
        } catch (EvalkitException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new EvalkitException(name + " is missing, expected e.g."
                    + " -Devalkit.question=\"Why did F1 fall?\" -Devalkit.answer=\"The test set was relabelled\"");
        }
        return value;
    }

    private Map<String, String> references() {
        Map<String, String> references = new LinkedHashMap<>();
        for (String ref : refs) {
            int equals = ref.indexOf('=');
            if (equals < 0) {
                throw new EvalkitException("evalkit.refs: found " + Shown.quoted(ref)
                        + ", expected kind=value, e.g. metric_id=accuracy_f1,run=reports/…");
            }
            String kind = ref.substring(0, equals).strip();
            if (references.put(kind, ref.substring(equals + 1).strip()) != null) {
                throw new EvalkitException("evalkit.refs: found " + Shown.quoted(kind) + " twice, expected it once");
            }
        }
        return references;
    }
}
