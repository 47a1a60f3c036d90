package dev.evalkit.report.overview;

import dev.evalkit.EvalkitException;
import dev.evalkit.diff.Verdict;
import dev.evalkit.diff.gate.DiffFile;
import dev.evalkit.json.JsonCursor;
import dev.evalkit.json.JsonKind;
import dev.evalkit.report.html.Cell;
import dev.evalkit.report.markup.Element;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.IndicatorRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What became of a run, in words.
 *
 * @param text the words
 * @param style the class of their colour
 */
record RunOutcome(String text, String style) {
    private static final String OPEN = "open";

    static RunOutcome of(StoredRun run) {
        List<IndicatorRun> failed = run.details()
                .map(details -> details.indicators(IndicatorRun.Status.FAILED))
                .orElse(List.of());
        if (!failed.isEmpty()) {
            String names = failed.stream().map(IndicatorRun::id).collect(Collectors.joining(", "));
            return new RunOutcome("incomplete: " + names + " failed", "worse");
        }
        if (!Files.isRegularFile(run.current())) {
            return new RunOutcome("incomplete: no results", "worse");
        }
        return judged(run.folder().resolve(DiffFile.NAME)).orElse(new RunOutcome("not judged", OPEN));
    }

    private static Optional<RunOutcome> judged(Path diff) {
        if (!Files.isRegularFile(diff)) {
            return Optional.empty();
        }
        try (JsonCursor json = JsonCursor.open(diff)) {
            return head(json);
        } catch (EvalkitException e) {
            return Optional.of(new RunOutcome(DiffFile.NAME + " cannot be read", OPEN));
        }
    }

    /** Reads what stands before the rows; those may be many. */
    private static Optional<RunOutcome> head(JsonCursor json) {
        String outcome = "";
        String policy = "";
        List<String> counts = new ArrayList<>();
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "outcome" -> outcome = json.nextString();
                case "policy" -> policy = json.nextString();
                case "counts" -> counts.addAll(counts(json));
                case "rows" -> {
                    return Optional.of(told(outcome, policy, counts));
                }
                default -> json.skipValue();
            }
        }
        return Optional.of(told(outcome, policy, counts));
    }

    private static List<String> counts(JsonCursor json) {
        List<String> counts = new ArrayList<>();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (json.peek() != JsonKind.NUMBER) {
                json.skipValue();
                continue;
            }
            long count = json.nextLong();
            if (count > 0) {
                counts.add(count + " " + Verdict.ofId(name).map(Verdict::words).orElse(name));
            }
        }
        json.endObject();
        return counts;
    }

    private static RunOutcome told(String outcome, String policy, List<String> counts) {
        boolean passed = outcome.equals("pass");
        String word = passed ? "PASS" : outcome.equals("fail") ? "FAIL" : "not judged";
        return new RunOutcome(
                word
                        + (policy.isEmpty() ? "" : " (" + policy + ")")
                        + (counts.isEmpty() ? "" : ": " + String.join(", ", counts)),
                passed ? "better" : outcome.equals("fail") ? "worse" : OPEN);
    }

    Cell cell() {
        return Cell.of(Element.of("span", text).styled(style));
    }
}
