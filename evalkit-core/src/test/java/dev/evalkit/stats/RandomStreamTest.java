package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    @Test
    void isFixedByItsThreeParts() {
        assertThat(RandomStream.of(7, "accuracy", "bootstrap").nextLong())
                .isEqualTo(RandomStream.of(7, "accuracy", "bootstrap").nextLong());
        assertThat(Stream.of(
                                RandomStream.of(7, "accuracy", "bootstrap"),
                                RandomStream.of(8, "accuracy", "bootstrap"),
                                RandomStream.of(7, "accuracy2", "bootstrap"),
                                RandomStream.of(7, "accuracy", "2bootstrap"),
                                RandomStream.of(7, "accuracy", "flips"))
                        .map(rng -> rng.nextLong()))
                .doesNotHaveDuplicates();
    }

    @Test
    void isTheSameFromReleaseToRelease() {
        // Python: xoshiro256++ on the four big-endian words of hashlib.sha256(seed ‖ length, identity ‖ length,
        // purpose).
        assertThat(RandomStream.of(7, "accuracy", "bootstrap").nextLong()).isEqualTo(-7851376834974474002L);
    }
}
