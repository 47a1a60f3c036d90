package dev.evalkit.lmarena.board;

import java.util.List;

/**
 * What was noticed while a board was read.
 *
 * @param duplicatesRemoved how many rows repeated another one
 * @param unknownFields fields that the source has and evalkit does not know
 * @param missingFields fields that the source used to have and has not
 * @param warnings what a reader should know, in full sentences
 */
public record Notices(
        long duplicatesRemoved, List<String> unknownFields, List<String> missingFields, List<String> warnings) {

    /** Nothing was noticed. */
    public static final Notices NONE = new Notices(0, List.of(), List.of(), List.of());

    public Notices {
        unknownFields = List.copyOf(unknownFields);
        missingFields = List.copyOf(missingFields);
        warnings = List.copyOf(warnings);
    }
}
