package dev.evalkit.repository;

import dev.evalkit.json.JsonDocument;
import dev.evalkit.model.Indicator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The core indicators that evalkit brings along, for repositories that do not define them. Immutable and thread-safe. */
public final class BundledIndicators {
    /** The ids; what a jar holds cannot be listed in general. */
    static final List<String> IDS = List.of(
            "accuracy_f1",
            "agent_task_completion",
            "elo_rating",
            "human_exam_accuracy",
            "latency_p99",
            "multimodal_understanding_score",
            "robustness_adv",
            "safety_alignment_score",
            "throughput_rps",
            "toxicity",
            "win_rate");

    private final List<Indicator> indicators;

    private BundledIndicators(List<Indicator> indicators) {
        this.indicators = List.copyOf(indicators);
    }

    /** Reads them. */
    public static BundledIndicators load() {
        List<Indicator> indicators = new ArrayList<>();
        for (String id : IDS) {
            try (InputStream in = resource(id)) {
                if (in != null) {
                    String name = "indicators/" + id + ".json";
                    indicators.add(IndicatorParser.parse(
                            id, JsonDocument.parse(name, in.readAllBytes()).object()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The bundled indicator " + id + " cannot be read", e);
            }
        }
        return new BundledIndicators(indicators);
    }

    private static @Nullable InputStream resource(String id) {
        return BundledIndicators.class.getResourceAsStream("/dev/evalkit/indicators/" + id + ".json");
    }

    /** All of them, by id. */
    public List<Indicator> all() {
        return indicators;
    }

    /** The one whose id or alias that is. */
    public Optional<Indicator> find(String metricId) {
        return indicators.stream()
                .filter(indicator -> indicator.id().equals(metricId))
                .findFirst()
                .or(() -> indicators.stream()
                        .filter(indicator -> indicator.answersTo(metricId))
                        .findFirst());
    }
}
