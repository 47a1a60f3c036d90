package dev.evalkit.scan;

import dev.evalkit.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A scan's result as lines for a console: findings by file, what was skipped, and a last line that sums up. */
public final class ScanText {
    private ScanText() {}

    /** The findings, grouped by file. */
    public static List<String> findings(ScanResult result) {
        Map<String, List<ScanFinding>> byFile = new LinkedHashMap<>();
        result.findings()
                .forEach(each -> byFile.computeIfAbsent(each.file(), file -> new ArrayList<>())
                        .add(each));
        List<String> lines = new ArrayList<>();
        byFile.forEach((file, findings) -> {
            lines.add(Shown.text(file) + " (" + counted(findings.size(), "finding") + ")");
            for (ScanFinding each : findings) {
                String at = each.line() == 0 ? "" : each.line() + ":" + each.column() + "  ";
                lines.add("  " + at + each.message() + " [" + each.rule() + "]");
            }
        });
        return lines;
    }

    /** What was not looked into. */
    public static List<String> skipped(ScanResult result) {
        return result.skipped().stream().map(each -> "Skipped " + each).toList();
    }

    /** What was looked at and what came of it, in a line. */
    public static String summary(ScanResult result) {
        return counted(result.findings().size(), "finding") + " in " + counted(result.files(), "file") + " ("
                + String.format(Locale.ROOT, "%.1f", result.bytes() / 1e6) + " MB; " + result.scope() + "); "
                + result.allowed() + " allowed, " + result.accepted().size() + " accepted, "
                + result.skipped().size() + " skipped";
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
