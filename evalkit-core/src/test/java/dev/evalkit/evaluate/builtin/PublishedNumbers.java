package dev.evalkit.evaluate.builtin;

import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonObject;
import dev.evalkit.result.Meta;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which arguments of which evaluator, and which of its items, give the number that a set publishes under a name. */
final class PublishedNumbers {
    /** Sets, and for each how a published name is read. */
    static final Map<String, Function<String, Double>> SETS = Map.of(
            "accuracy_f1/sklearn_digits", PublishedNumbers::digits,
            "agent_task_completion/tau_bench_airline_gpt4o", PublishedNumbers::airline,
            "human_exam_accuracy/gaokao_gpt4_0314", PublishedNumbers::gaokao,
            "latency_p99/llmperf_leaderboard", PublishedNumbers::llmperf,
            "multimodal_understanding_score/mathvista", PublishedNumbers::mathvista,
            "multimodal_understanding_score/mmmu_val", PublishedNumbers::mmmu,
            "robustness_adv/advglue_chatgpt", PublishedNumbers::advglue,
            "robustness_adv/hatecheck_spelling", PublishedNumbers::hatecheck,
            "safety_alignment_score/jailbreakbench", PublishedNumbers::jailbreakbench,
            "throughput_rps/jmeter_parabank", PublishedNumbers::jmeter);

    private static final String TOXICITY = "toxicity/pplm_human";
    private static final Map<String, Run> RUNS = new HashMap<>();

    /** MMMU's disciplines by their subjects (Yue et al. 2024, arXiv 2311.16502); the records name subjects alone. */
    private static final Map<String, List<String>> DISCIPLINES = Map.of(
            "business", List.of("Accounting", "Economics", "Finance", "Manage", "Marketing"),
            "science", List.of("Biology", "Chemistry", "Geography", "Math", "Physics"),
            "healthMedicine",
                    List.of(
                            "Basic_Medical_Science",
                            "Clinical_Medicine",
                            "Diagnostics_and_Laboratory_Medicine",
                            "Pharmacy",
                            "Public_Health"));

    private PublishedNumbers() {}

    /** Our number for the one that is published under that name; empty where no evaluator gives it (the tests of two runs). */
    static Optional<Double> ours(String set, String metric) {
        if (metric.contains("z p")) {
            return Optional.empty();
        }
        return Optional.of(
                set.equals(TOXICITY)
                        ? pplm(metric)
                        : Objects.requireNonNull(SETS.get(set)).apply(metric));
    }

    static List<String> sets() {
        return Stream.concat(SETS.keySet().stream(), Stream.of(TOXICITY))
                .sorted()
                .toList();
    }

    private static double digits(String metric) {
        Run run = run("accuracy_f1/sklearn_digits", "samples", "classification", "");
        Matcher ofClass = match("(precision|recall|f1)\\[(.)\\]", metric);
        if (ofClass.matches()) {
            return run.slice(ofClass.group(1), "class", ofClass.group(2)).value();
        }
        if (metric.startsWith("confusion matrix")) {
            return differenceFromCounts(run);
        }
        return run.all(metric.equals("macro_f1") ? "" : metric).value();
    }

    /** How far our confusion matrix is from counting the records in the plainest way. */
    private static double differenceFromCounts(Run run) {
        Map<List<String>, Long> counts = new HashMap<>();
        for (JsonObject sample : samples("accuracy_f1/sklearn_digits", "samples.jsonl")) {
            counts.merge(List.of(sample.string("label"), sample.string("prediction")), 1L, Long::sum);
        }
        Meta meta = run.all("accuracy").meta();
        List<?> classes = (List<?>) meta.get("classes").orElseThrow();
        List<?> rows = (List<?>) meta.get("confusion").orElseThrow();
        long difference = 0;
        for (int l = 0; l < classes.size(); l++) {
            for (int p = 0; p < classes.size(); p++) {
                long count = counts.getOrDefault(List.of((String) classes.get(l), (String) classes.get(p)), 0L);
                difference += Math.abs(count - ((Number) ((List<?>) rows.get(l)).get(p)).longValue());
            }
        }
        return difference;
    }

    private static double airline(String metric) {
        return run("agent_task_completion/tau_bench_airline_gpt4o", "samples", "task_completion", "--k 1,2,3,4")
                .all(metric.replace("pass^", "pass_hat_"))
                .value();
    }

    private static double gaokao(String metric) {
        Run run = run(
                "human_exam_accuracy/gaokao_gpt4_0314",
                "samples",
                "exam",
                "--score score --max max_score --slice subject,group");
        Matcher part = match("(.+) (rate|correct_score|total_score)", metric);
        if (!part.matches()) {
            return Objects.requireNonNull(run.all("").samples());
        }
        String name = switch (part.group(2)) {
            case "rate" -> "";
            case "correct_score" -> "points";
            default -> "max_points";
        };
        String of = part.group(1);
        if (of.startsWith("overall")) {
            return run.all(name).value();
        }
        return run.slice(name, part.group(2).equals("rate") ? "subject" : "group", of)
                .value();
    }

