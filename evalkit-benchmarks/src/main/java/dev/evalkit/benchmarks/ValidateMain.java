package dev.evalkit.benchmarks;

import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.validate.Finding;
import dev.evalkit.validate.Validator;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Validates a repository by all rules: {@code REPOSITORY}. */
public final class ValidateMain {
    private ValidateMain() {}

    /** The program. */
    public static void main(String[] args) {
        run(List.of(args), System.out);
    }

    static void run(List<String> args, PrintStream out) {
        EvaluationRepository repository = EvaluationRepository.open(Path.of(args.get(0)));
        List<Finding> findings = Validator.of(Evaluators.load()).validate(repository);
        out.println(repository.indicators().sources().size() + " indicators, findings by rule: "
                + findings.stream().collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.counting())));
    }
}
