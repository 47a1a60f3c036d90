package dev.evalkit.maven;

import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.io.LockedAppend.Appended;
import dev.evalkit.qa.QaEntry;
import dev.evalkit.qa.QaLog;
import dev.evalkit.report.DiffTable;
import dev.evalkit.report.RunLines;
import dev.evalkit.repository.Baseline;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.Acceptance;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.ResultItem;
import dev.evalkit.scan.Scanner;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** What goals add to the QA log, where that is asked for. An entry that would publish a secret is refused. */
final class QaNotes {
    private static final String TAG = "run";

    private final boolean wanted;
    private final Path root;
    private final Log log;

    QaNotes(boolean wanted, Path root, Log log) {
        this.wanted = wanted;
        this.root = root;
        this.log = log;
    }

    /** What a run reached. */
    void evaluated(StoredRun run) {
        if (!wanted) {
            return;
        }
        List<ResultItem> items = run.results().items();
        String reached = run.details().stream()
                .flatMap(manifest -> manifest.indicators().stream())
                .flatMap(done -> RunLines.of(done, of(done, items)).stream())
                .map(line -> line.strip().replaceAll(" +", " "))
                .collect(Collectors.joining("\n"));
        about(
                run,
                "evaluate",
                "What did " + run.key().model() + " reach in " + run.key().scenario() + "?",
                reached.isEmpty() ? "Nothing: no indicator was evaluated" : reached,
                Map.of());
    }

    private static List<ResultItem> of(IndicatorRun indicator, List<ResultItem> items) {
        return items.stream()
                .filter(item -> item.metricId().equals(indicator.id()))
                .toList();
    }

    /** How a run was judged. */
    void judged(StoredRun run, Baseline baseline, Outcome outcome, DiffTable table) {
        if (!wanted) {
            return;
        }
        List<String> lines = table.lines(outcome);
        Map<String, String> refs = new LinkedHashMap<>();
        refs.put("baseline", baseline.run().name());
        refs.put("outcome", outcome.passed() ? "pass" : "fail");
        about(
                run,
                "check",
                "Is " + run.key().model() + " no worse in " + run.key().scenario() + " than the baseline?",
                lines.get(lines.size() - 1),
                refs);
    }

    /** Why a run was not judged. */
    void unjudged(StoredRun run, String why) {
        about(
                run,
                "check",
                "Is " + run.key().model() + " no worse in " + run.key().scenario() + " than the baseline?",
                why,
                Map.of("outcome", "no baseline"));
    }

    /** Why a run was accepted. */
    void accepted(StoredRun run) {
        String previous = run.acceptance().map(Acceptance::previous).stream()
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
        String reason = run.acceptance().map(Acceptance::reason).orElse("");
        about(
                run,
                "baseline",
                "Why is " + run.name() + " the baseline of " + run.key().model() + " in "
                        + run.key().scenario() + "?",
                reason.isBlank() ? "No reason was given" : reason,
                previous.isEmpty() ? Map.of() : Map.of("previous", previous));
    }

    private void about(StoredRun run, String goal, String question, String answer, Map<String, String> more) {
        if (!wanted) {
            return;
        }
        Map<String, String> refs = new LinkedHashMap<>();
        refs.put("run", run.name());
        refs.put("model", run.key().model());
        refs.put("scenario", run.key().scenario());
        refs.putAll(more);
        add(new QaEntry(Instant.now(), question, answer, List.of(TAG, goal), refs));
    }

    /** Appends an entry and says so. */
    void add(QaEntry entry) {
        Scanner scanner = Scanner.forRepository(root);
        scanner.requireClean("question", entry.question());
        scanner.requireClean("answer", entry.answer());
        scanner.requireClean("tags", String.join("\n", entry.tags()));
        entry.refs().forEach((name, value) -> scanner.requireClean("reference", name + "=" + value));
        Appended appended = QaLog.of(root).append(entry);
        if (appended.foundTornTail()) {
            log.warn(QaLog.FILE + ": the last line did not end (" + appended.tornBytes()
                    + " bytes without a newline; an append was cut off, or an editor left it out)."
                    + " It was kept as it was, and the new entry has a line of its own");
        }
        log.info("Added to " + QaLog.FILE + ": "
                + entry.question().lines().findFirst().orElse(""));
    }
}
