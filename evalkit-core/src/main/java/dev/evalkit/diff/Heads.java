package dev.evalkit.diff;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands before the first points of known ids: a metric that begins otherwise can be dismissed at once.
 *
 * <p>Asked for each of a million items, nearly all of which can be: a filter over first characters and lengths spares most of them the hash set.
 */
final class Heads {
    private static final int CHARACTERS = 128;

    private final Set<String> heads;

    /** For each first character, folded, the lengths of heads that begin so, folded too. */
    private final long[] lengths = new long[CHARACTERS];

    Heads(Stream<String> ids) {
        this.heads = ids.map(id -> id.substring(0, length(id))).collect(Collectors.toUnmodifiableSet());
        heads.forEach(head -> lengths[first(head)] |= 1L << head.length());
    }

    /** Whether a known id begins as this one does, up to the first point. */
    boolean begin(String id) {
        int length = length(id);
        return (lengths[first(id)] & 1L << length) != 0 && heads.contains(id.substring(0, length));
    }

    private static int length(String id) {
        int point = id.indexOf('.');
        return point < 0 ? id.length() : point;
    }

    private static int first(String id) {
        return id.isEmpty() ? 0 : id.charAt(0) % CHARACTERS;
    }
}
