package dev.evalkit.validate;

import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.repository.EvaluationRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A repository as people keep it who never heard of evalkit: 26 models, 200 benchmarks, 12 indicators and 10 scenarios in folders, about 500 files in all. Ids
 * differ from file names, benchmarks are named by file, id or alias, free texts are in several scripts, some files begin with a byte order mark, the schema of
 * models is draft 7 and has a name of its own, runs have no {@code run.json} and times in epoch seconds, and other tools left files of theirs about.
 */
final class FieldRepository {
    private static final String MARK = "\uFEFF";
    private static final List<String> NAMES =
            List.of("通用模型", "نموذج عربي", "Großmodell Ü", "Модель", "モデル", "Plain Model", "Modèle à côté", "ष मॉडल");

    private final Path root;
    private final Map<String, String> files = new TreeMap<>();

    private FieldRepository(Path root) {
        this.root = root;
    }

    /** Writes one; the same seed gives the same bytes. */
    static FieldRepository write(Path root, long seed) throws IOException {
        FieldRepository repository = new FieldRepository(root);
        Random random = new Random(seed);
        repository.benchmarks(random);
        repository.models(random);
        repository.indicators();
        repository.scenarios();
        repository.reports(random);
        repository.others();
        for (Map.Entry<String, String> file : repository.files.entrySet()) {
            repository.put(file.getKey(), file.getValue());
        }
        return repository;
    }

    int size() {
        return files.size();
    }

    Path root() {
        return root;
    }

    /** What all rules find, in words: severity, then the finding. */
    List<String> findings() {
        return Validator.of(Evaluators.load()).validate(EvaluationRepository.open(root)).stream()
                .map(finding -> finding.severity() + " " + finding)
                .toList();
    }

    /** What is found beyond what is found in the sound repository, when files are changed; they are restored then. */
    List<String> findingsWith(Map<String, UnaryOperator<String>> changes, List<String> usual) throws IOException {
        for (Map.Entry<String, UnaryOperator<String>> change : changes.entrySet()) {
            String before = files.getOrDefault(change.getKey(), "");
            String after = change.getValue().apply(before);
            if (after.equals(before)) {
                throw new AssertionError("nothing was changed in " + change.getKey() + ": " + before);
            }
            put(change.getKey(), after);
        }
        try {
            List<String> found = new ArrayList<>(findings());
            usual.forEach(found::remove);
            return found;
        } finally {
            for (String file : changes.keySet()) {
                if (files.containsKey(file)) {
                    put(file, files.get(file));
                } else {
                    Files.delete(root.resolve(file));
                }
            }
        }
    }

