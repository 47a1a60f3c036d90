package dev.evalkit.evaluate.builtin;

import dev.evalkit.sample.BadSampleException;
import dev.evalkit.sample.Sample;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/**
 * Points in time: numbers in some unit since some moment, or ISO 8601 texts with an offset ({@code 2026-11-01T10:15:00.250Z}, also with a blank for the
 * T).
 */
final class Times {
    private static final double NANOS_PER_SECOND = 1e9;

    /** Whole numbers beyond this, such as nanoseconds since 1970, are no longer exact as doubles. */
    private static final double LARGEST_EXACT = 1L << 53;

    private Times() {}

    /**
     * The time in a column, in the unit of which there are so many a second.
     *
     * @throws BadSampleException if it is missing, or neither a number nor such a text
     */
    static double of(Sample sample, int column, double unitsPerSecond) {
        String text = Reading.required(sample, column, "a time");
        return isDate(text)
                ? inUnits(Duration.between(Instant.EPOCH, date(column, text)), unitsPerSecond)
                : number(sample, column, text);
    }

    /**
     * How long it is from the time in one column to that in another, in the unit of which there are so many a second. Of two dates, or two large whole
     * numbers, the difference is exact, since the times themselves would be rounded.
     *
     * @throws BadSampleException if one is missing, or neither a number nor such a text
     */
    static double between(Sample sample, int start, int end, double unitsPerSecond) {
        String from = Reading.required(sample, start, "a time");
        String to = Reading.required(sample, end, "a time");
        if (isDate(from) && isDate(to)) {
            return inUnits(Duration.between(date(start, from), date(end, to)), unitsPerSecond);
        }
        double difference = of(sample, end, unitsPerSecond) - of(sample, start, unitsPerSecond);
        boolean areLarge = !isDate(from) && !isDate(to) && Math.abs(sample.number(start)) > LARGEST_EXACT;
        return areLarge
                ? new BigDecimal(to.strip())
                        .subtract(new BigDecimal(from.strip()))
                        .doubleValue()
                : difference;
    }

    private static double inUnits(Duration duration, double unitsPerSecond) {
        return duration.getSeconds() * unitsPerSecond + duration.getNano() / NANOS_PER_SECOND * unitsPerSecond;
    }

    private static boolean isDate(String text) {
        return text.indexOf(':') >= 0;
    }

    private static Instant date(int column, String text) {
        try {
            return OffsetDateTime.parse(text.strip().replace(' ', 'T')).toInstant();
        } catch (DateTimeParseException e) {
            throw neither(column, text);
        }
    }

    private static double number(Sample sample, int column, String text) {
        try {
            return sample.number(column);
        } catch (BadSampleException e) {
            throw neither(column, text);
        }
    }

    private static BadSampleException neither(int column, String text) {
        return new BadSampleException(
                column, "'" + text + "'", "a number, or a time with its offset such as 2026-11-01T10:15:00.250Z");
    }
}
