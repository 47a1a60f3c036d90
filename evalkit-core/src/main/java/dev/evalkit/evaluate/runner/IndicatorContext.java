package dev.evalkit.evaluate.runner;

import dev.evalkit.io.Digests;
import dev.evalkit.json.JsonWriter;
import dev.evalkit.model.Indicator;
import dev.evalkit.model.RunScriptRef;
import dev.evalkit.result.Meta;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator is evaluated in.
 *
 * @param root the repository's root
 * @param runFolder the folder in which the run is being built
 * @param model the model's id
 * @param scenario the scenario's id
 * @param indicator the indicator
 * @param ref what computes it
 * @param settings what the one who started the run decided
 */
record IndicatorContext(
        Path root,
        Path runFolder,
        String model,
        String scenario,
        Indicator indicator,
        RunScriptRef ref,
        RunSettings settings) {

    /**
     * The values of placeholders.
     *
     * @param dataset the data set, or null where it is not clear which one is meant: {@code {dataset}} is unknown then
     */
    Placeholders placeholders(@Nullable String dataset) {
        Placeholders known = new Placeholders(Map.of(
                "model",
                model,
                "scenario",
                scenario,
                "seed",
                Long.toString(settings.seed()),
                Placeholders.RUN_DIR,
                runFolder.toString()));
        return dataset == null ? known : known.with("dataset", dataset);
    }

    /** The inputs, each found inside the repository. */
    List<ResolvedInput> inputs() {
        return ref.inputs().stream()
                .map(input -> ResolvedInput.of(
                        root, placeholders(input.dataset()).fill(input.path()), input.role(), input.dataset()))
                .toList();
    }

    /** The beginning of each item's meta: what it is a number of. */
    Map<String, @Nullable Object> origin(@Nullable String dataset) {
        Map<String, @Nullable Object> origin = new LinkedHashMap<>();
        origin.put(Meta.MODEL, model);
        origin.put(Meta.SCENARIO, scenario);
        if (dataset != null) {
            origin.put(Meta.DATASET, dataset);
        }
        return origin;
    }

    /**
     * What stands as {@code meta.evaluator}; what placeholders stand for and names of input files are no part of the arguments.
     *
     * @param inputArguments the names of input files, as they stand in the arguments with placeholders filled in
     */
    Map<String, Object> evaluator(Object version, List<String> inputArguments, Placeholders placeholders) {
        List<String> arguments = new ArrayList<>();
        for (String argument : ref.args()) {
            boolean isInput = inputArguments.contains(placeholders.fill(argument));
            arguments.add(isInput ? "" : Placeholders.blank(argument));
        }
        Map<String, Object> evaluator = new LinkedHashMap<>();
        evaluator.put("id", ref.script());
        evaluator.put("version", version);
        evaluator.put("args_sha256", Digests.sha256(JsonWriter.toLine(arguments).getBytes(StandardCharsets.UTF_8)));
        return evaluator;
    }
}
