package dev.evalkit.repository;

import dev.evalkit.json.JsonDocument;
import dev.evalkit.model.Indicator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The core indicators that evalkit brings along, for repositories that do not define them. Thread-safe.
 *
 * <p>Each is read when it is first asked for: a build that compares two numbers should not wait for eleven documents.
 */
public final class BundledIndicators {
    /** The aliases of each id: what a jar holds cannot be listed, and names have to be known before documents are read. */
    static final SortedMap<String, List<String>> ALIASES = new TreeMap<>(Map.ofEntries(
            Map.entry("accuracy_f1", List.of("f1", "macro_f1", "f1_macro")),
            Map.entry("agent_task_completion", List.of("task_success_rate", "pass_1")),
            Map.entry("elo_rating", List.of("elo", "arena_elo", "bt_rating")),
            Map.entry("human_exam_accuracy", List.of("exam_accuracy", "exam_score")),
            Map.entry("latency_p99", List.of("p99_latency", "latency_p99_ms")),
            Map.entry("multimodal_understanding_score", List.of("mm_score")),
            Map.entry("robustness_adv", List.of("robust_accuracy", "adversarial_accuracy")),
            Map.entry("safety_alignment_score", List.of("jailbreak_safety", "safety_score")),
            Map.entry("throughput_rps", List.of("rps", "requests_per_second")),
            Map.entry("toxicity", List.of("toxicity_rate")),
            Map.entry("win_rate", List.of("winrate", "pairwise_win_rate"))));

    private final Map<String, Indicator> read = new ConcurrentHashMap<>();

    /** Their ids, in order. */
    public List<String> ids() {
        return List.copyOf(ALIASES.keySet());
    }

    /** The other names of the one of that id; none where there is no such indicator. */
    public List<String> aliases(String id) {
        return ALIASES.getOrDefault(id, List.of());
    }

    /** All of them, by id. */
    public List<Indicator> all() {
        return ids().stream().map(this::get).toList();
    }

    /** The one whose id or alias that is. */
    public Optional<Indicator> find(String metricId) {
        if (ALIASES.containsKey(metricId)) {
            return Optional.of(get(metricId));
        }
        return ALIASES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(metricId))
                .map(entry -> get(entry.getKey()))
                .findFirst();
    }

    /**
     * The one of that id.
     *
     * @throws IllegalArgumentException if evalkit brings none of that id along
     */
    public Indicator get(String id) {
        return read.computeIfAbsent(id, BundledIndicators::read);
    }

    private static Indicator read(String id) {
        String name = "indicators/" + id + ".json";
        try (InputStream in = BundledIndicators.class.getResourceAsStream("/dev/evalkit/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "evalkit brings no indicator " + id + " along, but " + ALIASES.keySet());
            }
            return IndicatorParser.parse(
                    id, JsonDocument.parse(name, in.readAllBytes()).object());
        } catch (IOException e) {
            throw new UncheckedIOException("The bundled indicator " + id + " cannot be read", e);
        }
    }
}
