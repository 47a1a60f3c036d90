package dev.evalkit.evaluate.runner;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.EvaluationSettings;
import dev.evalkit.evaluate.Evaluator;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.evaluate.Findings;
import dev.evalkit.evaluate.Measure;
import dev.evalkit.evaluate.ParallelFiles;
import dev.evalkit.evaluate.SampleEvaluation;
import dev.evalkit.evaluate.score.ScoreRows;
import dev.evalkit.io.Digests;
import dev.evalkit.io.Slugs;
import dev.evalkit.model.Direction;
import dev.evalkit.model.RunScriptRef.Role;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evaluates an indicator by an {@link Evaluator}: once for each data set that its inputs name. */
final class BuiltinIndicator {
    /** In meta: how many samples were left out knowingly, by reason. */
    private static final String LEFT_OUT = "left_out";

    private final IndicatorContext context;
    private final Evaluator evaluator;

    BuiltinIndicator(IndicatorContext context, Evaluators evaluators) {
        this.context = context;
        this.evaluator = evaluators.named(context.ref().evaluatorName());
    }

    /** The items of all data sets, in the order in which the inputs name them. */
    List<ResultItem> run() {
        Map<@Nullable String, List<ResolvedInput>> byDataset = new LinkedHashMap<>();
        for (ResolvedInput input : context.inputs()) {
            byDataset
                    .computeIfAbsent(input.dataset(), name -> new ArrayList<>())
                    .add(input);
        }
        if (byDataset.isEmpty()) {
            byDataset.put(null, List.of());
        }
        List<ResultItem> items = new ArrayList<>();
        byDataset.forEach((dataset, inputs) -> items.addAll(evaluate(dataset, inputs)));
        return items;
    }

    private List<ResultItem> evaluate(@Nullable String dataset, List<ResolvedInput> named) {
        Placeholders placeholders = context.placeholders(dataset);
        SampleEvaluation evaluation =
                SampleEvaluation.of(evaluator, placeholders.fill(context.ref().args()));
        List<ResolvedInput> inputs = new ArrayList<>(named);
        Optional<ParallelFiles> parallel = evaluation.parallelFiles();
        Findings findings = parallel.isPresent()
                ? evaluation.runParallel(
                        argumentFile(parallel.get().gold(), Role.DATASET, inputs),
                        argumentFile(parallel.get().pred(), Role.OUTPUT, inputs),
                        settings(dataset))
                : evaluation.run(sampleFiles(inputs), settings(dataset));
        Map<String, Object> origin = new LinkedHashMap<>();
        origin.put(Meta.EVALUATOR, context.evaluator(evaluator.version(), files(parallel), placeholders));
        origin.put(Meta.INPUTS, inputs.stream().map(ResolvedInput::describe).toList());
        findings.dataset().ifPresent(digest -> origin.put(Meta.DATASET_SHA256, digest));
        findings.scoreRows().ifPresent(rows -> origin.put(Meta.SCORES_REF, write(rows, dataset)));
        if (!findings.samples().leftOut().isEmpty()) {
            origin.put(LEFT_OUT, findings.samples().leftOut());
        }
        List<String> warnings = warnings(findings);
        return findings.measures().stream()
                .map(measure -> item(measure, dataset, origin, warnings))
                .toList();
    }

    private List<String> warnings(Findings findings) {
        List<String> warnings = new ArrayList<>(findings.warnings());
        long bad = findings.samples().bad();
        if (bad > 0) {
            // Where the repository lies is no part of a result.
            String first = findings.samples().badExamples().get(0).replace(context.root() + File.separator, "");
            warnings.add(
                    bad + (bad == 1 ? " line is" : " lines are") + " malformed and in no number; the first: " + first);
        }
        return warnings;
    }

    private EvaluationSettings settings(@Nullable String dataset) {
        RunSettings run = context.settings();
        String identity = context.indicator().id() + " model=" + context.model() + " scenario=" + context.scenario()
                + (dataset == null ? "" : " dataset=" + dataset);
        return new EvaluationSettings(run.level(), run.seed(), identity, run.threads(), run.keepScores());
    }

    private ResultItem item(
            Measure measure, @Nullable String dataset, Map<String, Object> origin, List<String> warnings) {
        checkDirection(measure);
        ResultItem item = measure.toItem(context.indicator().id(), Meta.of(context.origin(dataset)));
        Meta meta = item.meta();
        List<String> all = new ArrayList<>(meta.texts(Meta.WARNINGS));
        warnings.stream().filter(warning -> !all.contains(warning)).forEach(all::add);
        if (!all.isEmpty()) {
            meta = meta.with(Meta.WARNINGS, all);
        }
        for (Map.Entry<String, Object> entry : origin.entrySet()) {
            meta = meta.with(entry.getKey(), entry.getValue());
        }
        return new ResultItem(item.metricId(), item.value(), item.ci(), item.samplesUsed(), meta);
    }

    private void checkDirection(Measure measure) {
        Direction declared = context.indicator().direction();
        Optional<Boolean> higher = measure.meta().flag(Meta.HIGHER_IS_BETTER);
        if (declared == null || higher.isEmpty() || !measure.name().isEmpty()) {
            return;
        }
        if (Direction.ofHigherIsBetter(higher.get()) != declared) {
            throw new EvalkitException("The indicator says higher_is_better: " + !higher.get() + ", but what "
                    + context.ref().script() + " computes with these arguments is better when it is "
                    + (higher.get() ? "higher" : "lower") + "; correct higher_is_better or the arguments");
        }
    }

    /** Answers are what is evaluated; where nothing is marked as one, the data set holds them. */
    private List<Path> sampleFiles(List<ResolvedInput> inputs) {
        if (inputs.isEmpty()) {
            throw new EvalkitException(
                    context.ref().script()
                            + " reads samples, but run_script_ref.inputs names no file; add {\"path\": …, \"role\": \"output\"}");
        }
        List<ResolvedInput> outputs =
                inputs.stream().filter(input -> input.role() == Role.OUTPUT).toList();
        return (outputs.isEmpty() ? inputs : outputs)
                .stream().map(ResolvedInput::file).toList();
    }

    /** A file that an argument names is an input too, whether or not it is listed as one. */
    private Path argumentFile(String path, Role role, List<ResolvedInput> inputs) {
        return inputs.stream()
                .filter(input -> input.path().equals(path))
                .findFirst()
                .orElseGet(() -> {
                    ResolvedInput found = ResolvedInput.of(context.root(), path, role, null);
                    inputs.add(found);
                    return found;
                })
                .file();
    }

    private static List<String> files(Optional<ParallelFiles> parallel) {
        return parallel.map(files -> List.of(files.gold(), files.pred())).orElse(List.of());
    }

    private Map<String, Object> write(ScoreRows rows, @Nullable String dataset) {
        String indicator = context.indicator().id();
        String name = Slugs.of(indicator) + (dataset == null ? "" : "." + Slugs.of(dataset)) + ".jsonl.gz";
        Path file = context.runFolder().resolve(StoredRun.SCORES).resolve(name);
        rows.write(file, indicator, evaluator.name(), evaluator.version());
        Map<String, Object> ref = new LinkedHashMap<>();
        ref.put("path", StoredRun.SCORES + "/" + name);
        ref.put("sha256", Digests.sha256(file));
        return ref;
    }
}
