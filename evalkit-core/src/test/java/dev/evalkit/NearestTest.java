package dev.evalkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN =
            List.of("accuracy_f1", "accuracy", "latency_p99", "latency_p50", "toxicity", "win_rate");

    @Test
    void putsTheLikeliestFirst() {
        assertThat(Nearest.to("acuracy_f1", KNOWN)).containsExactly("accuracy_f1");
        assertThat(Nearest.to("latency_p95", KNOWN)).containsExactly("latency_p99", "latency_p50");
        assertThat(Nearest.to("Toxicity", KNOWN)).containsExactly("toxicity");
        assertThat(Nearest.to("mmul", List.of("mmlu", "gsm8k"))).containsExactly("mmlu");
    }

    @Test
    void takesANameThatIsPartOfAnother() {
        assertThat(Nearest.to("toxicity_rate", KNOWN)).containsExactly("toxicity");
    }

    @Test
    void findsNothingWhereNothingIsLike() {
        assertThat(Nearest.to("bleu", KNOWN)).isEmpty();
        assertThat(Nearest.to("", KNOWN)).isEmpty();
        assertThat(Nearest.to("x".repeat(1_000_000), List.of("y".repeat(1_000_000))))
                .isEmpty();
    }

    @Test
    void givesThreeAtMost() {
        assertThat(Nearest.to("m0", List.of("m1", "m2", "m3", "m4", "m5"))).containsExactly("m1", "m2", "m3");
    }
}
