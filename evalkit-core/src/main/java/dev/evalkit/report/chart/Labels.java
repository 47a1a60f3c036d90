package dev.evalkit.report.chart;

import dev.evalkit.report.markup.Element;
import java.util.ArrayList;
import java.util.List;

/** Labels along an axis that do not touch each other at the smallest width that a chart is made for; the first and the last are kept before those between. */
final class Labels {
    private static final double APART = 8;

    private final double smallest;
    private final List<Placed> placed = new ArrayList<>();

    /** A label, with the pixels that it takes at the smallest width. */
    record Placed(double share, String text, double left, double right, String anchor) {}

    /**
     * No labels yet.
     *
     * @param smallest the smallest width, in pixels
     */
    Labels(double smallest) {
        this.smallest = smallest;
    }

    /** Adds a label unless it touches one that is there. */
    boolean add(double share, String text) {
        double width = LabelWidth.of(text);
        double middle = share * smallest;
        double left = Math.max(0, Math.min(smallest - width, middle - width / 2));
        String anchor = left > middle - width / 2 ? "start" : left < middle - width / 2 ? "end" : "middle";
        double anchored = anchor.equals("start") ? 0 : anchor.equals("end") ? 1 : share;
        Placed label = new Placed(anchored, text, left, left + width, anchor);
        if (width > smallest || placed.stream().anyMatch(other -> touch(label, other))) {
            return false;
        }
        placed.add(label);
        return true;
    }

    private static boolean touch(Placed one, Placed other) {
        return one.left() < other.right() + APART && other.left() < one.right() + APART;
    }

    /** Adds the first, the last, and as many as fit of the others. */
    static Labels along(double smallest, List<Double> shares, List<String> texts) {
        Labels labels = new Labels(smallest);
        int last = shares.size() - 1;
        for (int i = 0; i <= last; i++) {
            int index = i == 0 ? 0 : i == 1 ? last : i - 1;
            labels.add(shares.get(index), texts.get(index));
        }
        return labels;
    }

    List<Placed> placed() {
        return placed;
    }

    /** The labels with their letters on a line. */
    Element drawn(double y) {
        Element group = Element.of("g")
                .styled("ek-labels")
                .attribute("fill", "currentColor")
                .attribute("stroke", "none");
        for (Placed label : placed) {
            Element text = Element.of("text", label.text())
                    .attribute("x", Coordinates.percent(label.share()))
                    .attribute("y", Coordinates.pixels(y));
            group.add(label.anchor().equals("start") ? text : text.attribute("text-anchor", label.anchor()));
        }
        return group;
    }
}
