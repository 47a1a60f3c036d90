package dev.evalkit.maven;

import dev.evalkit.io.StandardStreams;
import dev.evalkit.report.Style;
import dev.evalkit.report.finding.FailOn;
import dev.evalkit.report.finding.FindingAnnotations;
import dev.evalkit.report.finding.FindingDocuments;
import dev.evalkit.report.finding.FindingReport;
import dev.evalkit.report.finding.FindingText;
import dev.evalkit.report.github.GitHubStep;
import dev.evalkit.validate.Severity;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Tells what a goal found: in the log, in documents, to the build server; and fails the build where it should. */
final class FindingOutput {
    private final Outputs outputs;
    private final FailOn failOn;
    private final Path root;
    private final String next;
    private final Style style;
    private final Log log;

    /** @param next what else can be done about findings than to correct them */
    FindingOutput(Outputs outputs, FailOn failOn, Path root, String next, Style style, Log log) {
        this.outputs = outputs;
        this.failOn = failOn;
        this.root = root;
        this.next = next;
        this.style = style;
        this.log = log;
    }

    /** Says that findings went into a baseline. */
    void accepted(int count, String file) {
        log.info("Accepted in " + file + ": " + count + (count == 1 ? " finding" : " findings") + "; commit it");
    }

    void publish(FindingReport report) throws MojoFailureException {
        FindingText text = FindingText.of(report, style);
        text.findings().forEach(line -> log(line.severity(), line.text()));
        text.rules().forEach(log::info);
        GitHubStep github = GitHubStep.of(System.getenv(), StandardStreams::errorLine);
        String folder = github.folder(root);
        FindingDocuments documents = FindingDocuments.of(report, failOn, folder);
        outputs.write(documents);
        github.annotate(FindingAnnotations.of(report, folder));
        github.summarize(documents.markdown());
        if (failOn.fails(report)) {
            throw new MojoFailureException(
                    FindingText.of(report, Style.PLAIN).summary() + ". Correct them; or " + next);
        }
        log.info(text.summary() + (report.open().isEmpty() ? "" : ". Correct them; or " + next));
    }

    private void log(@Nullable Severity severity, String line) {
        if (severity == Severity.ERROR) {
            log.error(line);
        } else if (severity == Severity.WARNING) {
            log.warn(line);
        } else {
            log.info(line);
        }
    }
}
