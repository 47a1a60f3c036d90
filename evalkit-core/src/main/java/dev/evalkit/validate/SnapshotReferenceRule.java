package dev.evalkit.validate;

import dev.evalkit.EvalkitException;
import dev.evalkit.model.Benchmark;
import dev.evalkit.repository.Document;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.Reference;
import dev.evalkit.repository.References;
import java.util.List;
import java.util.regex.Pattern;

/** The snapshots that benchmarks name are there. */
final class SnapshotReferenceRule implements Rule {
    static final RuleDescription THERE = new RuleDescription(
            "EK-REF-014",
            Severity.ERROR,
            "Snapshots that benchmarks name are there",
            "Each path in a benchmark's snapshots is a file or a folder inside the repository. Addresses and paths with placeholders are let be.",
            """
            benchmarks/arena.json
            {"id": "arena", "snapshots": ["benchmarks/snapshots/lmarena/20260101T000000.json"]}""",
            """
            benchmarks/arena.json
            {"id": "arena", "snapshots": ["benchmarks/snapshots/lmarena/20260101T000000Z.json"]}""");

    private static final Pattern NO_PATH = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*|.*[<>*{}].*");

    @Override
    public List<RuleDescription> descriptions() {
        return List.of(THERE);
    }

    @Override
    public void check(Inspection inspection, Report report) {
        EvaluationRepository repository = inspection.repository();
        for (Document<Benchmark> each : repository.benchmarks().documents()) {
            for (Reference reference :
                    References.benchmarkSnapshots(each.content().fields())) {
                if (!NO_PATH.matcher(reference.name()).matches()) {
                    check(repository, each, reference, report);
                }
            }
        }
    }

    private static void check(
            EvaluationRepository repository, Document<Benchmark> document, Reference reference, Report report) {
        try {
            repository.resolve(reference.name());
        } catch (EvalkitException e) {
            report.add(THERE, document.source(), reference.pointer(), "the snapshot is not there: " + e.getMessage());
        }
    }
}
