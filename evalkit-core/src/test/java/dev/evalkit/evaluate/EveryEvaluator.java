package dev.evalkit.evaluate;

import java.util.List;

/** Each built-in evaluator with arguments that fit {@link MadeSamples#many}, alone, in slices and in clusters. */
record EveryEvaluator(String name, String arguments) {
    /** Enough to compare two computations of the same. */
    static final int RESAMPLES = 200;

    private static final String QUICK = "--resamples " + RESAMPLES;
    private static final String PAIRS = "--label label --clean clean --adversarial prediction";
    private static final String REQUESTS = " --success success --failures ";

    static List<EveryEvaluator> all() {
        return List.of(
                new EveryEvaluator("accuracy", ""),
                new EveryEvaluator("accuracy", "--correct correct --slice part,tags"),
                new EveryEvaluator("accuracy", "--score score --cluster group --slice part"),
                new EveryEvaluator("classification", QUICK),
                new EveryEvaluator("classification", QUICK + " --slice part --average weighted --classes-from labels"),
                new EveryEvaluator("classification", QUICK + " --cluster group --slice tags"),
                new EveryEvaluator("rate", "--flag correct --ci clopper_pearson"),
                new EveryEvaluator("rate", "--score score --threshold 0.9 --slice part"),
                new EveryEvaluator("latency", "--slice part --definition hf6" + REQUESTS + "drop"),
                new EveryEvaluator("latency", "--cluster group --quantile 0.5" + REQUESTS + "count"),
                new EveryEvaluator(
                        "throughput", "--start start --duration latency_ms --slice part" + REQUESTS + "drop"),
                new EveryEvaluator("throughput", "--start start --duration latency_ms --cluster group"),
                new EveryEvaluator("robustness", PAIRS + " --slice part"),
                new EveryEvaluator("robustness", PAIRS + " --metric f1 --cluster group"),
                new EveryEvaluator("exam", "--score points --max max --slice part,tags"),
                new EveryEvaluator("exam", "--max max --cluster group"),
                new EveryEvaluator("safety", "--jailbroken correct"),
                new EveryEvaluator("safety", "--harmful harmful --refused correct --slice part"),
                new EveryEvaluator("task_completion", "--task task --passed correct --k 1,2,4"),
                new EveryEvaluator("exact_match", "--slice tags"),
                new EveryEvaluator("token_f1", "--cluster group"));
    }

    SampleEvaluation evaluation() {
        return SampleEvaluation.of(
                Evaluators.load().named(name), arguments.isEmpty() ? List.of() : List.of(arguments.split(" ", -1)));
    }

    @Override
    public String toString() {
        return name + " " + arguments;
    }
}
