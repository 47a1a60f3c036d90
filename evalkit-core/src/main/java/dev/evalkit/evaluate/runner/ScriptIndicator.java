package dev.evalkit.evaluate.runner;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.script.ScriptCommand;
import dev.evalkit.evaluate.script.ScriptEnvironment;
import dev.evalkit.evaluate.script.ScriptProcess;
import dev.evalkit.io.Digests;
import dev.evalkit.io.SafePaths;
import dev.evalkit.io.Slugs;
import dev.evalkit.model.Direction;
import dev.evalkit.model.RunScriptRef;
import dev.evalkit.model.RunScriptRef.Role;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Evaluates an indicator by a script of the repository. */
final class ScriptIndicator {
    private final IndicatorContext context;
    private final RunScriptRef ref;

    ScriptIndicator(IndicatorContext context) {
        this.context = context;
        this.ref = context.ref();
    }

    List<ResultItem> run() {
        if (!context.settings().allowScripts()) {
            throw new EvalkitException("Scripts run only where there is a POM, or with -Devalkit.allowScripts: "
                    + ref.script() + " would run with your rights");
        }
        Path script = SafePaths.resolve(context.root(), ref.script());
        List<ResolvedInput> inputs = context.inputs();
        Placeholders placeholders = context.placeholders(dataset(inputs));
        Path output =
                context.runFolder().resolve("." + Slugs.of(context.indicator().id()) + ".output.json");
        try {
            byte[] printed = ScriptProcess.run(
                    ScriptCommand.of(
                            script,
                            placeholders.fill(ref.args()),
                            context.settings().python()),
                    context.root(),
                    ScriptEnvironment.of(System.getenv(), ref.env(), told(output)),
                    ref.timeout());
            return items(script, inputs, output, printed, placeholders);
        } finally {
            delete(output);
        }
    }

    private List<ResultItem> items(
            Path script, List<ResolvedInput> inputs, Path output, byte[] printed, Placeholders placeholders) {
        if (Files.isSymbolicLink(output)) {
            throw new EvalkitException(
                    ref.script() + " put a symbolic link where EVALKIT_OUTPUT is; expected a file with result items");
        }
        boolean wroteFile = Files.isRegularFile(output);
        String name = ref.script() + (wroteFile ? " (EVALKIT_OUTPUT)" : " (standard output)");
        byte[] result = wroteFile ? read(output) : printed;
        List<ResultItem> items = switch (ref.outputFormat()) {
            case UNIFIED_V1 -> ScriptOutput.unified(name, result, context.indicator());
            case CUSTOM -> ScriptOutput.custom(name, result, context.indicator(), mapping());
        };
        String digest = Digests.sha256(script);
        return items.stream()
                .map(item -> complete(item, inputs, digest, placeholders))
                .toList();
    }

    private RunScriptRef.Mapping mapping() {
        RunScriptRef.Mapping mapping = ref.mapping();
        if (mapping == null) {
            throw new EvalkitException("output_format custom needs a mapping");
        }
        return mapping;
    }

    /** Adds what is known of the item's origin where the script does not say it itself. */
    private ResultItem complete(
            ResultItem item, List<ResolvedInput> inputs, String scriptDigest, Placeholders placeholders) {
        Map<String, @Nullable Object> meta = context.origin(dataset(inputs));
        if (!context.indicator().unit().isEmpty()) {
            meta.put(Meta.UNIT, context.indicator().unit());
        }
        Direction direction = context.indicator().direction();
        if (direction != null) {
            meta.put(Meta.HIGHER_IS_BETTER, direction == Direction.HIGHER_IS_BETTER);
        }
        Object version = item.meta()
                .get(Meta.EVALUATOR)
                .flatMap(own -> own instanceof Map<?, ?> said
                        ? Optional.ofNullable((Object) said.get("version"))
                        : Optional.empty())
                .orElse(scriptDigest);
        meta.putAll(item.meta().asMap());
        meta.put(Meta.EVALUATOR, context.evaluator(version, paths(inputs), placeholders));
        meta.put(Meta.INPUTS, inputs.stream().map(ResolvedInput::describe).toList());
        questions(inputs).ifPresent(digest -> meta.putIfAbsent(Meta.DATASET_SHA256, digest));
        return new ResultItem(item.metricId(), item.value(), item.ci(), item.samplesUsed(), Meta.of(meta));
    }

    /** The data set that all inputs belong to, or null where there is none or more than one. */
    private static @Nullable String dataset(List<ResolvedInput> inputs) {
        List<String> names = inputs.stream()
                .flatMap(input -> Optional.ofNullable(input.dataset()).stream())
                .distinct()
                .toList();
        return names.size() == 1 ? names.get(0) : null;
    }

    private static List<String> paths(List<ResolvedInput> inputs) {
        return inputs.stream().map(ResolvedInput::path).toList();
    }

    /** A digest of the files that hold the questions, if the indicator names any. */
    private static Optional<String> questions(List<ResolvedInput> inputs) {
        String digests = inputs.stream()
                .filter(input -> input.role() == Role.DATASET)
                .map(ResolvedInput::sha256)
                .sorted()
                .collect(Collectors.joining("\n"));
        return digests.isEmpty()
                ? Optional.empty()
                : Optional.of(Digests.sha256(digests.getBytes(StandardCharsets.UTF_8)));
    }

    private Map<String, String> told(Path output) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("EVALKIT_INDICATOR", context.indicator().id());
        told.put("EVALKIT_MODEL", context.model());
        told.put("EVALKIT_SCENARIO", context.scenario());
        told.put("EVALKIT_SEED", Long.toString(context.settings().seed()));
        told.put("EVALKIT_RUN_DIR", context.runFolder().toString());
        told.put("EVALKIT_OUTPUT", output.toString());
        return told;
    }

    private byte[] read(Path output) {
        try {
            long size = Files.size(output);
            if (size > ScriptProcess.OUTPUT_CAP) {
                throw new EvalkitException("The script wrote " + size + " bytes to EVALKIT_OUTPUT, more than "
                        + ScriptProcess.OUTPUT_CAP + "; it is for result items alone");
            }
            return Files.readAllBytes(output);
        } catch (IOException e) {
            throw new EvalkitException(
                    "Cannot read what " + ref.script() + " wrote to EVALKIT_OUTPUT: " + e.getMessage(), e);
        }
    }

    private static void delete(Path output) {
        try {
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new EvalkitException("Cannot delete " + output + ": " + e.getMessage(), e);
        }
    }
}
