package dev.evalkit.report.finding;

import dev.evalkit.Location;
import dev.evalkit.report.github.Annotation;
import dev.evalkit.validate.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Findings as GitHub shows them beside the lines of a change. */
public final class FindingAnnotations {
    private FindingAnnotations() {}

    /**
     * An annotation for each open finding, errors first.
     *
     * @param folder the repository's folder below the work space with a slash at its end; empty where it is the work space
     */
    public static List<Annotation> of(FindingReport report, String folder) {
        List<Annotation> annotations = new ArrayList<>();
        Stream.of(Severity.values())
                .flatMap(severity -> report.open().stream().filter(finding -> finding.severity() == severity))
                .forEach(finding -> {
                    Location at = finding.location();
                    annotations.add(new Annotation(
                            finding.severity(),
                            new Location(folder + at.file(), at.line(), at.column()),
                            finding.rule(),
                            finding.fullMessage()));
                });
        return annotations;
    }
}
