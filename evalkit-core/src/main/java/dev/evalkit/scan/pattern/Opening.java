package dev.evalkit.scan.pattern;

import java.util.List;

/**
 * Tells quickly that no match begins at a place.
 *
 * <p>The first 63 places of the expression as a position automaton (V. M. Glushkov, 1961) whose states are the bits of a number. It accepts no less than
 * the expression: what it lets pass is still to be matched. It looks at 256 bytes at most.
 */
final class Opening {
    private static final int PLACES = Long.SIZE - 1;
    private static final long BEYOND = 1L << PLACES;
    private static final int ASCII = 128;
    private static final int FARTHEST = 256;

    private final long[] follow = new long[PLACES];
    private final long[] accepting = new long[ASCII + 1];
    private final Part whole;
    private int used;

    Opening(List<Node> sequence) {
        whole = part(new Node.Sequence(sequence));
    }

    private record Part(long first, long last, boolean optional) {}

    /** Whether a match may begin at {@code from}, with bytes up to {@code to}. */
    boolean admits(byte[] bytes, int from, int to) {
        if (whole.optional() || (whole.first() & BEYOND) != 0) {
            return true;
        }
        long next = whole.first();
        int end = Math.min(to, from + FARTHEST);
        for (int i = from; i < end; i++) {
            int value = bytes[i];
            long state = next & accepting[value < 0 ? ASCII : value];
            if (state == 0) {
                return false;
            }
            if ((state & whole.last()) != 0) {
                return true;
            }
            next = 0;
            for (long rest = state; rest != 0; rest &= rest - 1) {
                next |= follow[Long.numberOfTrailingZeros(rest)];
            }
            if ((next & BEYOND) != 0) {
                return true;
            }
        }
        return end < to;
    }

    private Part part(Node node) {
        if (used >= PLACES) {
            return new Part(BEYOND, 0, false);
        }
        if (node instanceof Node.Chars chars) {
            return place(chars.set());
        } else if (node instanceof Node.Sequence sequence) {
            Part all = new Part(0, 0, true);
            for (Node each : sequence.parts()) {
                all = joined(all, part(each));
            }
            return all;
        } else if (node instanceof Node.Choice choice) {
            long first = 0;
            long last = 0;
            boolean optional = false;
            for (Node branch : choice.branches()) {
                Part each = part(branch);
                first |= each.first();
                last |= each.last();
                optional |= each.optional();
            }
            return new Part(first, last, optional);
        } else if (node instanceof Node.Repeat repeat) {
            return repeated(repeat);
        }
        return new Part(0, 0, true);
    }

    private Part place(CharSet set) {
        int index = used++;
        long bit = 1L << index;
        for (int each = 0; each <= ASCII; each++) {
            if (set.has(each)) {
                accepting[each] |= bit;
            }
        }
        if (set.other()) {
            // A character beyond ASCII has several bytes.
            follow[index] |= bit;
        }
        return new Part(bit, bit, false);
    }

    private Part joined(Part before, Part next) {
        continued(before.last(), next.first());
        return new Part(
                before.first() | (before.optional() ? next.first() : 0),
                next.last() | (next.optional() ? before.last() : 0),
                before.optional() && next.optional());
    }

    private void continued(long last, long first) {
        for (long rest = last; rest != 0; rest &= rest - 1) {
            follow[Long.numberOfTrailingZeros(rest)] |= first;
        }
    }

    private Part repeated(Node.Repeat repeat) {
        Part all = new Part(0, 0, true);
        boolean endless = repeat.most() == Node.UNBOUNDED;
        int copies = endless ? Math.max(1, repeat.least()) : repeat.most();
        for (int i = 1; i <= copies && (all.last() != 0 || i == 1); i++) {
            Part each = part(repeat.part());
            if (endless && i == copies) {
                continued(each.last(), each.first());
            }
            all = joined(all, i > repeat.least() ? new Part(each.first(), each.last(), true) : each);
        }
        return all;
    }
}
