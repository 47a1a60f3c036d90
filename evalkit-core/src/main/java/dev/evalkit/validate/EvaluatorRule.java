package dev.evalkit.validate;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.model.Indicator;
import dev.evalkit.model.RunScriptRef;
import dev.evalkit.repository.Document;
import dev.evalkit.repository.EvaluationRepository;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What computes an indicator is there: the evaluator on the class path ({@code EK-REF-001}), or the script as a file inside the repository ({@code
 * EK-REF-002}).
 */
final class EvaluatorRule implements Rule {
    private static final String EVALUATOR = "EK-REF-001";
    private static final String SCRIPT = "EK-REF-002";
    private static final String REF = "run_script_ref";

    private final Evaluators evaluators;

    EvaluatorRule(Evaluators evaluators) {
        this.evaluators = evaluators;
    }

    @Override
    public List<RuleDescription> descriptions() {
        return List.of(
                new RuleDescription(
                        EVALUATOR,
                        Severity.ERROR,
                        "Evaluators that indicators name are there",
                        "run_script_ref names builtin:NAME, and an evaluator of that name is on the class path."),
                new RuleDescription(
                        SCRIPT,
                        Severity.ERROR,
                        "Scripts that indicators name are there",
                        "run_script_ref names a file, and it lies inside the repository."));
    }

    @Override
    public List<Finding> check(EvaluationRepository repository) {
        List<Finding> findings = new ArrayList<>();
        for (Document<Indicator> document : repository.indicators().documents()) {
            RunScriptRef ref = document.content().runScriptRef();
            if (ref != null) {
                String rule = ref.isBuiltin() ? EVALUATOR : SCRIPT;
                String fault = ref.isBuiltin() ? evaluatorFault(ref) : scriptFault(repository, ref.script());
                if (fault != null) {
                    findings.add(new Finding(rule, Severity.ERROR, place(document), fault));
                }
            }
        }
        return findings;
    }

    private @Nullable String evaluatorFault(RunScriptRef ref) {
        try {
            evaluators.named(ref.evaluatorName());
            return null;
        } catch (EvalkitException e) {
            return e.getMessage();
        }
    }

    private static @Nullable String scriptFault(EvaluationRepository repository, String script) {
        try {
            return Files.isRegularFile(repository.resolve(script))
                    ? null
                    : "the script " + script + " is a folder, expected a file";
        } catch (EvalkitException e) {
            return "the script cannot be run: " + e.getMessage();
        }
    }

    private static Location place(Document<Indicator> document) {
        boolean isObject = document.source().object().asMap().get(REF) instanceof Map;
        return document.source().locate(isObject ? "/" + REF + "/script" : "/" + REF);
    }
}