    private void put(String file, String content) throws IOException {
        Path target = root.resolve(file);
        if (content.isEmpty()) {
            Files.delete(target);
            return;
        }
        Files.createDirectories(target.getParent());
        Files.write(target, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String name(int index) {
        return NAMES.get(index % NAMES.size()) + " " + index;
    }

    private void benchmarks(Random random) {
        StringBuilder index = new StringBuilder("# 基准索引\n\n| 基准 | 说明 |\n| --- | --- |\n");
        for (int i = 0; i < 200; i++) {
            String stem = String.format(Locale.ROOT, "bench_%03d", i);
            String mark = i % 17 == 0 ? MARK : "";
            files.put(
                    "benchmarks/" + stem + ".json",
                    mark + """
                    {
                      "id": "benchmark.%s",
                      "name": "%s",
                      "description": "测试说明 – für %s, وصف",
                      "source": "paper, 2024",
                      "datasets": [{"name": "数据集", "link": "https://example.org/%d", "license": "varies"}],
                      "metrics": [{"name": "准确率", "definition": "correct / total"}],
                      "example_scores": {"注": "%d.%d%% (示例)"},
                      "notes": ["a", {"b": null}],
                      "last_reviewed": "2025-09-25"
                    }
                    """.formatted(stem, name(i), stem, i, random.nextInt(100), i % 10));
            index.append(
                    i % 2 == 0
                            ? "| [" + name(i) + "](" + stem + ".json) | `" + stem + ".json` |\n"
                            : "| `" + stem + ".json` | – |\n");
        }
        index.append("""

                - bench_001.json — the first that anybody added
                - snapshots: `benchmarks/snapshots/lmarena/<ts>.json`, see [the folder](snapshots/lmarena/), [above](#top) and
                  [the site](https://example.org/board.json "with a title")

                ```markdown
                - `not_there.json` in an example, [nor this](nowhere.md)
                ```
                """);
        files.put("benchmarks/index.md", index.toString());
        files.put(
                "benchmarks/aliases.json",
                MARK
                        + "{\n  \"$comment\": \"other names\",\n  \"bench_010\": [\"Benchmark Ten\", \"基准十\"],\n  \"The Eleventh\": \"bench_011\"\n}\n");
        for (int i = 0; i < 4; i++) {
            files.put(
                    "benchmarks/snapshots/lmarena/" + (1758787140 + 11111 * i) + ".json",
                    "[{\"model\": \"Large-4B\", \"elo\": 1185.2, \"rank\": 25, \"votes\": 3500}]");
        }
    }

    private void models(Random random) {
        for (int i = 0; i < 26; i++) {
            StringBuilder named = new StringBuilder();
            for (int k = 0; k < 12; k++) {
                int benchmark = (i * 8 + k) % 200;
                String stem = String.format(Locale.ROOT, "bench_%03d", benchmark);
                named.append(k == 0 ? "" : ", ")
                        .append('"')
                        .append(random.nextBoolean() ? stem : "benchmark." + stem)
                        .append('"');
            }
            String alias = i == 1 ? ", \"Benchmark Ten\"" : i == 2 ? ", \"BENCH-012\"" : "";
            files.put(
                    "models/model-" + i + (i % 5 == 0 ? ".5" : "") + ".json",
                    (i % 9 == 4 ? MARK : "") + """
                            {
                              "model_name": "%s",
                              "input_types": ["text", "图像"],
                              "output_types": ["text"],
                              "capabilities": {"tool_use": true, "context": ["200k"]},
                              "variants": [
                                {"name": "Large-%dB", "params": %d.5, "release_date": "unknown", "tags": ["open"]}
                              ],
                              "evaluation": {
                                "papers": ["https://example.org/paper"],
                                "benchmarks": [%s%s]
                              },
                              "notes": "…"
                            }
                            """.formatted(name(i), i, i, named, alias));
        }
        files.put(
                "models/README.md",
                "# Models\n\nSee [benchmarks](../benchmarks/index.md) and [the licence](../LICENSE).\n");
        files.put("LICENSE", "none\n");
    }

    private void indicators() {
        List<String> ids = List.of(
                "accuracy_f1",
                "latency_p99",
                "throughput_rps",
                "toxicity",
                "elo_rating",
                "win_rate",
                "exam_accuracy",
                "vision_score",
                "alignment_score",
                "agent_completion",
                "word_error_rate",
                "robustness_adversarial");
        StringBuilder index = new StringBuilder(MARK + "# 指标索引\n\n");
        for (String id : ids) {
            String stem = id.equals("robustness_adversarial") ? "robustness_adv" : id;
            String script = switch (id) {
                case "win_rate" -> "\"scripts/run.py\"";
                case "toxicity" -> "\"builtin:rate\"";
                case "robustness_adversarial" ->
                    "{\"script\": \"scripts/eval/suite.py\", \"args\": [\"--gold\", \"gold.json\"], \"output_format\": \"custom\"}";
                default ->
                    "{\"script\": \"scripts/run.py\", \"args\": [\"--id\", \"" + id
                            + "\", \"--out\", \"reports/<ts>.json\"], \"output_format\": \"unified_v1\"}";
            };
            files.put("indicators/" + stem + ".json", """
                    {
                      "id": "%s",
                      "name": "%s（指标）",
                      "definition": "调和平均",
                      "category": "accuracy",
                      "owner": "评估组",
                      "run_script_ref": %s,
                      "formula": {"expected": "1 / (1 + 10^d)", "where": "K 是系数"},
                      "runbook": {"summary": "运行", "steps": ["一", "二"]},
                      "limitations": ["样本少"],
                      "example_output": {"orig": 0.82, "ci": [0.1, 0.2]},
                      "related_metrics": ["胜率", "置信区间", "precision"]%s
                    }
                    """.formatted(
                            id,
                            id,
                            script,
                            id.equals("word_error_rate")
                                    ? ",\n  \"unit\": \"ratio\",\n  \"higher_is_better\": false,\n  \"range\": {\"min\": 0}"
                                    : ""));
            index.append("- `").append(stem).append(".json` — ").append(id).append('\n');
        }
        files.put("indicators/index.md", index.toString());
        files.put("scripts/run.py", "print('x')\n");
        files.put("scripts/eval/suite.py", "print('y')\n");
    }

    private void scenarios() {
        StringBuilder index = new StringBuilder("# Scenarios\n\n");
        for (int i = 1; i <= 10; i++) {
            String id = String.format(Locale.ROOT, "scn_%02d_对话", i);
            String third = i % 2 == 0 ? "robustness_adv" : "vision_score";
            files.put("scenarios/" + id + "/" + id + ".json", """
                    {
                      "scenario_id": "%s",
                      "name": "Sprachauskunft %d",
                      "description": "如何更换备胎？",
                      "required_atomic_capabilities": ["speech"],
                      "priority_indicators": [
                        {"indicator": "accuracy_f1", "priority": "high"},
                        {"indicator": "latency_p99", "priority": "medium"},
                        {"indicator": "%s", "priority": "high"}
                      ],
                      "indicators": ["toxicity", "word_error_rate", "exam_accuracy", "alignment_score", "agent_completion"],
                      "minimal_test_cases": [{"id": "tc1", "input": "如何"}]
                    }
                    """.formatted(id, i, third));
            files.put(
                    "scenarios/" + id + "/minimal_requirements.json",
                    "{\"scenario_id\": \"" + id + "\", \"ram_gb\": 8}");
            files.put("scenarios/" + id + "/test_data/q.jsonl", "{\"q\": 1}\n");
            index.append("- scn_")
                    .append(i)
                    .append(" — see [")
                    .append(id)
                    .append("](")
                    .append(id)
                    .append("/)\n");
        }
        files.put("scenarios/index.md", index.toString());
    }

    private void reports(Random random) {
        String[] metrics = {"accuracy_f1", "latency_p99", "throughput_rps", "toxicity_rate", "win_rate", "elo_rating"};
        double[] values = {0.8, 119.49, 460, 0.006, 0.49, 1185.2};
        for (int run = 0; run < 30; run++) {
            String folder = "reports/model-" + run % 26 + "_clsF1_" + (1758787148 + 803 * run) + "/";
            StringBuilder items = new StringBuilder("[\n");
            for (int i = 0; i < metrics.length; i++) {
                items.append(i == 0 ? "" : ",\n")
                        .append("  {\"metric_id\": \"" + metrics[i] + "\", \"value\": " + values[i])
                        .append(", \"ci\": null, \"samples_used\": " + (i % 2 == 0 ? "100" : "null"))
                        .append(", \"meta\": {\"model\": \"Large-" + run + "B\", \"seed\": " + random.nextInt(99)
                                + "}}");
            }
            String content = run % 3 == 0
                    ? "{\"metric_id\": \"accuracy_f1\", \"value\": 0.8, \"ci\": null, \"samples_used\": 100, \"meta\": {}}\n"
                    : items.append("\n]").toString();
            files.put(folder + "current.json", content);
            files.put(folder + "baseline.json", content);
            files.put(
                    folder + "diff.json",
                    "[{\"metric_id\": \"accuracy_f1\", \"prev\": 0.8, \"curr\": 0.8, \"delta\": 0.0, \"over_threshold\": false}]");
            files.put(folder + "summary.md", "# 汇总\n");
        }
        for (int i = 0; i < 10; i++) {
            files.put("reports/governance_20250925T1237" + (10 + i) + "Z/ownership_summary.md", "# ok\n");
            files.put("reports/baselines/model-" + i + "/" + (1758799522 + i) + "/summary.md", "# ok\n");
            files.put("reports/compare/a_vs_b/" + (1758806409 + i) + "/unified.json", "[1, 2]");
        }
        files.put("reports/model-1_elo_1758819673.json", "{\"loose\": true}");
        files.put(
                "reports/model-3_odd_1758819999/current.json",
                "{\"metric_id\": \"win_rate\", \"value\": 0.5, \"ci\": [0.4, 0.6], \"samples_used\": 3, \"meta\": {\"unit\": \"ratio\"}}");
        files.put("reports/model-3_odd_1758819999/diff.json/diff.json", "[]");
        files.put("reports/README.md", "# Reports\n\n- layout: `reports/<model>_<scenario>_<ts>/baseline.json`\n");
    }

    private void others() {
        files.put("templates/model_schema.json", """
                {
                  "$schema": "http://json-schema.org/draft-07/schema#",
                  "title": "Model entry schema",
                  "type": "object",
                  "required": ["model_name", "variants", "input_types", "output_types"],
                  "properties": {
                    "model_name": {"type": "string"},
                    "input_types": {"type": "array", "items": {"type": "string"}},
                    "output_types": {"type": "array", "items": {"type": "string"}},
                    "capabilities": {"type": "object", "additionalProperties": true},
                    "variants": {"type": "array", "items": {"$ref": "#/definitions/variant"}},
                    "evaluation": {
                      "type": "object",
                      "properties": {
                        "papers": {"type": "array", "items": {"type": "string", "format": "uri"}},
                        "benchmarks": {"type": "array", "items": {"type": "string"}}
                      },
                      "additionalProperties": false
                    },
                    "notes": {"type": "string"}
                  },
                  "additionalProperties": false,
                  "definitions": {
                    "variant": {
                      "type": "object",
                      "required": ["name", "params"],
                      "properties": {
                        "name": {"type": "string"},
                        "params": {"type": "number"},
                        "release_date": {"type": "string", "format": "date"},
                        "tags": {"type": "array", "items": {"type": "string"}}
                      },
                      "additionalProperties": false
                    }
                  }
                }
                """);
        files.put("templates/indicator_template.json", "{\"id\": \"indicator.sample\", \"range\": 3}");
        files.put("templates/abilities.json", "[{\"id\": \"speech\"}]");
        files.put("qa/qa_history.jsonl", "{\"ts\": 1758799426, \"phase\": \"phase4\", \"outdir\": \"reports\\\\x\"}\n");
        files.put("README.md", MARK + "# 知识库\n\n[nowhere](nowhere.md)\n");
        files.put("agents/storage/entries.jsonl", "{\"a\": 1}\n");
        files.put(".github/workflows/ci.yml", "on: push\n");
    }
}