    private static double llmperf(String metric) {
        String[] parts = metric.split(":", -1);
        boolean isTtft = parts[1].equals("ttft_s");
        Run run = run(
                "latency_p99/llmperf_leaderboard",
                "samples_" + parts[0],
                "latency",
                "--to s --success success --failures drop --percentiles 0.25,0.5,0.75,0.9,0.95 --value "
                        + (isTtft ? "ttft_ms" : "latency_ms"));
        String name = parts[parts.length - 1];
        return run.all(name.equals("p99") ? "" : name.replace("num_", "")).value();
    }

    private static double mathvista(String metric) {
        String model = metric.substring(0, metric.indexOf(':'));
        String part = metric.substring(metric.indexOf(':') + 1);
        Run run = run(
                "multimodal_understanding_score/mathvista",
                "samples_" + model,
                "accuracy",
                "--correct correct --slice question_type,answer_type,language,source,category,task,context,grade,skills");
        int equals = part.indexOf('=');
        return 100
                * (equals < 0
                        ? run.all("").value()
                        : run.slice("", part.substring(0, equals), part.substring(equals + 1))
                                .value());
    }

    private static double mmmu(String metric) {
        Matcher part = match("(.+):(.+) val %", metric);
        require(part, metric);
        Run run = run(
                "multimodal_understanding_score/mmmu_val",
                "samples_" + part.group(1),
                "accuracy",
                "--correct correct --slice subject");
        double right = 0;
        double all = 0;
        for (String subject : Objects.requireNonNull(DISCIPLINES.get(part.group(2)))) {
            right +=
                    run.slice("", "subject", subject).meta().number("successes").orElseThrow();
            all += Objects.requireNonNull(run.slice("", "subject", subject).samples());
        }
        return 100 * right / all;
    }

    private static double advglue(String metric) {
        Matcher part = match("ASR\\[(.+)\\]", metric);
        require(part, metric);
        return 100
                * run(
                                "robustness_adv/advglue_chatgpt",
                                "samples",
                                "robustness",
                                "--adversarial-correct adv_correct --slice task")
                        .slice("adversarial_error", "task", part.group(1))
                        .value();
    }

    private static double hatecheck(String metric) {
        Matcher part = match("(.+):robust_accuracy\\[(.+)\\]", metric);
        require(part, metric);
        return 100
                * run("robustness_adv/hatecheck_spelling", "samples_" + part.group(1), "robustness", "--slice attack")
                        .slice("", "attack", part.group(2))
                        .value();
    }

    private static double jailbreakbench(String metric) {
        Matcher part = match("ASR\\[(.+)\\]", metric);
        require(part, metric);
        return run(
                        "safety_alignment_score/jailbreakbench",
                        "samples_" + part.group(1),
                        "safety",
                        "--no-prompt no_prompt")
                .all("attack_success_rate")
                .value();
    }

    private static double jmeter(String metric) {
        String label = metric.substring(0, metric.indexOf(':'));
        String name = metric.substring(metric.indexOf(':') + 1);
        String common = "--success success --failures count --slice group ";
        boolean isLatency = name.startsWith("latency") || name.equals("median") || name.equals("mean");
        Run run = isLatency
                ? run("throughput_rps/jmeter_parabank", "samples", "latency", common + "--definition hf6")
                : run(
                        "throughput_rps/jmeter_parabank",
                        "samples",
                        "throughput",
                        common + "--start start_ms --end end_ms");
        String item = switch (name) {
            case "throughput_rps", "latency_p99_ms" -> "";
            case "latency_p90_ms" -> "p90";
            case "latency_p95_ms" -> "p95";
            case "median" -> "p50";
            case "error_pct" -> "error_rate";
            default -> name;
        };
        double value = (label.equals("Total") ? run.all(item) : run.slice(item, "group", label)).value();
        return name.equals("error_pct") ? 100 * value : value;
    }

    private static double pplm(String metric) {
        String[] parts = metric.split(":", -1);
        Run run = run(TOXICITY, "samples_" + parts[0], "rate", "--flag toxic --slice group");
        var measure = parts[1].equals("All together") ? run.all("") : run.slice("", "group", parts[1]);
        return parts[2].equals("toxicity rate")
                ? measure.value()
                : measure.meta().number("successes").orElseThrow();
    }

    private static Run run(String set, String file, String evaluator, String arguments) {
        return RUNS.computeIfAbsent(
                String.join(" ", set, file, evaluator, arguments),
                key -> Run.of(evaluator, arguments, SharedData.file(set, file + ".jsonl")));
    }

    private static List<JsonObject> samples(String set, String file) {
        try {
            return Files.readAllLines(SharedData.file(set, file)).stream()
                    .map(line -> JsonDocument.parse(file, line).object())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Matcher match(String pattern, String metric) {
        return Pattern.compile(pattern).matcher(metric);
    }

    private static void require(Matcher matcher, String metric) {
        if (!matcher.matches()) {
            throw new AssertionError("no recipe for '" + metric + "'");
        }
    }
}
