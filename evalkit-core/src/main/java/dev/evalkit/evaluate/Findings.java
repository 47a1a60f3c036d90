package dev.evalkit.evaluate;

import dev.evalkit.evaluate.score.ScoreRows;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that an evaluation found.
 *
 * @param measures the numbers; the primary one first, slices after what they are slices of
 * @param samples what became of the samples
 * @param warnings what a reader should know of all of them, in full sentences
 * @param datasetSha256 a digest of the questions, whatever their order and whatever was answered; null where it is not known
 * @param scores the score rows, or null where none are kept
 */
public record Findings(
        List<Measure> measures,
        SampleCounts samples,
        List<String> warnings,
        @Nullable String datasetSha256,
        @Nullable ScoreRows scores) {

    public Findings {
        measures = List.copyOf(measures);
        warnings = List.copyOf(warnings);
    }

    /** Numbers alone. */
    public static Findings of(List<Measure> measures, long samples) {
        return new Findings(measures, SampleCounts.of(samples), List.of(), null, null);
    }

    /** The digest of the questions, if it is known. */
    public Optional<String> dataset() {
        return Optional.ofNullable(datasetSha256);
    }

    /** The score rows, if they are kept. */
    public Optional<ScoreRows> scoreRows() {
        return Optional.ofNullable(scores);
    }
}
