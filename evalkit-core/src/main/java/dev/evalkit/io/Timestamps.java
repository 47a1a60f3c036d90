package dev.evalkit.io;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times in the names of files and folders: {@code 20261123T140000Z}, always UTC, to the second. */
public final class Timestamps {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern FORMATTED = Pattern.compile("[0-9]{8}T[0-9]{6}Z");
    private static final Pattern EPOCH_SECONDS = Pattern.compile("[0-9]{9,11}");

    private Timestamps() {}

    /** A time as it stands in names; fractions of a second are dropped. */
    public static String format(Instant time) {
        return FORM.format(time.atOffset(ZoneOffset.UTC));
    }

    /**
     * The time that a name states: in the form above, or in epoch seconds (9 to 11 digits) as older repositories have them.
     *
     * @return empty if the text is neither
     */
    public static Optional<Instant> parse(String text) {
        if (EPOCH_SECONDS.matcher(text).matches()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
        }
        if (!FORMATTED.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(text, FORM).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
