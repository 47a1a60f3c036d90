package dev.evalkit.validate;

import dev.evalkit.Shown;
import dev.evalkit.model.Benchmark;
import dev.evalkit.model.Model;
import dev.evalkit.repository.Catalog;
import dev.evalkit.repository.Document;
import dev.evalkit.repository.Match;
import dev.evalkit.repository.Reference;
import dev.evalkit.repository.References;
import java.util.List;
import java.util.Optional;

/** The benchmarks that models name are there, and are named as they are called. */
final class ModelBenchmarkRule implements Rule {
    static final RuleDescription KNOWN = new RuleDescription(
            "EK-REF-003",
            Severity.ERROR,
            "Benchmarks that models name are there",
            "Each name in a model's benchmarks, or in evaluation.benchmarks, is the id of a benchmark, the name of its file without .json, or an alias that it lists.",
            """
            models/m1.json
            {"id": "m1", "benchmarks": ["mmul"]}""",
            """
            models/m1.json
            {"id": "m1", "benchmarks": ["mmlu"]}""");
    static final RuleDescription NOT_BY_ALIAS = new RuleDescription(
            "EK-REF-004",
            Severity.WARNING,
            "Models name benchmarks by their own names",
            "A name that only benchmarks/aliases.json knows is understood; other tools that read the model may not have that file.",
            """
            benchmarks/aliases.json
            {"mmlu": ["Massive Multitask"]}
            models/m1.json
            {"id": "m1", "benchmarks": ["Massive Multitask"]}""",
            """
            models/m1.json
            {"id": "m1", "benchmarks": ["mmlu"]}""");
    static final RuleDescription NOT_BY_LIKENESS = new RuleDescription(
            "EK-REF-005",
            Severity.WARNING,
            "Models name benchmarks letter by letter",
            "A name that is like one benchmark's but for letter case, blanks and punctuation is taken for it here, and nowhere else.",
            """
            models/m1.json
            {"id": "m1", "benchmarks": ["MMLU-Pro"]}""",
            """
            models/m1.json
            {"id": "m1", "benchmarks": ["mmlu_pro"]}""");

    @Override
    public List<RuleDescription> descriptions() {
        return List.of(KNOWN, NOT_BY_ALIAS, NOT_BY_LIKENESS);
    }

    @Override
    public void check(Inspection inspection, Report report) {
        Catalog<Benchmark> benchmarks = inspection.repository().benchmarks();
        for (Document<Model> model : inspection.repository().models().documents()) {
            for (Reference reference :
                    References.modelBenchmarks(model.content().fields())) {
                check(model, reference, benchmarks, report);
            }
        }
    }

    private static void check(
            Document<Model> model, Reference reference, Catalog<Benchmark> benchmarks, Report report) {
        Optional<Match> match = benchmarks.match(reference.name());
        if (match.isEmpty()) {
            report.add(KNOWN, model.source(), reference.pointer(), benchmarks.unknownName(reference.name()));
            return;
        }
        String name = Shown.quoted(reference.name());
        String id = Shown.quoted(match.get().id());
        switch (match.get().by()) {
            case ALIASES_FILE ->
                report.add(
                        NOT_BY_ALIAS,
                        model.source(),
                        reference.pointer(),
                        name + " is a name of the benchmark " + id + " in benchmarks/aliases.json alone; write " + id);
            case LIKENESS ->
                report.add(
                        NOT_BY_LIKENESS,
                        model.source(),
                        reference.pointer(),
                        name + " is no benchmark's name, but like that of " + id + "; write " + id);
            case ID, OWN_NAME -> {
                // As it should be.
            }
        }
    }
}
