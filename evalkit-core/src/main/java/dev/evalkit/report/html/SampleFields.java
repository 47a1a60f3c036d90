package dev.evalkit.report.html;

import dev.evalkit.EvalkitException;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.io.Digests;
import dev.evalkit.io.SafePaths;
import dev.evalkit.model.Indicator;
import dev.evalkit.report.html.Provenance.ItemInput;
import dev.evalkit.repository.Baseline;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.ItemId;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultSet;
import dev.evalkit.sample.RecordLookup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What samples hold: read from the files that were measured where these are still what they were, else from the scores that the run kept. */
final class SampleFields {
    private static final String WITHHELD = "[withheld: a scan takes it for sensitive data]";
    private static final String SLICE = "slice:";
    private static final Set<String> FRAME = Set.of("id", "ref");

    private final EvaluationRepository repository;
    private final Predicate<String> isSensitive;
    private final Map<Path, String> digests = new HashMap<>();

    SampleFields(EvaluationRepository repository, Predicate<String> isSensitive) {
        this.repository = repository;
        this.isSensitive = isSensitive;
    }

    /** The samples of two runs. */
    Pair of(StoredRun run, ResultSet current, Baseline baseline) {
        return new Pair(baseline.run(), baseline.results(), run, current);
    }

    /** What two runs have of the samples of a row. */
    final class Pair {
        private final StoredRun earlier;
        private final ResultSet previous;
        private final StoredRun later;
        private final ResultSet current;

        private Pair(StoredRun earlier, ResultSet previous, StoredRun later, ResultSet current) {
            this.earlier = earlier;
            this.previous = previous;
            this.later = later;
            this.current = current;
        }

        Samples of(DiffRow row, Set<String> ids) {
            Side before = side(row, previous, earlier, ids);
            Side after = side(row, current, later, ids);
            List<String> missing = new ArrayList<>();
            before.missing.ifPresent(why -> missing.add("Of the baseline: " + why));
            after.missing.ifPresent(why -> missing.add("Of this run: " + why));
            boolean needsScores = !missing.isEmpty();
            Map<String, Sample> samples = new LinkedHashMap<>();
            for (String id : new TreeSet<>(ids)) {
                samples.put(id, new Sample(before.fields(id, needsScores), after.fields(id, needsScores)));
            }
            return new Samples(samples, missing, before.missing.isPresent(), after.missing.isPresent());
        }
    }

    /**
     * Samples by their ids.
     *
     * @param missing what could not be read, in sentences
     * @param lacksBefore whether of the earlier run no more is known than its scores
     * @param lacksAfter whether that is so of the later run
     */
    record Samples(Map<String, Sample> byId, List<String> missing, boolean lacksBefore, boolean lacksAfter) {

        /** A sample with what is known of it. */
        Sample get(String id) {
            return byId.getOrDefault(id, new Sample(Map.of(), Map.of()));
        }
    }

    /** What a sample held before and holds now: names of fields and their texts. */
    record Sample(Map<String, String> before, Map<String, String> after) {}

    private record Side(
            Map<String, Map<String, String>> records,
            Map<String, Map<String, String>> scores,
            Optional<String> missing) {

        Map<String, String> fields(String id, boolean needsScores) {
            Map<String, String> fields = new LinkedHashMap<>(records.getOrDefault(id, Map.of()));
            if (needsScores) {
                scores.getOrDefault(id, Map.of()).forEach(fields::putIfAbsent);
            }
            return fields;
        }
    }

    private Side side(DiffRow row, ResultSet results, StoredRun run, Set<String> ids) {
        Optional<Meta> meta = meta(row.id(), results);
        if (meta.isEmpty()) {
            return new Side(Map.of(), Map.of(), Optional.of("there is no item of that name"));
        }
        Map<String, Map<String, String>> scores = scores(meta.get(), run, ids);
        try {
            return new Side(records(row, meta.get(), ids), scores, Optional.empty());
        } catch (EvalkitException e) {
            String kept = scores.isEmpty() ? "" : "; shown is what its scores keep";
            return new Side(Map.of(), scores, Optional.of("the samples cannot be shown, " + e.getMessage() + kept));
        }
    }

    private static Optional<Meta> meta(ItemId id, ResultSet results) {
        for (int i = 0; i < results.size(); i++) {
            Meta meta = results.meta(i);
            boolean isScope = meta.slice().equals(id.slice())
                    && (id.dataset() == null
                            || meta.text(Meta.DATASET)
                                    .map(dataset -> dataset.equals(id.dataset()))
                                    .orElse(true));
            if (isScope && results.metricId(i).equals(id.metricId())) {
                return Optional.of(meta);
            }
        }
        return Optional.empty();
    }

    private Map<String, Map<String, String>> records(DiffRow row, Meta meta, Set<String> ids) {
        List<ItemInput> inputs = ItemInput.of(meta);
        if (inputs.isEmpty()) {
            throw new EvalkitException("its items do not name the files that they were computed from");
        }
        String idColumn = idColumn(row);
        Map<String, Map<String, String>> all = new HashMap<>();
        for (ItemInput input : inputs) {
            Path file = repository.resolve(input.path());
            if (!digests.computeIfAbsent(file, Digests::sha256).equals(input.sha256())) {
                throw new EvalkitException(input.path() + " has changed since");
            }
            RecordLookup.ofSamples()
                    .find(file, idColumn, ids)
                    .forEach((id, fields) -> all.computeIfAbsent(id, each -> new LinkedHashMap<>())
                            .putAll(shown(fields, idColumn)));
        }
        return all;
    }

    private Map<String, Map<String, String>> scores(Meta meta, StoredRun run, Set<String> ids) {
        String path = meta.get(Meta.SCORES_REF)
                .filter(Map.class::isInstance)
                .map(reference -> ((Map<?, ?>) reference).get("path"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElse(null);
        if (path == null) {
            return Map.of();
        }
        try {
            Map<String, Map<String, String>> found = new HashMap<>();
            RecordLookup.ofScores()
                    .find(SafePaths.resolve(run.folder(), path), "id", ids)
                    .forEach((id, fields) -> found.put(id, shown(fields, "id")));
            return found;
        } catch (EvalkitException e) {
            // What the scores would add is not there; the side says what is missing.
            return Map.of();
        }
    }

    private Map<String, String> shown(Map<String, String> fields, String idColumn) {
        Map<String, String> shown = new LinkedHashMap<>();
        fields.forEach((name, text) -> {
            if (!name.equals(idColumn) && !FRAME.contains(name) && !name.startsWith(SLICE)) {
                shown.put(name, isSensitive.test(name + ": " + text) ? WITHHELD : text);
            }
        });
        return shown;
    }

    /** The column that the indicator's arguments name, else {@code id}. */
    private String idColumn(DiffRow row) {
        String metric = row.id().metricId();
        @Nullable
        Indicator indicator = repository
                .indicators()
                .find(metric)
                .or(() -> repository.indicators().find(metric.replaceFirst("\\..*", "")))
                .orElse(null);
        if (indicator == null || indicator.runScriptRef() == null) {
            return "id";
        }
        for (Iterator<String> args = indicator.runScriptRef().args().iterator(); args.hasNext(); ) {
            String arg = args.next();
            if (arg.startsWith("--id=")) {
                return arg.substring("--id=".length());
            }
            if (arg.equals("--id") && args.hasNext()) {
                return args.next();
            }
        }
        return "id";
    }
}
