package dev.evalkit.validate;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.model.Indicator;
import dev.evalkit.model.RunScriptRef;
import dev.evalkit.repository.Document;
import dev.evalkit.repository.EvaluationRepository;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What computes an indicator is there: the evaluator on the class path ({@code EK-REF-001}), or the script as a file inside the repository ({@code
 * EK-REF-002}).
 */
final class EvaluatorRule implements Rule {
    static final RuleDescription EVALUATOR = new RuleDescription(
            "EK-REF-001",
            Severity.ERROR,
            "Evaluators that indicators name are there",
            "run_script_ref names builtin:NAME, and an evaluator of that name is on the class path.",
            """
            indicators/f1.json
            {"id": "f1", "run_script_ref": "builtin:clasification"}""",
            """
            indicators/f1.json
            {"id": "f1", "run_script_ref": "builtin:classification"}""");
    static final RuleDescription SCRIPT = new RuleDescription(
            "EK-REF-002",
            Severity.ERROR,
            "Scripts that indicators name are there",
            "run_script_ref names a file, and it lies inside the repository.",
            """
            indicators/f1.json
            {"id": "f1", "run_script_ref": {"script": "../elsewhere/f1.py"}}""",
            """
            indicators/f1.json
            {"id": "f1", "run_script_ref": {"script": "scripts/f1.py"}}""");
    private static final String REF = "run_script_ref";

    @Override
    public List<RuleDescription> descriptions() {
        return List.of(EVALUATOR, SCRIPT);
    }

    @Override
    public void check(Inspection inspection, Report report) {
        EvaluationRepository repository = inspection.repository();
        for (Document<Indicator> document : repository.indicators().documents()) {
            RunScriptRef ref = document.content().runScriptRef();
            if (ref != null) {
                String fault = ref.isBuiltin()
                        ? evaluatorFault(inspection.evaluators(), ref)
                        : scriptFault(repository, ref.script());
                if (fault != null) {
                    report.add(ref.isBuiltin() ? EVALUATOR : SCRIPT, document.source(), pointer(document), fault);
                }
            }
        }
    }

    private static @Nullable String evaluatorFault(Evaluators evaluators, RunScriptRef ref) {
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

    private static String pointer(Document<Indicator> document) {
        boolean isObject = document.source().object().asMap().get(REF) instanceof Map;
        return isObject ? "/" + REF + "/script" : "/" + REF;
    }
}
