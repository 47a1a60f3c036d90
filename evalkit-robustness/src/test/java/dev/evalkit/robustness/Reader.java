package dev.evalkit.robustness;

import dev.evalkit.EvalkitException;
import dev.evalkit.diff.SideReader;
import dev.evalkit.diff.gate.DiffFile;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.evaluate.score.ScoreFile;
import dev.evalkit.lmarena.board.SnapshotFile;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.Problem;
import dev.evalkit.repository.RunStore;
import dev.evalkit.result.ResultSet;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import dev.evalkit.sample.SampleFold;
import dev.evalkit.sample.SampleReader;
import dev.evalkit.scan.ScanBaseline;
import dev.evalkit.scan.rule.RuleSet;
import dev.evalkit.validate.Finding;
import dev.evalkit.validate.Validator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;

/** Whoever reads a kind of file, by the entry points that a program has. */
enum Reader {
    INDICATOR("indicators/accuracy.json") {
        @Override
        void read(Path root, List<String> said) {
            repository(root, said);
        }
    },
    MODEL("models/m1.json") {
        @Override
        void read(Path root, List<String> said) {
            repository(root, said);
        }
    },
    SCENARIO("scenarios/trivia.json") {
        @Override
        void read(Path root, List<String> said) {
            repository(root, said);
        }
    },
    BENCHMARK("benchmarks/exam.json") {
        @Override
        void read(Path root, List<String> said) {
            repository(root, said);
        }
    },
    ALIASES("models/aliases.json") {
        @Override
        void read(Path root, List<String> said) {
            repository(root, said);
        }
    },
    RUN("reports/m1_trivia_20261123T120100Z/run.json") {
        @Override
        void read(Path root, List<String> said) {
            RunStore.of(EvaluationRepository.open(root)).problems().forEach(problem -> said.add(problem.toString()));
        }
    },
    CURRENT("reports/m1_trivia_20261123T120100Z/current.json") {
        @Override
        void read(Path root, List<String> said) {
            ResultSet.read(root.resolve(file()), file());
        }
    },
    BASELINE("reports/m1_trivia_20261123T120000Z/baseline.json") {
        @Override
        void read(Path root, List<String> said) {
            EvaluationRepository repository = EvaluationRepository.open(root);
            new SideReader(repository)
                    .read(RunStore.of(repository).baseline(Fixture.KEY).orElseThrow());
        }
    },
    DIFF("reports/m1_trivia_20261123T120100Z/diff.json") {
        @Override
        void read(Path root, List<String> said) {
            DiffFile.read(root.resolve(file()), file());
        }
    },
    WRITTEN("reports/m1_trivia_20261123T120100Z/current.json") {
        @Override
        void read(Path root, List<String> said) {
            validate(root, said);
        }
    },
    SNAPSHOT("benchmarks/snapshots/lmarena/20261123T120000Z.json") {
        @Override
        void read(Path root, List<String> said) {
            SnapshotFile.read(root.resolve(file()));
        }
    },
    SCORES("scores.jsonl") {
        @Override
        void read(Path root, List<String> said) {
            ScoreFile.read(root.resolve(file()));
        }
    },
    SAMPLE_LINES("outputs/m1.jsonl") {
        @Override
        void read(Path root, List<String> said) {
            samples(root.resolve(file()));
        }
    },
    SAMPLE_ARRAY("outputs/array.json") {
        @Override
        void read(Path root, List<String> said) {
            samples(root.resolve(file()));
        }
    },
    SAMPLE_TABLE("outputs/table.csv") {
        @Override
        void read(Path root, List<String> said) {
            samples(root.resolve(file()));
        }
    },
    SCAN_BASELINE(".evalkit-scan.json") {
        @Override
        void read(Path root, List<String> said) {
            ScanBaseline.of(root);
        }
    },
    SCAN_RULES("gitleaks.toml") {
        @Override
        void read(Path root, List<String> said) {
            RuleSet.read(root.resolve(file()), file());
        }
    };

    private final String file;

    Reader(String file) {
        this.file = file;
    }

    /** The file, relative to the root of a {@link Fixture}. */
    String file() {
        return file;
    }

    /** Adds what is said against the file, unless that is thrown. */
    abstract void read(Path root, List<String> said);

    /** What is said against the file, all of it naming the file; nothing where it is fine. */
    List<String> complaints(Path root) {
        List<String> said = new ArrayList<>();
        try {
            read(root, said);
        } catch (EvalkitException e) {
            said.add(String.valueOf(e.getMessage()));
        }
        return said.stream().filter(each -> each.contains(file)).toList();
    }

    private static void repository(Path root, List<String> said) {
        EvaluationRepository.open(root).problems().stream()
                .map(Problem::toString)
                .forEach(said::add);
        validate(root, said);
    }

    private static void validate(Path root, List<String> said) {
        Validator.of(Evaluators.load()).validate(EvaluationRepository.open(root)).stream()
                .map(Finding::toString)
                .forEach(said::add);
    }

    /** Folds the samples: what is not finite is refused by the reader, or not at all. */
    private static void samples(Path file) {
        SampleReader.withDefaults()
                .withThreads(2)
                .fold(file, List.of(Column.required("label"), Column.optional("value")), new Sum());
    }

    /** The sum of a column, which is not finite as soon as one of its values is not. */
    private static final class Sum implements SampleFold<DoubleAdder> {
        @Override
        public DoubleAdder create() {
            return new DoubleAdder();
        }

        @Override
        public void add(DoubleAdder sum, Sample sample) {
            if (!sample.isMissing(1)) {
                double value = sample.number(1);
                if (!Double.isFinite(value)) {
                    throw new AssertionError("A value that is not finite: " + value);
                }
                sum.add(value);
            }
        }

        @Override
        public DoubleAdder merge(DoubleAdder first, DoubleAdder second) {
            first.add(second.sum());
            return first;
        }
    }
}
