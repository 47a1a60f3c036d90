package dev.evalkit.scan.pattern;

import dev.evalkit.scan.pattern.LinearPattern.Match;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Looks for the expressions of a {@link PatternSet} in buffers, one after the other; for one thread.
 *
 * <p>Around a hit the expression is first matched in a short window. Only where that does not decide is the long one taken, joined with those that
 * overlap it, so that no byte is matched again and again whatever the content.
 */
public final class PatternSearch {
    /** The most bytes that a match may reach before and behind its literal. */
    public static final int REACH = 1 << 16;

    private static final int CONTEXT = 4;
    private static final int SHORT = 160;

    private final PatternSet set;
    private final Region[] regions;
    private final BitSet waiting;

    PatternSearch(PatternSet set) {
        this.set = set;
        this.regions = new Region[set.size()];
        for (int i = 0; i < regions.length; i++) {
            regions[i] = new Region();
        }
        this.waiting = new BitSet(set.size());
    }

    /** What is told of a match. */
    public interface Matches {
        /** The expression of the given index matched. */
        void found(int pattern, Match match);
    }

    /**
     * Tells all matches in the first bytes of a buffer, expression by expression.
     *
     * @param length how many bytes of the buffer count
     * @param wanted the expressions to look for
     */
    public void search(byte[] bytes, int length, BitSet wanted, Matches matches) {
        for (Region region : regions) {
            region.clear();
        }
        waiting.or(set.waiting());
        set.literals().search(bytes, 0, length, (literal, start) -> hit(bytes, length, wanted, literal, start));
        for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
            if (!waiting.get(i)) {
                for (Match match : matches(i, bytes, length)) {
                    matches.found(i, match);
                }
            }
        }
    }

    private void hit(byte[] bytes, int length, BitSet wanted, int literal, int start) {
        List<PatternSet.Use> uses = set.uses(literal);
        for (int i = 0; i < uses.size(); i++) {
            PatternSet.Use use = uses.get(i);
            Anchor anchor = use.anchor();
            if (anchor == null) {
                waiting.clear(use.pattern());
            } else if (wanted.get(use.pattern()) && anchor.opening().admits(bytes, start, length)) {
                int from = Math.max(0, start - Math.min(anchor.back(), REACH) - CONTEXT);
                int to = Math.min(length, start + Math.min(anchor.ahead(), REACH) + CONTEXT);
                regions[use.pattern()].add(from, start, to);
            }
        }
    }

    private List<Match> matches(int index, byte[] bytes, int length) {
        LinearPattern pattern = set.pattern(index);
        if (pattern.anchors().isEmpty()) {
            return pattern.matches(bytes, 0, length);
        }
        Region region = regions[index];
        return region.isEmpty() ? List.of() : around(region, pattern, bytes);
    }

    private static List<Match> around(Region hits, LinearPattern pattern, byte[] bytes) {
        List<Match> all = new ArrayList<>();
        int done = 0;
        for (int i = 0; i < hits.count(); i++) {
            if (hits.hit(i) < done) {
                continue;
            }
            int from = Math.max(done, hits.from(i));
            int near = pattern.wanders() ? from : Math.min(hits.to(i), hits.hit(i) + SHORT);
            for (Match match : pattern.matches(bytes, from, near)) {
                // What ends at the window's end might go on behind it.
                if (match.end() < near - CONTEXT || near == hits.to(i)) {
                    all.add(match);
                    done = match.end();
                }
            }
            if (done <= hits.hit(i) && near < hits.to(i)) {
                int wide = hits.to(i);
                for (int next = i + 1; next < hits.count() && hits.from(next) < wide; next++) {
                    wide = Math.max(wide, hits.to(next));
                }
                all.addAll(pattern.matches(bytes, Math.max(done, from), wide));
                done = wide;
            }
        }
        return all;
    }
}
