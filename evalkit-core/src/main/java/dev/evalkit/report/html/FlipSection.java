package dev.evalkit.report.html;

import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.diff.inference.Flips;
import dev.evalkit.diff.inference.Flips.Flip;
import dev.evalkit.report.DiffWords;
import dev.evalkit.report.Selection;
import dev.evalkit.report.markup.Element;
import dev.evalkit.report.markup.Node;
import dev.evalkit.report.markup.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The samples that changed: what got worse and what got better, each with its fields side by side. */
final class FlipSection {
    /** Rows beyond these tell how many samples changed, and do not show them. */
    private static final int MOST_SHOWN = 12;

    private static final int MOST_ROWS = 200;
    private static final int LONGEST = 1500;
    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    private final Outcome outcome;
    private final SampleFields.Pair fields;

    FlipSection(Outcome outcome, SampleFields.Pair fields) {
        this.outcome = outcome;
        this.fields = fields;
    }

    Optional<Element> section() {
        List<DiffRow> rows = Selection.of(outcome, MOST_ROWS, DiffRow::gating).rows().stream()
                .filter(row ->
                        row.flips() != null && row.flips().worse() + row.flips().better() > 0)
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Element section = Page.section("samples", "Samples that changed");
        for (int i = 0; i < rows.size(); i++) {
            DiffRow row = rows.get(i);
            Flips flips = Objects.requireNonNull(row.flips());
            section.add(Element.of("h3", DiffWords.label(row, outcome.diff())));
            section.add(Element.of("p", counts(flips)));
            if (i < MOST_SHOWN) {
                samples(row, flips, section);
            }
        }
        return Optional.of(section);
    }

    private static String counts(Flips flips) {
        String all = flips.worse() + (flips.worse() == 1 ? " sample" : " samples") + " got worse, " + flips.better()
                + " better.";
        boolean isCut = flips.worse() + flips.better() > flips.examples().size();
        return isCut ? all + " Shown are the first by id, " + Flips.MOST_EXAMPLES + " of each at most." : all;
    }

    private void samples(DiffRow row, Flips flips, Element section) {
        SampleFields.Samples samples =
                fields.of(row, flips.examples().stream().map(Flip::id).collect(Collectors.toCollection(TreeSet::new)));
        samples.missing().forEach(why -> section.add(Element.of("p", why + ".").styled("quiet small")));
        for (boolean isBetter : new boolean[] {false, true}) {
            List<Flip> side = flips.examples().stream()
                    .filter(flip -> flip.isBetter() == isBetter)
                    .toList();
            if (!side.isEmpty()) {
                section.add(Element.of("h4", isBetter ? "Better" : "Worse").styled(isBetter ? "better" : "worse"));
                side.forEach(flip -> section.add(sample(flip, samples)));
            }
        }
    }

    private static Element sample(Flip flip, SampleFields.Samples samples) {
        SampleFields.Sample sample = samples.get(flip.id());
        Element details = Element.of("details")
                .styled("sample")
                .add(Element.of("summary")
                        .add(Element.of("strong", flip.id()))
                        .text(" · score " + number(flip.previous()) + " → " + number(flip.current()) + " ")
                        .add(Element.of("span", flip.isBetter() ? "better" : "worse")
                                .styled(flip.isBetter() ? "better" : "worse")));
        if (sample.before().isEmpty() && sample.after().isEmpty()) {
            return details.add(Element.of("p", "No more is known of it.").styled("quiet"));
        }
        return details.add(fields(sample, samples));
    }

    /** What did not change first: it is what the sample asks. */
    private static Element fields(SampleFields.Sample sample, SampleFields.Samples samples) {
        Element list = Element.of("dl").styled("fields");
        TreeSet<String> names = new TreeSet<>(sample.before().keySet());
        names.addAll(sample.after().keySet());
        List<Node> changed = new ArrayList<>();
        for (String name : names) {
            String before = sample.before().get(name);
            String after = sample.after().get(name);
            if (before != null && before.equals(after)) {
                list.add(Element.of("dt", name))
                        .add(Element.of("dd", cut(before)).styled("both"));
            } else if (before == null && samples.lacksBefore() && after != null) {
                list.add(Element.of("dt", name))
                        .add(side("now", List.of(new Text(cut(after)))).styled("both"));
            } else if (after == null && samples.lacksAfter() && before != null) {
                list.add(Element.of("dt", name))
                        .add(side("before", List.of(new Text(cut(before)))).styled("both"));
            } else {
                changed.add(Element.of("dt", name));
                changed.addAll(sides(before == null ? "" : cut(before), after == null ? "" : cut(after)));
            }
        }
        return list.addAll(changed);
    }

    private static List<Node> sides(String before, String after) {
        WordDiff diff = WordDiff.of(before, after);
        return List.of(side("before", diff.before()), side("now", diff.after()));
    }

    private static Element side(String label, List<Node> text) {
        return Element.of("dd")
                .styled(label)
                .add(Element.of("span", label + " ").styled("label"))
                .addAll(text.isEmpty() ? List.of(Element.of("span", "nothing").styled("quiet")) : text);
    }

    private static String cut(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + " … (" + length + " characters in all)";
    }

    private static String number(double score) {
        return new BigDecimal(score).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
