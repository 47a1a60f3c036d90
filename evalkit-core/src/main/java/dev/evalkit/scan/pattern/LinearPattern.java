package dev.evalkit.scan.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.evalkit.EvalkitException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A regular expression in the syntax of RE2, bounded in size, that is matched in linear time.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class LinearPattern {
    /** The most characters that an expression may have. */
    public static final int LONGEST_SOURCE = 10_000;

    /** The most places that an expression may have when its repetitions are written out. */
    public static final int LARGEST_PROGRAM = 20_000;

    /** The most matches in a buffer that are told. */
    public static final int MOST_MATCHES = 10_000;

    private static final int CONTEXT = 4;

    private final Pattern pattern;
    private final List<Anchor> anchors;
    private final boolean wanders;
    private final int size;

    private LinearPattern(Pattern pattern, Node node) {
        this.pattern = pattern;
        this.anchors = Anchor.of(node);
        this.wanders = node.wanders();
        this.size = node.size();
    }

    /**
     * Compiles an expression.
     *
     * @throws EvalkitException if it is malformed, or too large: more than {@link #LONGEST_SOURCE} characters or {@link #LARGEST_PROGRAM} places, nested
     *     more than 100 deep, a repetition of more than 1000 times
     */
    public static LinearPattern compile(String source) {
        if (source.length() > LONGEST_SOURCE) {
            throw new EvalkitException("found an expression of " + source.length() + " characters, at most "
                    + LONGEST_SOURCE + " are allowed");
        }
        Node node = read(source);
        if (node.size() > LARGEST_PROGRAM) {
            throw new EvalkitException("found an expression that is larger than " + LARGEST_PROGRAM
                    + " places when its repetitions are written out; repeat less, or nest repetitions less");
        }
        try {
            return new LinearPattern(Pattern.compile(source), node);
        } catch (PatternSyntaxException e) {
            throw malformed(e.getDescription(), e);
        }
    }

    private static Node read(String source) {
        try {
            return SyntaxReader.read(source);
        } catch (EvalkitException e) {
            throw malformed(String.valueOf(e.getMessage()), e);
        }
    }

    private static EvalkitException malformed(String what, RuntimeException cause) {
        return new EvalkitException(
                "expected a regular expression in the syntax of RE2 (no look-around, no back references), found "
                        + what,
                cause);
    }

    /** What every match holds; empty where there is nothing to look for. */
    List<Anchor> anchors() {
        return anchors;
    }

    /** Whether there are texts of which every match holds one, so that it need not be matched with all of a content. */
    public boolean hasLiterals() {
        return !anchors.isEmpty();
    }

    /** How many places it has when its repetitions are written out. */
    public int size() {
        return size;
    }

    /** How many capturing groups it has. */
    public int groupCount() {
        return pattern.groupCount();
    }

    /** The groups of its first match in a text, the whole match first, empty where one took no part; none where it does not match. */
    public List<String> groups(String text) {
        Matcher matcher = pattern.matcher(text);
        List<String> groups = new ArrayList<>();
        int count = matcher.find() ? pattern.groupCount() : -1;
        for (int group = 0; group <= count; group++) {
            groups.add(matcher.start(group) < 0 ? "" : matcher.group(group));
        }
        return groups;
    }

    /** Whether it matches somewhere in a text. */
    public boolean isFoundIn(String text) {
        return pattern.matcher(text).find();
    }

    /** Whether a match may go on over many words: then a short look around a literal does not tell where it ends. */
    boolean wanders() {
        return wanders;
    }

    /** The matches in a part of an array of UTF-8 bytes that are not empty, from left to right, at most {@link #MOST_MATCHES}. What is before the part is seen. */
    public List<Match> matches(byte[] bytes, int from, int to) {
        int context = Math.max(0, from - CONTEXT);
        byte[] part = context == 0 && to == bytes.length ? bytes : Arrays.copyOfRange(bytes, context, to);
        Matcher matcher = pattern.matcher(part);
        List<Match> all = new ArrayList<>();
        boolean found = matcher.find(from - context);
        for (; found && all.size() < MOST_MATCHES; found = matcher.find()) {
            if (matcher.start() == matcher.end()) {
                continue;
            }
            List<String> groups = new ArrayList<>();
            for (int group = 0; group <= pattern.groupCount(); group++) {
                int start = matcher.start(group);
                groups.add(start < 0 ? "" : text(part, start, matcher.end(group)));
            }
            all.add(new Match(context + matcher.start(), context + matcher.end(), groups));
        }
        return all;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }

    /**
     * A match.
     *
     * @param start the index of its first byte
     * @param end the index behind its last byte
     * @param groups the whole match, then its groups; empty where a group took no part
     */
    public record Match(int start, int end, List<String> groups) {
        public Match {
            groups = List.copyOf(groups);
        }
    }
}
