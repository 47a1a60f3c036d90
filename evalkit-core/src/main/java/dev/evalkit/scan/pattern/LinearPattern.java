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

    private final Pattern pattern;
    private final List<Anchor> anchors;

    private LinearPattern(Pattern pattern, List<Anchor> anchors) {
        this.pattern = pattern;
        this.anchors = anchors;
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
            return new LinearPattern(Pattern.compile(source), Anchor.of(node));
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

    /** How many capturing groups it has. */
    public int groupCount() {
        return pattern.groupCount();
    }

    /** Whether it matches somewhere in a text. */
    public boolean isFoundIn(String text) {
        return pattern.matcher(text).find();
    }

    /** The matches in a part of an array of UTF-8 bytes that are not empty, from left to right, at most {@link #MOST_MATCHES}. */
    public List<Match> matches(byte[] bytes, int from, int to) {
        byte[] part = from == 0 && to == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to);
        Matcher matcher = pattern.matcher(part);
        List<Match> all = new ArrayList<>();
        while (matcher.find() && all.size() < MOST_MATCHES) {
            if (matcher.start() == matcher.end()) {
                continue;
            }
            List<String> groups = new ArrayList<>();
            for (int group = 0; group <= pattern.groupCount(); group++) {
                int start = matcher.start(group);
                groups.add(start < 0 ? "" : text(part, start, matcher.end(group)));
            }
            all.add(new Match(from + matcher.start(), from + matcher.end(), groups));
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
