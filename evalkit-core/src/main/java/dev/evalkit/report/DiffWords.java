package dev.evalkit.report;

import dev.evalkit.diff.Change;
import dev.evalkit.diff.DiffResult;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Origin;
import dev.evalkit.diff.Verdict;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.result.ItemId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a diff and its outcome are called in words, unescaped: the same in every format. */
public final class DiffWords {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Units that go without saying. */
    private static final Set<String> PLAIN_UNITS = Set.of("", "ratio", "proportion", "fraction");

    private static final int NAMED = 5;

    private DiffWords() {}

    /** The model (both, where they differ) and the scenario. */
    public static String title(DiffResult diff) {
        List<String> parts = new ArrayList<>();
        String models = change(diff.previous().model(), diff.current().model());
        String scenario = change(diff.previous().scenario(), diff.current().scenario());
        if (models != null) {
            parts.add(models);
        }
        if (scenario != null) {
            parts.add(scenario);
        }
        return String.join(" · ", parts);
    }

    /** What is compared with what, in one line. */
    static String header(DiffResult diff) {
        String title = title(diff);
        return title + (title.isEmpty() ? "" : "     ") + "baseline " + side(diff.previous()) + " → current "
                + side(diff.current());
    }

    /** When a side was made, or else what it is called. */
    public static String side(Origin origin) {
        if (origin.started() != null) {
            return TIMESTAMP.format(origin.started());
        }
        return Objects.requireNonNullElse(origin.run() == null ? origin.path() : origin.run(), "results");
    }

    /** The item by its metric, its unit, and whatever sets it apart from others of the metric. */
    public static String label(DiffRow row, DiffResult diff) {
        ItemId id = row.id();
        StringBuilder label = new StringBuilder(id.metricId()).append(unit(row.unit()));
        if (id.model() != null) {
            label.append(" · ").append(id.model());
        }
        if (id.scenario() != null && !id.scenario().equals(diff.current().scenario())) {
            label.append(" · ").append(id.scenario());
        }
        if (id.dataset() != null) {
            label.append(" · ").append(id.dataset());
        }
        id.slice()
                .forEach((column, value) ->
                        label.append(" · ").append(column).append('=').append(value));
        return label.toString();
    }

    /** The unit after a blank; nothing where it goes without saying. */
    public static String unit(String unit) {
        return PLAIN_UNITS.contains(unit) ? "" : " " + unit;
    }

    /** Flags a change that reaches its threshold. */
    static String flag(DiffRow row) {
        Change change = row.change();
        return change != null && change.overThreshold() ? "over" : "";
    }

    /** How many rows there are and with which verdicts: those that gate, and below them those for display. */
    public static List<String> counts(DiffResult diff) {
        List<String> lines = new ArrayList<>();
        lines.add(counts(diff.counts(DiffRow::gating), "indicator", "indicators"));
        Map<Verdict, Integer> display = diff.counts(row -> !row.gating());
        if (total(display) > 0) {
            lines.add(counts(display, "row for display", "rows for display"));
        }
        return lines;
    }

    private static String counts(Map<Verdict, Integer> counts, String one, String many) {
        int all = total(counts);
        return all + " " + (all == 1 ? one : many) + (all == 0 ? "" : ": " + verdicts(counts));
    }

    private static int total(Map<Verdict, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What the policy promises, as a sentence. */
    public static String promise(Outcome outcome) {
        return sentence(outcome.promise());
    }

    /** The text with a capital. */
    public static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The outcome, and what it rests on, in one sentence without its full stop. */
    public static String outcome(Outcome outcome) {
        String policy = " (" + outcome.policy().id() + ")";
        if (outcome.passed()) {
            return "PASS" + policy;
        }
        String why =
                outcome.measured() ? named(outcome) : "nothing was compared, since neither side has an item that gates";
        return "FAIL" + policy + ": " + why;
    }

    private static String named(Outcome outcome) {
        List<DiffRow> failing = outcome.failing();
        String names = failing.stream()
                .limit(NAMED)
                .map(row -> row.id().metricId() + " " + row.verdict().words())
                .distinct()
                .collect(Collectors.joining(", "));
        return names + (failing.size() > NAMED ? " and " + (failing.size() - NAMED) + " more" : "");
    }

    private static String verdicts(Map<Verdict, Integer> counts) {
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey().words())
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String change(@Nullable String previous, @Nullable String current) {
        if (previous == null || current == null || previous.equals(current)) {
            return current == null ? previous : current;
        }
        return previous + " → " + current;
    }
}
