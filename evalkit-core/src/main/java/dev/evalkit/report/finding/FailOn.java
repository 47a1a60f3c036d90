package dev.evalkit.report.finding;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.validate.Severity;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** From which severity on findings fail a build. */
public enum FailOn {
    /** Errors do. */
    ERROR,
    /** Warnings do, too. */
    WARNING,
    /** None do. */
    NEVER;

    /**
     * The one with that name.
     *
     * @throws EvalkitException if there is none
     */
    public static FailOn ofId(String id) {
        return Arrays.stream(values())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new EvalkitException("evalkit.failOn is '" + Shown.text(id) + "'; it can be any of "
                        + Arrays.stream(values()).map(FailOn::id).collect(Collectors.joining(", "))));
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a finding of that severity fails the build. */
    public boolean fails(Severity severity) {
        return switch (this) {
            case ERROR -> severity == Severity.ERROR;
            case WARNING -> severity != Severity.NOTE;
            case NEVER -> false;
        };
    }

    /** Whether any open finding fails the build. */
    public boolean fails(FindingReport report) {
        return report.open().stream().anyMatch(finding -> fails(finding.severity()));
    }
}
