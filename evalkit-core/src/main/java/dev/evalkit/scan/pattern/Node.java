package dev.evalkit.scan.pattern;

import java.util.List;

/** The syntax tree of an expression. Places without a width ({@code ^}, {@code \b}) are taken as always true: the tree accepts no less than the expression. */
sealed interface Node {
    /** No end: a repetition without a maximum, a length without a bound. */
    int UNBOUNDED = Integer.MAX_VALUE;

    /** The empty text. */
    record Empty() implements Node {}

    /** One character. */
    record Chars(CharSet set) implements Node {}

    /** One after the other. */
    record Sequence(List<Node> parts) implements Node {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** One of them. */
    record Choice(List<Node> branches) implements Node {
        public Choice {
            branches = List.copyOf(branches);
        }
    }

    /** A part, at least {@code least} and at most {@code most} times. */
    record Repeat(Node part, int least, int most) implements Node {}

    /** How many places the expression has when its repetitions are written out; never more than {@link #UNBOUNDED}. */
    default int size() {
        if (this instanceof Sequence sequence) {
            return sum(sequence.parts().stream().mapToLong(Node::size).sum());
        } else if (this instanceof Choice choice) {
            return sum(choice.branches().stream().mapToLong(Node::size).sum() + 1);
        } else if (this instanceof Repeat repeat) {
            long times = repeat.most() == UNBOUNDED ? repeat.least() + 1L : Math.max(1, repeat.most());
            return sum(times * (repeat.part().size() + 1L));
        }
        return 1;
    }

    /** How many bytes of UTF-8 a match can have at most. */
    default int longest() {
        if (this instanceof Chars chars) {
            return chars.set().other() ? Character.BYTES * 2 : 1;
        } else if (this instanceof Sequence sequence) {
            return sum(sequence.parts().stream().mapToLong(Node::longest).sum());
        } else if (this instanceof Choice choice) {
            return choice.branches().stream().mapToInt(Node::longest).max().orElse(0);
        } else if (this instanceof Repeat repeat) {
            return sum((long) repeat.most() * repeat.part().longest());
        }
        return 0;
    }

    /** Whether a part of it repeats letters and blanks alike, without a bound or a hundred times and more. */
    default boolean wanders() {
        if (this instanceof Sequence sequence) {
            return sequence.parts().stream().anyMatch(Node::wanders);
        } else if (this instanceof Choice choice) {
            return choice.branches().stream().anyMatch(Node::wanders);
        } else if (this instanceof Repeat repeat) {
            return repeat.part().wanders()
                    || (repeat.most() >= 100
                            && repeat.part().takes('a')
                            && repeat.part().takes(' '));
        }
        return false;
    }

    private boolean takes(char character) {
        if (this instanceof Chars chars) {
            return chars.set().has(character);
        } else if (this instanceof Sequence sequence) {
            return sequence.parts().stream().anyMatch(part -> part.takes(character));
        } else if (this instanceof Choice choice) {
            return choice.branches().stream().anyMatch(part -> part.takes(character));
        }
        return this instanceof Repeat repeat && repeat.part().takes(character);
    }

    private static int sum(long value) {
        return (int) Math.min(value, UNBOUNDED);
    }
}
