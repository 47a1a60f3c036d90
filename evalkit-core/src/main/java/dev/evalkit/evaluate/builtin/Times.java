package dev.evalkit.evaluate.builtin;

import dev.evalkit.sample.BadSampleException;
import dev.evalkit.sample.Sample;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Points in time: numbers in some unit since some moment, or ISO 8601 texts with an offset ({@code 2026-11-01T10:15:00.250Z}). */
final class Times {
    private static final double NANOS_PER_SECOND = 1e9;

    private Times() {}

    /**
     * The time in a column, in the unit of which there are so many a second.
     *
     * @throws BadSampleException if it is missing, or neither a number nor such a text
     */
    static double of(Sample sample, int column, double unitsPerSecond) {
        String text = Reading.required(sample, column, "a time");
        if (text.indexOf('T') < 0) {
            return sample.number(column);
        }
        try {
            Duration since = Duration.between(Instant.EPOCH, OffsetDateTime.parse(text));
            return since.getSeconds() * unitsPerSecond + since.getNano() / NANOS_PER_SECOND * unitsPerSecond;
        } catch (DateTimeParseException e) {
            throw new BadSampleException(
                    column, "'" + text + "'", "a number or a time such as 2026-11-01T10:15:00.250Z");
        }
    }
}
