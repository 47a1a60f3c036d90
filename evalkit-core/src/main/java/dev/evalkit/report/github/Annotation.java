package dev.evalkit.report.github;

import dev.evalkit.Location;
import dev.evalkit.Shown;
import dev.evalkit.validate.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A message that GitHub shows beside a line, or else with the step.
 *
 * @param severity how much it matters
 * @param location the place, its file relative to the work space; null where it belongs to none
 * @param title what it is about
 * @param message what it says
 */
public record Annotation(Severity severity, @Nullable Location location, String title, String message) {

    /** The workflow command, one line without its end: {@code ::error file=…,line=…,col=…,title=…::…}. */
    public String command() {
        StringBuilder command = new StringBuilder("::" + level() + " ");
        if (location != null) {
            command.append("file=")
                    .append(property(Shown.text(location.file())))
                    .append(',');
            if (location.line() > 0) {
                command.append("line=").append(location.line()).append(',');
            }
            if (location.line() > 0 && location.column() > 0) {
                command.append("col=").append(location.column()).append(',');
            }
        }
        return command.append("title=")
                .append(property(Shown.text(title)))
                .append("::")
                .append(data(Shown.text(message)))
                .toString();
    }

    private String level() {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    /** As the toolkit of GitHub's actions escapes a command's data. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** As it escapes a property. */
    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
