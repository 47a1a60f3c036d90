package dev.evalkit.lmarena;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.Shown;
import dev.evalkit.evaluate.Arguments;
import dev.evalkit.evaluate.DocumentEvaluation;
import dev.evalkit.evaluate.Evaluator;
import dev.evalkit.evaluate.Findings;
import dev.evalkit.evaluate.Measure;
import dev.evalkit.evaluate.SampleCounts;
import dev.evalkit.lmarena.board.BoardRow;
import dev.evalkit.lmarena.board.Regime;
import dev.evalkit.lmarena.board.Snapshot;
import dev.evalkit.lmarena.board.SnapshotFile;
import dev.evalkit.result.Meta;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code builtin:leaderboard}: the ratings in a snapshot, as they were published; the data set of each is {@code <source>/<config>/<category>}.
 *
 * <ul>
 *   <li>{@code --model NAME}: only this model, by the repository's id or the board's name; else all, each with its name in {@code meta.model}.
 *   <li>{@code --category NAME} (repeatable, or with commas): only these; else all.
 * </ul>
 */
public final class LeaderboardEvaluator implements Evaluator {

    @Override
    public String name() {
        return "leaderboard";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public DocumentEvaluation configure(Arguments arguments) {
        Optional<String> model = arguments.text("model");
        List<String> categories = arguments.list("category");
        return DocumentEvaluation.of((files, settings) -> {
            List<Measure> measures = new ArrayList<>();
            files.forEach(file -> measures.addAll(measures(file, model, categories)));
            return new Findings(measures, SampleCounts.of(measures.size()), List.of(), null, null);
        });
    }

    private static List<Measure> measures(Path file, Optional<String> model, List<String> categories) {
        Snapshot snapshot = SnapshotFile.read(file);
        List<String> absent = categories.stream()
                .filter(category -> !snapshot.categories().contains(category))
                .toList();
        if (!absent.isEmpty()) {
            throw new EvalkitException(
                    Location.of(file.toString()),
                    "the snapshot has no row in the category " + Shown.text(String.join(", ", absent))
                            + "; it has some in " + Shown.text(String.join(", ", snapshot.categories())));
        }
        List<Measure> measures = snapshot.rows().stream()
                .filter(row -> categories.isEmpty() || categories.contains(row.category()))
                .filter(row -> model.isEmpty() || row.isNamed(model.get()))
                .map(row -> measure(snapshot, row, model.isEmpty()))
                .toList();
        if (measures.isEmpty()) {
            throw new EvalkitException(
                    Location.of(file.toString()),
                    "the snapshot has no row of " + Shown.quoted(model.orElse(""))
                            + "; say in models/aliases.json what the board calls it, and pull again");
        }
        return measures;
    }

    private static Measure measure(Snapshot snapshot, BoardRow row, boolean isOneOfMany) {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        if (isOneOfMany) {
            meta.put(Meta.MODEL, row.modelId() == null ? row.model() : row.modelId());
        }
        meta.put(Meta.DATASET, snapshot.source() + "/" + snapshot.origin().config() + "/" + row.category());
        meta.put(Meta.UNIT, "points");
        meta.put(Meta.HIGHER_IS_BETTER, true);
        row.standardError().ifPresent(error -> meta.put(Meta.STD_ERROR, error));
        if (row.interval() != null) {
            meta.put(Meta.CI_LEVEL, BoardRow.CI_LEVEL);
            meta.put(Meta.CI_METHOD, snapshot.regime().ciKind().text());
        }
        meta.put(Meta.METHOD, regime(snapshot.regime()));
        meta.put("board_model", row.model());
        meta.put("rank", row.rank());
        meta.put(
                "publish_date",
                snapshot.origin().publishDate() == null
                        ? null
                        : snapshot.origin().publishDate().toString());
        meta.put("license", snapshot.origin().license());
        meta.put("attribution", snapshot.origin().attribution());
        return new Measure("", Collections.emptySortedMap(), row.rating(), row.interval(), row.votes(), Meta.of(meta));
    }

    /** What ratings have to share to be comparable. */
    private static String regime(Regime regime) {
        return (regime.ratingMethod() == null ? "leaderboard" : regime.ratingMethod()) + "; intervals "
                + regime.ciKind().text() + "; anchor "
                + (regime.anchor() == null ? "none" : Shown.text(regime.anchor().model())) + "; style control "
                + (regime.styleControl() == null ? "not known" : regime.styleControl() ? "yes" : "no");
    }
}
