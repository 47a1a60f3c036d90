package dev.evalkit.scan.pattern;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The texts, in small letters, that every match of a tree begins with one of.
 *
 * <p>The sets of texts grow from left to right, as in the prefix sets of regular expression libraries (R. Cox, "Regular Expression Matching with
 * a Trigram Index", 2012): a text that is exact is one that a match of the tree can be as a whole, and may be continued by what follows.
 */
final class Prefixes {
    private static final int MOST = 64;
    private static final int LONGEST = 12;
    private static final int LONG_ENOUGH = 5;
    private static final int MOST_OF_A_CLASS = 12;
    private static final int ASCII = 128;
    private static final List<Prefix> UNKNOWN = List.of(new Prefix("", false));
    private static final List<Prefix> NOTHING = List.of(new Prefix("", true));

    private Prefixes() {}

    /** With equality spelt out: that of records is made at run time, which costs a short scan a tenth of its time. */
    private record Prefix(String text, boolean exact) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Prefix that && exact == that.exact && text.equals(that.text);
        }

        @Override
        public int hashCode() {
            return 2 * text.hashCode() + (exact ? 1 : 0);
        }
    }

    /** The texts; one of them is empty where nothing is known. */
    static List<String> of(List<Node> sequence) {
        Set<String> texts = new LinkedHashSet<>();
        prefixes(new Node.Sequence(sequence)).forEach(prefix -> texts.add(prefix.text()));
        return shortened(texts);
    }

    /** A longer text is found less often, but many are sought less quickly: as long as they do not become many more. */
    private static List<String> shortened(Set<String> texts) {
        List<String> best = cut(texts, LONG_ENOUGH);
        for (int length = LONG_ENOUGH + 1; length <= LONGEST; length++) {
            List<String> longer = cut(texts, length);
            if (longer.size() > Math.max(1, best.size())) {
                return best;
            }
            best = longer;
        }
        return best;
    }

    /** The beginnings of the texts, without those that begin with another. */
    private static List<String> cut(Set<String> texts, int length) {
        Set<String> cut = new LinkedHashSet<>();
        texts.forEach(text -> cut.add(text.substring(0, Math.min(length, text.length()))));
        return cut.stream()
                .filter(text -> cut.stream().noneMatch(other -> !other.equals(text) && text.startsWith(other)))
                .toList();
    }

    private static List<Prefix> prefixes(Node node) {
        if (node instanceof Node.Chars chars) {
            return characters(chars.set().small());
        } else if (node instanceof Node.Sequence sequence) {
            List<Prefix> all = NOTHING;
            for (Node part : sequence.parts()) {
                if (all.stream().noneMatch(Prefix::exact)) {
                    break;
                }
                all = followed(all, prefixes(part));
            }
            return all;
        } else if (node instanceof Node.Choice choice) {
            Set<Prefix> all = new LinkedHashSet<>();
            choice.branches().forEach(branch -> all.addAll(prefixes(branch)));
            return all.size() > MOST ? UNKNOWN : List.copyOf(all);
        } else if (node instanceof Node.Repeat repeat) {
            return repeated(repeat);
        }
        return NOTHING;
    }

    private static List<Prefix> characters(CharSet set) {
        if (set.other() || set.count() > MOST_OF_A_CLASS) {
            return UNKNOWN;
        }
        List<Prefix> all = new ArrayList<>();
        for (int each = 0; each < ASCII; each++) {
            if (set.has(each)) {
                all.add(new Prefix(Character.toString(each), true));
            }
        }
        return all;
    }

    private static List<Prefix> repeated(Node.Repeat repeat) {
        List<Prefix> once = prefixes(repeat.part());
        List<Prefix> all = NOTHING;
        for (int i = 0; i < Math.min(repeat.least(), LONGEST) && all.stream().anyMatch(Prefix::exact); i++) {
            all = followed(all, once);
        }
        if (repeat.least() == 0) {
            Set<Prefix> some = new LinkedHashSet<>(NOTHING);
            once.forEach(prefix -> some.add(repeat.most() == 1 ? prefix : open(prefix)));
            return some.size() > MOST ? UNKNOWN : List.copyOf(some);
        }
        boolean ends = repeat.most() == repeat.least() && repeat.least() <= LONGEST;
        return ends ? all : all.stream().map(Prefixes::open).distinct().toList();
    }

    private static Prefix open(Prefix prefix) {
        return new Prefix(prefix.text(), false);
    }

    private static List<Prefix> followed(List<Prefix> before, List<Prefix> next) {
        Set<Prefix> all = new LinkedHashSet<>();
        for (Prefix prefix : before) {
            if (!prefix.exact()) {
                all.add(prefix);
                continue;
            }
            for (Prefix following : next) {
                String text = prefix.text() + following.text();
                all.add(
                        text.length() > LONGEST
                                ? new Prefix(text.substring(0, LONGEST), false)
                                : new Prefix(text, following.exact()));
            }
            if (all.size() > MOST) {
                return before.stream().map(Prefixes::open).toList();
            }
        }
        return List.copyOf(all);
    }
}
