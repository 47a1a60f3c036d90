package dev.evalkit.evaluate.builtin;

import dev.evalkit.evaluate.EvaluationSettings;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.evaluate.Findings;
import dev.evalkit.evaluate.Measure;
import dev.evalkit.evaluate.SampleEvaluation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an evaluator makes of a file, as tests ask for it. */
public record Run(Findings findings) {

    /** Evaluates a file; arguments are separated by blanks. */
    public static Run of(String evaluator, String arguments, Path file) {
        return of(evaluator, arguments.isEmpty() ? List.of() : List.of(arguments.split(" ", -1)), file);
    }

    public static Run of(String evaluator, List<String> arguments, Path file) {
        return of(evaluator, arguments, file, EvaluationSettings.withDefaults(evaluator));
    }

    public static Run of(String evaluator, List<String> arguments, Path file, EvaluationSettings settings) {
        return new Run(SampleEvaluation.of(Evaluators.load().named(evaluator), arguments)
                .run(List.of(file), settings));
    }

    /** A number over all samples; the primary one has the empty name. */
    public Measure all(String name) {
        return find(name, Map.of()).orElseThrow(() -> new AssertionError("no '" + name + "' in " + names()));
    }

    /** A number of a slice. */
    public Measure slice(String name, String column, String value) {
        return find(name, Map.of(column, value))
                .orElseThrow(() -> new AssertionError("no '" + name + "' with " + column + "=" + value));
    }

    public Optional<Measure> find(String name, Map<String, String> slice) {
        return findings.measures().stream()
                .filter(measure ->
                        measure.name().equals(name) && measure.slice().equals(slice))
                .findFirst();
    }

    public List<String> names() {
        return findings.measures().stream()
                .filter(measure -> measure.slice().isEmpty())
                .map(Measure::name)
                .toList();
    }
}
