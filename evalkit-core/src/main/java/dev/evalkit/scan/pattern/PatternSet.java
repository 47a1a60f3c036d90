package dev.evalkit.scan.pattern;

import dev.evalkit.EvalkitException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Many expressions that are looked for together: one pass over the bytes finds their literals, and only around those are they matched.
 *
 * <p>Immutable; each thread has a {@link PatternSearch} of its own.
 */
public final class PatternSet {
    /** The automaton that finds them has a row of numbers for each. */
    private static final int MOST_OF_LITERALS = 50_000;

    private final List<Sought> sought;
    private final LiteralSearch literals;
    private final List<List<Use>> uses;
    private final BitSet waiting = new BitSet();

    private PatternSet(List<Sought> sought, LiteralSearch literals, List<List<Use>> uses) {
        this.sought = List.copyOf(sought);
        this.literals = literals;
        this.uses = uses.stream().map(List::copyOf).toList();
        for (int i = 0; i < sought.size(); i++) {
            waiting.set(i, !sought.get(i).keywords().isEmpty());
        }
    }

    /**
     * An expression and when to look for it.
     *
     * @param pattern the expression
     * @param keywords texts of which one must occur, whatever its case; none for always
     */
    public record Sought(LinearPattern pattern, List<String> keywords) {
        public Sought {
            keywords = List.copyOf(keywords);
        }
    }

    /** What the occurrence of a literal means for an expression; without an anchor it is a keyword. */
    record Use(int pattern, @Nullable Anchor anchor) {}

    /**
     * The expressions, later told by their index in the list.
     *
     * @throws EvalkitException if the texts to look for are too many
     */
    public static PatternSet of(List<Sought> sought) {
        Map<String, List<Use>> uses = new LinkedHashMap<>();
        for (int i = 0; i < sought.size(); i++) {
            for (String keyword : sought.get(i).keywords()) {
                uses.computeIfAbsent(keyword.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                        .add(new Use(i, null));
            }
            for (Anchor anchor : sought.get(i).pattern().anchors()) {
                for (String literal : anchor.literals()) {
                    uses.computeIfAbsent(literal, key -> new ArrayList<>()).add(new Use(i, anchor));
                }
            }
        }
        long length = uses.keySet().stream().mapToLong(String::length).sum();
        if (length > MOST_OF_LITERALS) {
            throw new EvalkitException("found rules whose keywords and literals have " + length
                    + " characters together, at most " + MOST_OF_LITERALS + " are allowed; use fewer or shorter ones");
        }
        return new PatternSet(sought, new LiteralSearch(List.copyOf(uses.keySet())), List.copyOf(uses.values()));
    }

    /** A search for one thread. */
    public PatternSearch search() {
        return new PatternSearch(this);
    }

    int size() {
        return sought.size();
    }

    LinearPattern pattern(int index) {
        return sought.get(index).pattern();
    }

    /** Which expressions need a keyword that has not been seen yet; not to be changed. */
    BitSet waiting() {
        return waiting;
    }

    LiteralSearch literals() {
        return literals;
    }

    List<Use> uses(int literal) {
        return uses.get(literal);
    }
}
